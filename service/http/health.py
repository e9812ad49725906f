"""Two questions an operator's tools ask: does the process live, does the database answer.

They differ on purpose: a process whose database is away is taken out of rotation, not killed.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse

from actors.errors import DramatisError

_log = logging.getLogger(__name__)

_PATIENCE_SECONDS = 2.0
"""Shorter than the time within which orchestrators want an answer."""

Ping = Callable[[Request], Awaitable[None]]


async def healthz(_: Request) -> JSONResponse:
    """Say that the process lives."""
    return JSONResponse({"status": "ok"})


@dataclass(frozen=True, slots=True)
class Readyz:
    """Says whether the database answers; `ping` raises where it does not."""

    ping: Ping

    async def __call__(self, request: Request) -> JSONResponse:
        """Answer 200 or 503."""
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await self.ping(request)
        except (DramatisError, TimeoutError) as error:
            _log.warning("ready=false reason=%r", error)
            return JSONResponse({"status": "the database does not answer"}, 503)
        return JSONResponse({"status": "ok"})
