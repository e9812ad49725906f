"""What one request has: a graph to read, a time limit, and what explains comparisons."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from actors.graph import AsyncGraph
from service.plans import Plan

Explain = Callable[[str, str], Any]
"""From the contents of two mentions (JSON) to an explanation with `features` and `text`."""


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
        return plan.response(rows[0]["answer"], lru_cache(maxsize=None)(self.explain))
