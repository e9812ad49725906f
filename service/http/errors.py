"""Errors in, what a client may know of them out.

A mistake of the client's is told in full, with a code. What went wrong on our side is masked: the
client gets a request id, the log gets the rest. The database's own words count as ours, since they
may name hosts and accounts.
"""

import logging
from collections.abc import Mapping, Sequence

from graphql import GraphQLError, GraphQLSyntaxError
from graphql.validation.validate import ValidationAbortedError

from actors.errors import (
    DatabaseError,
    DatabaseMemory,
    DatabaseTimeout,
    DatabaseUnavailable,
    DramatisError,
    NotFound,
    RequestError,
    RunError,
)

_log = logging.getLogger(__name__)

_TOLD = (RequestError, NotFound, RunError, DatabaseTimeout, DatabaseMemory)

_BARE = "Validation aborted."
"""All that graphql-core says when comparing the fields of one response key takes too long."""


class Refusal(RequestError):
    """A request that does not reach GraphQL: the sentence, and the HTTP status it deserves."""

    def __init__(
        self, sentence: str, status: int = 400, headers: Mapping[str, str] | None = None
    ) -> None:
        """Say why, and how HTTP says it."""
        super().__init__(sentence)
        self.status = status
        self.headers = headers or {}


class Timeout(RequestError):
    """The operation took longer than the service allows, wherever the time went."""

    code = "TIMEOUT"


def told(error: Exception, request_id: str) -> dict[str, object]:
    """Return the error as a GraphQL response lists it."""
    cause = _cause(error)
    message, code = _message(cause, request_id)
    place = error.formatted if isinstance(error, GraphQLError) else {}
    stated = cause.extensions if isinstance(cause, GraphQLError) else None
    return {**place, "message": message, "extensions": {**(stated or {}), "code": code}}


def status_of(error: Exception) -> int:
    """Return the HTTP status of an error that left no GraphQL result at all."""
    match error:
        case Refusal():
            return error.status
        case Timeout() | DatabaseTimeout():
            return 504
        case DatabaseError():
            return 503
        case RequestError() | NotFound():
            return 400
        case _:
            return 500


def is_unanswered(data: Mapping[str, object] | None, errors: Sequence[GraphQLError]) -> bool:
    """Whether the operation found no database: nothing was read, for want of a connection."""
    has_nothing = data is None or all(value is None for value in data.values())
    return has_nothing and all(isinstance(_cause(one), DatabaseUnavailable) for one in errors)


def _cause(error: Exception) -> Exception:
    """Return what lies behind an error, unless graphql-core found it in what the client sent.

    It wraps what a scalar's parser raised as it wraps what a field's resolver did; only the
    latter has a path.
    """
    while isinstance(error, GraphQLError) and error.original_error is not None:
        if not error.path and not isinstance(error.original_error, GraphQLError | DramatisError):
            return error
        error = error.original_error
    return error


def _message(cause: Exception, request_id: str) -> tuple[str, str]:
    if isinstance(cause, GraphQLSyntaxError):
        return cause.message, "GRAPHQL_PARSE_FAILED"
    if isinstance(cause, ValidationAbortedError) and cause.message == _BARE:
        return (
            "The operation repeats too many fields to be checked: ask in several.",
            "LIMIT_EXCEEDED",
        )
    if isinstance(cause, GraphQLError):
        code = (cause.extensions or {}).get("code")
        return cause.message, code or ("BAD_REQUEST" if cause.path else "GRAPHQL_VALIDATION_FAILED")
    if isinstance(cause, _TOLD):
        return str(cause), cause.code
    _log.error("request_id=%s failed", request_id, exc_info=cause)
    if isinstance(cause, DatabaseError):
        return f"The database does not answer; try again (request {request_id}).", cause.code
    return f"Something failed on our side; the log knows it as request {request_id}.", "INTERNAL"
