"""Operations, prepared once: parsed and validated, then kept by their text.

Clients send the same few texts again and again, with other variables. The rules of validation are
fixed here, since rules made anew for each request would defeat any cache.
"""

from collections.abc import Mapping
from functools import lru_cache
from inspect import isawaitable
from typing import Any

import strawberry
from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    parse,
    specified_rules,
    validate,
)
from graphql import (
    ExecutionResult as CoreResult,
)
from strawberry.types import ExecutionResult

from actors.errors import RequestError
from actors.graph import AsyncGraph
from service.plans.cost import refuse_costly
from service.plans.executor import PlanExecutor
from service.reads.context import Explain, GraphContext
from service.reads.explanations import explained

KEPT_OPERATIONS = 128
"""Some dozens are a client's own; the rest is room for people who type."""

LONGEST_KEPT = 10_000
"""Characters. A hostile text of 2,000 tokens takes 0.75 MB as a document, all of them 200 MB."""


async def answer(  # noqa: PLR0913 - an operation has as many parts
    schema: strawberry.Schema,
    graph: AsyncGraph,
    query: str,
    variables: Mapping[str, Any] | None = None,
    operation_name: str | None = None,
    *,
    timeout_seconds: float = 10.0,
    explain: Explain = explained,
) -> ExecutionResult:
    """Answer one operation: one statement for each root field, read within the time limit.

    Whatever is wrong with the operation stands in the result's `errors`; ours are found as
    `original_error`, with their `code`.
    """
    core: GraphQLSchema = schema._schema  # noqa: SLF001 - Strawberry has no public name for it
    prepared = prepare(core, query)
    if isinstance(prepared, tuple):
        return ExecutionResult(data=None, errors=list(prepared))
    context = GraphContext(graph, explain, timeout_seconds)
    executor = PlanExecutor.build(
        core,
        prepared,
        context_value=context,
        raw_variable_values=dict(variables or {}),
        operation_name=operation_name,
    )
    if isinstance(executor, list):
        return ExecutionResult(data=None, errors=executor)
    assert isinstance(executor, PlanExecutor)
    try:
        refuse_costly(executor.request)
    except RequestError as error:
        refused = GraphQLError(str(error), original_error=error)
        return ExecutionResult(data=None, errors=[refused])
    result = executor.execute_operation()
    finished = await result if isawaitable(result) else result
    assert isinstance(finished, CoreResult)  # PlanExecutor never delivers in parts
    return ExecutionResult(data=finished.data, errors=finished.errors)


def prepare(schema: GraphQLSchema, query: str) -> DocumentNode | tuple[GraphQLError, ...]:
    """Return the parsed and validated document, or what is wrong with it."""
    if len(query) > LONGEST_KEPT:
        return _prepare(schema, query)
    return _kept(schema, query)


def _prepare(schema: GraphQLSchema, query: str) -> DocumentNode | tuple[GraphQLError, ...]:
    try:
        document = parse(query)
    except GraphQLError as error:
        return (error,)
    return tuple(validate(schema, document, specified_rules)) or document


_kept = lru_cache(maxsize=KEPT_OPERATIONS)(_prepare)
