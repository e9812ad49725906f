"""What one request has: a graph to read, a time limit, and what explains comparisons."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import Any

from actors.graph import AsyncGraph
from service.plans import Plan
from service.plans.cost import TooCostly

Explain = Callable[[str, str | None, str, str | None], Any]
"""From two mentions, each as its content and its document's day, to `features` and `text`."""

MOST_EXPLAINED = 1_000
"""Comparisons that one operation may have explained; each takes two to five milliseconds."""


@dataclass(frozen=True, slots=True)
class GraphContext:
    """Runs plans: one statement each."""

    graph: AsyncGraph
    explain: Explain
    timeout_seconds: float = 10.0
    explained: Iterator[int] = field(default_factory=lambda: count(1))
    """Numbers what is explained, over all root fields of the operation and their threads."""

    async def __call__(self, plan: Plan) -> Any:  # noqa: ANN401 - a response value
        """Run the plan's one statement and return the response's value."""
        rows = await self.graph.read(
            plan.statement, plan.parameters, timeout_seconds=self.timeout_seconds
        )
        answer, explain = rows[0]["answer"], cache(self._explain)
        if plan.derives:  # milliseconds for each comparison, in which others shall be answered
            return await asyncio.to_thread(plan.response, answer, explain)
        return plan.response(answer, explain)

    def _explain(self, *both: str | None) -> Any:  # noqa: ANN401 - attributes are read by name
        """Explain one comparison; TooCostly once the operation has had enough of them."""
        if next(self.explained) > MOST_EXPLAINED:
            raise TooCostly(
                f"The operation asks to explain more than the {MOST_EXPLAINED:,} comparisons that "
                "one request may have: ask for fewer rows with `first`, or for no `features` and "
                "`text`."
            )
        return self.explain(*both)  # type: ignore[arg-type]
