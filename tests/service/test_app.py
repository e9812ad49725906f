"""The service as it runs: against the real Neo4j, started and stopped as a person would."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from actors.errors import DatabaseError, SettingsError
from actors.graph import AsyncGraph, Graph
from actors.settings import Settings
from service import app
from service.app import check_port, create_app, serve

SERVE = """
import os
from actors.settings import Settings
from service.app import serve

serve(Settings.from_environment(os.environ), announce=lambda address: print(address, flush=True))
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def with_state(service: Starlette, state: Mapping[str, Any]) -> ASGIApp:
    """Give each request what the lifespan opened, as a server does."""

    async def answering(scope: Scope, receive: Receive, send: Send) -> None:
        await service({**scope, "state": dict(state)}, receive, send)

    return answering


@contextmanager
def served(settings: Settings) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    environment = {
        **os.environ,
        "NEO4J_URI": settings.neo4j_uri or "",
        "NEO4J_USERNAME": settings.neo4j_username,
        "NEO4J_PASSWORD": settings.neo4j_password or "",
        "DRAMATIS_PORT": str(free_port()),
    }
    command = [sys.executable, "-c", SERVE]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip(), process
        finally:
            process.kill()


def test_a_query_is_answered_from_the_graph(settings: Settings, graph: Graph) -> None:
    graph.write(
        "CREATE (:Source {id: 'us-list', name: 'A list', publisher: 'P', tier: 'OFFICIAL_LIST'})"
    )

    with served(settings) as (address, _):
        response = httpx.post(address, json={"query": "{ sources { id name tier } }"})

    assert response.json() == {
        "data": {"sources": [{"id": "us-list", "name": "A list", "tier": "OFFICIAL_LIST"}]}
    }


def test_the_service_is_ready_once_it_has_said_its_address(settings: Settings) -> None:
    with served(settings) as (address, _):
        assert address.endswith("/graphql")
        ready = httpx.get(address.replace("/graphql", "/readyz"))

    assert ready.json() == {"status": "ok"}


def test_the_address_is_told_when_the_service_is_warm_and_it_answers_before(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first question after the start took longer than a request may."""
    told: list[str] = []

    async def begin() -> tuple[list[str], int, list[str]]:
        may_end, has_ended = asyncio.Event(), asyncio.Event()

        async def warm_up(_: AsyncGraph) -> None:
            await may_end.wait()
            told.append("warm")

        def announce() -> None:
            told.append("announced")
            has_ended.set()

        monkeypatch.setattr(app, "warm_up", warm_up)
        service = create_app(settings, announce=announce)
        async with (
            service.router.lifespan_context(service) as state,
            httpx.AsyncClient(
                transport=httpx.ASGITransport(with_state(service, state)),
                base_url="http://127.0.0.1",
            ) as client,
        ):
            response = await client.post("/graphql", json={"query": "{ sources { id } }"})
            told_before = list(told)
            may_end.set()
            await has_ended.wait()
        return told_before, response.status_code, told

    assert asyncio.run(begin()) == ([], 200, ["warm", "announced"])


def test_a_service_that_ends_before_it_is_warm_waits_for_nothing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    async def warm_up(_: AsyncGraph) -> None:
        await asyncio.Event().wait()

    async def begin() -> None:
        service = create_app(settings, announce=lambda: told.append("announced"))
        async with service.router.lifespan_context(service):
            pass

    monkeypatch.setattr(app, "warm_up", warm_up)
    asyncio.run(begin())

    assert told == []


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_service_quietly(settings: Settings, how: signal.Signals) -> None:
    with served(settings) as (_, process):
        process.send_signal(how)
        _, complaints = process.communicate(timeout=20)

    assert process.returncode == 0
    assert complaints == ""


def test_an_occupied_port_is_told_with_what_to_type() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        with pytest.raises(SettingsError) as told:
            check_port("127.0.0.1", port)

    assert str(told.value) == (
        f"Port {port} on 127.0.0.1 is in use: stop what listens there, "
        f"or type `make demo PORT={port + 1}` or `dramatis serve --port {port + 1}`."
    )


def test_a_free_port_may_be_checked_and_then_used() -> None:
    port = free_port()

    check_port("127.0.0.1", port)
    check_port("127.0.0.1", port)


def test_an_address_that_is_not_ours_is_told() -> None:
    with pytest.raises(SettingsError, match="check --host"):
        check_port("192.0.2.1", 8000)


def test_a_database_that_does_not_answer_is_told_before_serving() -> None:
    nowhere = Settings(
        neo4j_uri=f"bolt://127.0.0.1:{free_port()}", neo4j_password="x", port=free_port()
    )

    with pytest.raises(DatabaseError, match="No Neo4j answers"):
        serve(nowhere)
