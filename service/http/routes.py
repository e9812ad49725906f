"""What stands at which address.

Browsers on other origins get nothing unless the settings name their origin: the service may run
on a person's own machine, where any page they visit could otherwise read their articles. No
cookies are used, so named origins need no credentials.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Mount, Route

from service.http.endpoint import Execute, GraphQLEndpoint
from service.http.headers import Headers
from service.http.health import Ping, Readyz, healthz
from service.http.limits import Limits
from service.http.page import graphiql_assets

Lifespan = Callable[[Starlette], AbstractAsyncContextManager[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Parts:
    """What the addresses need from the rest of the service."""

    execute: Execute
    ping: Ping
    timeout_seconds: float
    limits: Limits = field(default_factory=Limits)
    allowed_origins: tuple[str, ...] = ()
    allowed_hosts: tuple[str, ...] = ("*",)


def web_application(parts: Parts, lifespan: Lifespan | None = None) -> Starlette:
    """Return the application with every address of the service."""
    endpoint = GraphQLEndpoint(parts.execute, parts.limits, parts.timeout_seconds)
    routes = [
        Route("/", _to_graphql),
        Route("/graphql", endpoint.__call__, methods=["GET", "POST"]),
        Mount("/graphiql", graphiql_assets()),
        Route("/healthz", healthz),
        Route("/readyz", Readyz(parts.ping).__call__),
    ]
    cors = Middleware(
        CORSMiddleware,
        allow_origins=parts.allowed_origins,
        allow_methods=["GET", "POST"],
        allow_headers=["Content-Type"],
        expose_headers=["X-Request-Id"],
        max_age=3600,
    )
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=parts.allowed_hosts, www_redirect=False)
    middleware = [Middleware(Headers), hosts, cors]
    return Starlette(routes=routes, middleware=middleware, lifespan=lifespan)


async def _to_graphql(_: Request) -> RedirectResponse:
    return RedirectResponse("graphql")
