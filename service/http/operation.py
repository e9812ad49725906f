"""An HTTP request in, a GraphQL operation out, or one sentence on why there is none.

The form is that of the GraphQL-over-HTTP specification, which asks for status 400 where JSON or a
parameter is not of the right kind. Batches (JSON arrays) are refused: they multiply work past every
limit on a single operation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.requests import ClientDisconnect, Request

from service.http.errors import Refusal

MAX_BODY_BYTES = 1_000_000
MAX_VARIABLE_DEPTH = 32
"""Deeper than any filter a person writes; coercion of variables is recursive."""

_PARAMETERS: Mapping[str, tuple[type, str]] = {
    "query": (str, "a string"),
    "operationName": (str, "a string"),
    "variables": (dict, "an object"),
    "extensions": (dict, "an object"),
}


@dataclass(frozen=True, slots=True)
class Operation:
    """What a client asks for, and whether it came by GET and so may only read."""

    query: str
    variables: Mapping[str, object]
    name: str | None
    is_get: bool


async def read_operation(request: Request) -> Operation:
    """Read the operation from the address of a GET or the body of a POST."""
    is_get = request.method in {"GET", "HEAD"}
    parameters = _from_address(request) if is_get else await _from_body(request)
    for name, (kind, expected) in _PARAMETERS.items():
        value = parameters.get(name)
        if value is not None and not isinstance(value, kind):
            raise Refusal(f"`{name}` must be {expected}.")
    query, variables = parameters.get("query"), parameters.get("variables") or {}
    if not query:
        raise Refusal('The request has no `query`; send e.g. {"query": "{ sources { name } }"}.')
    if _is_deeper(variables, MAX_VARIABLE_DEPTH):
        raise Refusal(f"`variables` are nested deeper than {MAX_VARIABLE_DEPTH} levels.")
    return Operation(query, variables, parameters.get("operationName") or None, is_get)


def _from_address(request: Request) -> dict[str, Any]:
    parameters: dict[str, Any] = dict(request.query_params)
    for name in ("variables", "extensions"):
        if parameters.get(name):
            parameters[name] = _json(parameters[name], f"`{name}` in the address")
        else:
            parameters.pop(name, None)
    return parameters


async def _from_body(request: Request) -> dict[str, Any]:
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    if media_type.strip().lower() != "application/json":
        raise Refusal("Send the operation as JSON, with Content-Type: application/json.", 415)
    charset = parameters.replace(" ", "").replace('"', "").lower()
    if charset not in {"", "charset=utf-8"}:
        raise Refusal("Send the operation as JSON in UTF-8.", 415)
    parsed = _json(await _bounded_body(request), "The request's body")
    if isinstance(parsed, list):
        raise Refusal("Batches are not accepted: send one operation in one request.")
    if not isinstance(parsed, dict):
        raise Refusal("The request's body must be a JSON object with a `query`.")
    return parsed


async def _bounded_body(request: Request) -> bytes:
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_BODY_BYTES:
                raise Refusal(f"The request's body is larger than {MAX_BODY_BYTES:,} bytes.", 413)
    except ClientDisconnect:
        raise Refusal("The client left before the request's body was complete.") from None
    return bytes(body)


def _json(text: str | bytes, place: str) -> object:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Refusal(f"{place} is not JSON: {error.msg}, line {error.lineno}.") from error


def _is_deeper(value: object, levels: int) -> bool:
    if isinstance(value, dict):
        return levels == 0 or any(_is_deeper(inner, levels - 1) for inner in value.values())
    if isinstance(value, list):
        return levels == 0 or any(_is_deeper(inner, levels - 1) for inner in value)
    return False
