"""Where the parts meet: settings in, the running service out.

The port is bound before anything else is done and handed to the server as it is, so that an
occupied one is told at once, in one sentence, and nobody can take it in between. The address is
told once the first questions were answered; who asks before is answered too, and Ctrl-C ends it.
"""

import asyncio
import errno
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from math import ceil
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from strawberry.types import ExecutionResult

from actors.errors import DatabaseError, SettingsError
from actors.graph import AsyncGraph, connect, connect_async, ensure_schema
from actors.settings import Settings
from service.http import Operation, Parts, allowed_hosts, web_application
from service.reads import answer
from service.schema import schema
from service.warming import warm_up

_GRACE_SECONDS = 2.0
"""How much later than the database's limit the request's own strikes: when nothing else did."""


def create_app(settings: Settings, *, announce: Callable[[], object] = lambda: None) -> Starlette:
    """Return the service as an ASGI application; its lifespan opens and closes the graph.

    `announce` is called when the service is warm, which it becomes while it answers.
    """

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[dict[str, Any]]:
        async with connect_async(settings) as graph:
            beginning = asyncio.create_task(begin(graph))
            try:
                yield {"graph": graph}
            finally:
                beginning.cancel()
                await asyncio.wait([beginning])

    async def begin(graph: AsyncGraph) -> None:
        await warm_up(graph)
        announce()

    async def execute(request: Request, operation: Operation) -> ExecutionResult:
        return await answer(
            schema,
            request.state.graph,
            operation.query,
            operation.variables,
            operation.name,
            timeout_seconds=settings.query_timeout_seconds,
        )

    async def ping(request: Request) -> None:
        await request.state.graph.check()

    parts = Parts(
        execute,
        ping,
        timeout_seconds=settings.query_timeout_seconds + _GRACE_SECONDS,
        allowed_origins=settings.allowed_origins,
        allowed_hosts=allowed_hosts(settings.host, settings.allowed_origins),
    )
    return web_application(parts, lifespan)


def serve(settings: Settings, *, announce: Callable[[str], object] = lambda _: None) -> None:
    """Serve until Ctrl-C or SIGTERM; `announce` gets the address once answers come quickly.

    Requests under way are finished first, for as long as one of them may take. The graph is held
    open here as well: so it is started, and its failures told, before the server begins. An empty
    database gets its indexes, which some filters search.
    """
    with (
        _listening(settings.host, settings.port) as listener,
        _stoppable(),
        connect(settings) as graph,
    ):
        ensure_schema(graph)
        config = uvicorn.Config(
            create_app(settings, announce=lambda: announce(_address(settings))),
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=ceil(settings.query_timeout_seconds + _GRACE_SECONDS),
        )
        server = uvicorn.Server(config)
        server.run(sockets=[listener])
        if not server.started:
            raise DatabaseError("The service lost its database while it started: try again.")


def check_port(host: str, port: int) -> None:
    """Raise a SettingsError where nobody could listen; before work that would be for nothing."""
    _listening(host, port).close()


@contextmanager
def _stoppable() -> Iterator[None]:
    """End quietly on either signal; uvicorn raises it once more after it has shut down.

    SIGTERM's own handling would end the process there, and leave the embedded Neo4j behind.
    """
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _address(settings: Settings) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}/graphql"


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise SettingsError(_cannot_listen(host, port, error)) from error


def _cannot_listen(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8000
        command = f"`make demo PORT={other}` or `dramatis serve --port {other}`"
        return f"Port {port} on {host} is in use: stop what listens there, or type {command}."
    if error.errno == errno.EACCES:
        return f"Port {port} may not be used by this account: choose one from 1024, as 8000."
    return f"Nobody can listen on {host}, port {port} ({error.strerror or error}): check --host."
