"""The graph for the service: one statement in, its rows out, within a time limit.

The limit is the database's own, so that a statement nobody waits for stops there too. The client
waits a moment longer, for the case that the database does not answer at all. A lost connection is
made anew once; who asks the service shall learn soon that its database is away.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction, unit_of_work

from actors.errors import DatabaseTimeout
from actors.graph.address import Address
from actors.graph.connection import Row
from actors.graph.driver import CONFIGURATION, opening, stopped_for_good, translated, unreachable
from actors.graph.place import address_of
from actors.progress import Silent
from actors.settings import Settings

_GRACE_SECONDS = 1.0
_CONNECT_SECONDS = 30.0
SERVICE_CONFIGURATION = {**CONFIGURATION, "max_transaction_retry_time": 1.0}


class AsyncGraph:
    """A connected Neo4j, read by many requests at a time."""

    def __init__(self, driver: AsyncDriver, address: Address) -> None:
        self._driver = driver
        self._address = address

    async def read(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_seconds: float
    ) -> list[Row]:
        """Run a statement that changes nothing; past the limit it is a DatabaseTimeout."""
        is_begun = False

        @unit_of_work(timeout=timeout_seconds)
        async def rows(transaction: AsyncManagedTransaction) -> list[Row]:
            nonlocal is_begun
            is_begun = True
            with stopped_for_good():
                result = await transaction.run(statement, dict(parameters))
                return [dict(record) async for record in result]

        with translated(self._address):
            try:
                async with asyncio.timeout(timeout_seconds + _GRACE_SECONDS):
                    async with self._driver.session(database=self._address.database) as session:
                        return await session.execute_read(rows)
            except TimeoutError:
                if not is_begun:
                    raise unreachable(self._address) from None
                message = f"Neo4j did not answer within {timeout_seconds:g} seconds"
                raise DatabaseTimeout(message) from None

    async def check(self, *, timeout_seconds: float = 2.0) -> None:
        """Raise a DatabaseError unless the database answers now."""
        await self.read("RETURN 1 AS one", {}, timeout_seconds=timeout_seconds)


@asynccontextmanager
async def connect_async(settings: Settings) -> AsyncIterator[AsyncGraph]:
    """Open the graph that the settings name, or the embedded one, for the length of a block."""
    place = address_of(settings, Silent())
    # Starting the embedded Neo4j takes seconds, in which the event loop must stay free.
    address = await asyncio.to_thread(place.__enter__)
    try:
        async with connect_async_to(address) as graph:
            yield graph
    finally:
        await asyncio.to_thread(place.__exit__, None, None, None)


@asynccontextmanager
async def connect_async_to(address: Address) -> AsyncIterator[AsyncGraph]:
    """Open the graph at an address; a server that refuses us is told before the block begins."""
    with opening(address):
        driver = AsyncGraphDatabase.driver(
            address.uri, auth=(address.username, address.password), **SERVICE_CONFIGURATION
        )
    async with driver:
        graph = AsyncGraph(driver, address)
        with opening(address):
            await graph.check(timeout_seconds=_CONNECT_SECONDS)
        yield graph
