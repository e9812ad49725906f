"""graphql-core executes the operation; plans answer its root fields; finished values pass through.

Parsing, validation, coercion of variables, introspection, errors and null propagation stay
graphql-core's. Only values that a plan has already brought into the response's shape are not walked
again, which took 28 ms for a page and takes none (decision 007).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLFieldResolver, GraphQLResolveInfo
from graphql.execution.executor import Executor

from service.plans.compiler import Plan, compile_field
from service.plans.selection import Request

Run = Callable[[Plan], Awaitable[Any]]
"""Runs a plan and returns its response."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A value in the response's shape."""

    value: Any


class PlanExecutor(Executor[Any]):
    """Lets finished values pass; the context is what runs plans."""

    @property
    def request(self) -> Request:
        """What is asked, before any of it is answered."""
        return Request(self.schema, self.operation, self.fragment_definitions, self.variable_values)

    def complete_value(  # noqa: PLR0913, PLR0917 - graphql-core's signature
        self,
        return_type: Any,  # noqa: ANN401
        field_details_list: Any,  # noqa: ANN401
        info: GraphQLResolveInfo[Any],
        path: Any,  # noqa: ANN401
        result: Any,  # noqa: ANN401
        position_context: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Return a finished value as it is."""
        if isinstance(result, Finished):
            return result.value
        return super().complete_value(
            return_type, field_details_list, info, path, result, position_context
        )


async def _answer(_root: object, info: GraphQLResolveInfo[Any], **_arguments: object) -> Finished:
    """Resolve a root field: compile its selection, run the plan."""
    request = Request(info.schema, info.operation, info.fragments, info.variable_values)
    plan = compile_field(request, str(info.path.key), info.field_nodes)
    run: Run = info.context
    return Finished(await run(plan))


resolve_by_plan: GraphQLFieldResolver = _answer
