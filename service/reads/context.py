"""What one request has: a graph to read, a time limit, and what explains comparisons."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from actors.graph import AsyncGraph
from service.plans import Plan

Explain = Callable[[str, str | None, str, str | None], Any]
"""From two mentions, each as its content and its document's day, to `features` and `text`."""


@dataclass(frozen=True, slots=True)
class GraphContext:
    """Runs plans: one statement each."""

    graph: AsyncGraph
    explain: Explain
    timeout_seconds: float = 10.0

    async def __call__(self, plan: Plan) -> Any:  # noqa: ANN401 - a response value
        """Run the plan's one statement and return the response's value."""
        rows = await self.graph.read(
            plan.statement, plan.parameters, timeout_seconds=self.timeout_seconds
        )
        answer, explain = rows[0]["answer"], cache(self.explain)
        if plan.derives:  # milliseconds for each comparison, in which others shall be answered
            return await asyncio.to_thread(plan.response, answer, explain)
        return plan.response(answer, explain)
