"""A real server on a free port, over a schema just large enough to go wrong in every way."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date

import httpx
import pytest
import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from strawberry.types import ExecutionResult

from actors.errors import Ambiguous, DatabaseMemory, DatabaseTimeout, DatabaseUnavailable
from service.http import Limits, Operation, Parts, web_application

TIMEOUT_SECONDS = 0.3
ORIGIN = "https://app.example.org"


@strawberry.type
class Query:
    @strawberry.field
    def greeting(self, name: str = "world") -> str:
        return f"Hello, {name}"

    @strawberry.field
    def again(self) -> "Query":
        return Query()

    @strawberry.field
    def broken(self) -> str:
        message = "the password is hunter2"
        raise ZeroDivisionError(message)

    @strawberry.field
    def several(self) -> str | None:
        message = "two entities carry imo 1"
        raise Ambiguous(message)

    @strawberry.field
    def unreachable(self) -> str | None:
        message = "No Neo4j answers at bolt://secret.internal:7687"
        raise DatabaseUnavailable(message)

    @strawberry.field
    def stopped(self) -> str | None:
        message = "The query took longer than it may"
        raise DatabaseTimeout(message)

    @strawberry.field
    def greedy(self) -> str | None:
        message = "The query needed more memory than it may"
        raise DatabaseMemory(message)

    @strawberry.field
    def since(self, day: date) -> str:
        return f"{day}"

    @strawberry.field
    async def endless(self) -> str:
        await asyncio.Event().wait()
        return ""


@strawberry.type
class Mutation:
    @strawberry.field
    def touch(self) -> str:
        return "touched"


SCHEMA = strawberry.Schema(Query, Mutation)


async def execute(_: Request, operation: Operation) -> ExecutionResult:
    return await SCHEMA.execute(
        operation.query, dict(operation.variables), operation_name=operation.name
    )


async def ping(_: Request) -> None:
    return None


def application(**changed: object) -> Starlette:
    parts = {
        "execute": execute,
        "ping": ping,
        "timeout_seconds": TIMEOUT_SECONDS,
        "limits": Limits(),
        "allowed_origins": (ORIGIN,),
    }
    return web_application(Parts(**{**parts, **changed}))


@contextmanager
def running(app: Starlette) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = uvicorn.Config(app, log_config=None, server_header=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def service_url() -> Iterator[str]:
    with running(application()) as url:
        yield url


@pytest.fixture
def client(service_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=service_url) as opened:
        yield opened


@pytest.fixture(scope="session")
def serving() -> Callable[..., AbstractContextManager[str]]:
    """Serve with other parts than the usual, as `with serving(ping=…) as url`."""
    return lambda **changed: running(application(**changed))
