import asyncio
import socket
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest
from neo4j import AsyncGraphDatabase

from actors.errors import DatabaseError, DatabaseMemory, DatabaseTimeout, DatabaseUnavailable
from actors.graph import AsyncGraph, Graph, connect_async
from actors.graph.address import Address
from actors.graph.asynchronous import SERVICE_CONFIGURATION
from actors.settings import Settings

ENDLESS = "UNWIND range(1, 100000) AS left UNWIND range(1, 1000000) AS right RETURN count(*)"


T = TypeVar("T")


def asked(settings: Settings, question: Callable[[AsyncGraph], Awaitable[T]]) -> T:
    async def ask() -> T:
        async with connect_async(settings) as graph:
            return await question(graph)

    return asyncio.run(ask())


def test_rows_come_back_under_the_names_the_statement_gives(settings: Settings) -> None:
    async def double(graph: AsyncGraph) -> object:
        statement = "UNWIND $values AS value RETURN value, value * 2 AS double"
        return await graph.read(statement, {"values": [1, 2]}, timeout_seconds=10)

    assert asked(settings, double) == [{"value": 1, "double": 2}, {"value": 2, "double": 4}]


def test_a_query_past_its_limit_ends_in_the_database_too(
    settings: Settings, session_graph: Graph
) -> None:
    async def wait(graph: AsyncGraph) -> None:
        await graph.read(ENDLESS, {}, timeout_seconds=0.3)

    started = time.monotonic()
    with pytest.raises(DatabaseTimeout, match=r"took longer than it may; .* has only just begun"):
        asked(settings, wait)

    assert time.monotonic() - started < 5
    running = session_graph.read("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS text")
    assert ENDLESS not in [row["text"] for row in running]


def test_a_read_that_writes_is_refused(settings: Settings) -> None:
    async def write(graph: AsyncGraph) -> None:
        await graph.read("CREATE (:Entity {id: 'E-1'})", {}, timeout_seconds=10)

    with pytest.raises(DatabaseError, match="refused a statement"):
        asked(settings, write)


def test_many_reads_run_at_a_time(settings: Settings) -> None:
    async def read_many(graph: AsyncGraph) -> list[object]:
        reads = (
            graph.read("RETURN $n AS n", {"n": number}, timeout_seconds=10) for number in range(200)
        )
        return [rows[0]["n"] for rows in await asyncio.gather(*reads)]

    assert asked(settings, read_many) == list(range(200))


def test_a_check_of_a_database_that_is_there_says_nothing(settings: Settings) -> None:
    asked(settings, lambda graph: graph.check())


HUNGRY = "UNWIND range(1, 30000000) AS number RETURN size(collect({number: number})) AS size"


def test_queries_that_want_too_much_memory_end_and_the_next_is_answered(
    settings: Settings,
) -> None:
    """One such query kept the server at collecting garbage for minutes, the driver repeating it."""

    async def hunger(graph: AsyncGraph) -> list[object]:
        wanted = (graph.read(HUNGRY, {}, timeout_seconds=60) for _ in range(2))
        told = await asyncio.gather(*wanted, return_exceptions=True)
        await graph.check()
        return list(told)

    told = asked(settings, hunger)

    assert [type(one) for one in told] == [DatabaseMemory] * 2
    assert "ask for less" in str(told[0])


async def asked_at(port: int, *, timeout_seconds: float) -> None:
    """Read from a graph whose server has gone since it was connected."""
    address = Address(f"bolt://127.0.0.1:{port}", "neo4j", "any")
    async with AsyncGraphDatabase.driver(address.uri, **SERVICE_CONFIGURATION) as driver:
        await AsyncGraph(driver, address).read("RETURN 1", {}, timeout_seconds=timeout_seconds)


def test_a_database_that_went_away_is_told_long_before_a_query_may_end() -> None:
    """The driver went on trying, and only that the time was over was told."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    started = time.monotonic()

    with pytest.raises(DatabaseUnavailable, match="No Neo4j answers"):
        asyncio.run(asked_at(port, timeout_seconds=60))

    assert time.monotonic() - started < 30


def test_a_database_that_accepts_nobody_is_away_not_slow() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        pytest.raises(DatabaseUnavailable, match="No Neo4j answers"),
    ):
        asyncio.run(asked_at(listener.getsockname()[1], timeout_seconds=0.1))


def test_a_wrong_password_is_told_with_the_settings_to_check(settings: Settings) -> None:
    wrong = Settings(neo4j_uri=settings.neo4j_uri, neo4j_password="wrong")

    with pytest.raises(DatabaseError, match="check NEO4J_USERNAME and NEO4J_PASSWORD"):
        asked(wrong, lambda graph: graph.check())
