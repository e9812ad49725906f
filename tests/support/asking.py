"""Asking the service in tests: an operation in, its result out, over one open connection."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from plain_comparisons import explained
from strawberry.types import ExecutionResult

from actors.graph import AsyncGraph, connect_async
from actors.settings import Settings
from service.reads import answer
from service.reads.context import Explain
from service.schema import schema

TIMEOUT_SECONDS = 60.0
"""Neo4j plans each new statement anew, and tests send little else."""


class Service:
    """Answers operations from the graph, as the HTTP layer has it do."""

    def __init__(self, runner: asyncio.Runner, graph: AsyncGraph) -> None:
        self._runner = runner
        self._graph = graph
        self.statements: list[str] = []

    def ask(
        self,
        query: str,
        operation_name: str | None = None,
        explain: Explain = explained,
        **variables: Any,
    ) -> ExecutionResult:
        """Return the result, errors included."""
        self.statements.clear()
        return self._runner.run(
            answer(
                schema,
                self,
                query,
                variables,
                operation_name,
                timeout_seconds=TIMEOUT_SECONDS,
                explain=explain,
            )
        )

    def data(
        self,
        query: str,
        operation_name: str | None = None,
        explain: Explain = explained,
        **variables: Any,
    ) -> Any:
        """Return the data of an operation that must succeed."""
        result = self.ask(query, operation_name, explain, **variables)
        assert not result.errors, [(e.message, e.original_error) for e in result.errors]
        return result.data

    def code(self, query: str, **variables: Any) -> str:
        """Return the code of the one error an operation must have."""
        (error,) = self.ask(query, **variables).errors or [None]
        return error.original_error.code

    async def read(self, statement: str, parameters: Any, *, timeout_seconds: float) -> Any:
        """Stand before the graph and note what is run."""
        self.statements.append(statement)
        return await self._graph.read(statement, parameters, timeout_seconds=timeout_seconds)


@contextmanager
def service_on(settings: Settings) -> Iterator[Service]:
    """Open the graph in an event loop of its own."""
    with asyncio.Runner() as runner:
        connection = connect_async(settings)
        graph = runner.run(connection.__aenter__())
        try:
            yield Service(runner, graph)
        finally:
            runner.run(connection.__aexit__(None, None, None))
