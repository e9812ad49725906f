"""The GraphQL endpoint: one request in, one response with the status the specification asks for.

A request error (the document does not parse or validate, variables do not fit) has no `data`. As
`application/graphql-response+json` it is answered with 400, as `application/json` with 200, which
older clients expect. Once an operation ran, the status is 200 and errors stand in the body; only
where no database answered it is 503, so that whoever stands before the service may ask another.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import orjson
from graphql import GraphQLError, OperationType
from starlette.requests import Request
from starlette.responses import Response
from strawberry.types import ExecutionResult

from service.http.errors import Refusal, Timeout, is_unanswered, status_of, told
from service.http.limits import LimitExceeded, Limits, operation_types
from service.http.negotiation import GRAPHQL, HTML, JSON, negotiated
from service.http.operation import Operation, read_operation
from service.http.page import graphiql_page

_LATE = (
    "The operation took longer than the service allows; "
    "ask for less at once, or once more where the service has only just begun."
)

Execute = Callable[[Request, Operation], Awaitable[ExecutionResult]]


@dataclass(frozen=True, slots=True)
class GraphQLEndpoint:
    """Answers GET and POST by what `execute` makes of the operation, within the limits."""

    execute: Execute
    limits: Limits
    timeout_seconds: float

    async def __call__(self, request: Request) -> Response:
        """Answer a request; whatever goes wrong is a GraphQL response too."""
        media_type = negotiated(request.headers.get("accept"), html=request.method != "POST")
        if media_type == HTML:
            return graphiql_page()
        if media_type is None:
            refusal = Refusal(f"Accept {GRAPHQL} or {JSON}: there is nothing else.", 406)
            return _refused(refusal, request, JSON, refusal.status)
        try:
            return _answered(await self._result(request), request, media_type)
        except (GraphQLError, LimitExceeded) as error:
            return _refused(error, request, media_type, _request_error_status(media_type))
        except Exception as error:  # noqa: BLE001 - the boundary: `told` logs what is not ours
            return _refused(error, request, media_type, status_of(error))

    async def _result(self, request: Request) -> ExecutionResult:
        operation = await read_operation(request)
        operation_type = _chosen(operation_types(operation.query, self.limits), operation.name)
        if operation.is_get and operation_type is not OperationType.QUERY:
            raise Refusal("GET only reads: send mutations by POST.", 405, {"Allow": "POST"})
        try:
            async with asyncio.timeout(self.timeout_seconds):
                return await self.execute(request, operation)
        except TimeoutError as error:
            raise Timeout(_LATE) from error


def _chosen(types: Mapping[str, OperationType], name: str | None) -> OperationType:
    if not types:
        raise GraphQLError("The document holds no operation.")
    if name is not None and name not in types:
        raise GraphQLError(f"The document has no operation named `{name}`.")
    if name is None and len(types) > 1:
        raise GraphQLError("Say by `operationName` which of the document's operations to run.")
    return types[name] if name is not None else next(iter(types.values()))


def _refused(error: Exception, request: Request, media_type: str, status: int) -> Response:
    body = {"errors": [told(error, request.state.request_id)]}
    headers = error.headers if isinstance(error, Refusal) else None
    return _response(body, media_type, status, headers)


def _answered(result: ExecutionResult, request: Request, media_type: str) -> Response:
    if not result.errors:
        return _response({"data": result.data}, media_type, 200)
    errors = [told(error, request.state.request_id) for error in result.errors]
    if result.data is None and not any(error.path for error in result.errors):
        return _response({"errors": errors}, media_type, _request_error_status(media_type))
    status = 503 if is_unanswered(result.data, result.errors) else 200
    return _response({"data": result.data, "errors": errors}, media_type, status)


def _request_error_status(media_type: str) -> int:
    return 400 if media_type == GRAPHQL else 200


def _response(
    body: Mapping[str, object],
    media_type: str,
    status: int,
    headers: Mapping[str, str] | None = None,
) -> Response:
    return Response(
        orjson.dumps(body),
        status,
        {"Cache-Control": "no-store", "Vary": "Accept", **(headers or {})},
        media_type,
    )
