"""How drivers are made and how their errors become ours.

Every exception of the driver passes `translated`, once, so that nothing above this package knows
the driver. A notification of the server (an unknown label on an empty graph, say) is no news to
anyone: they are off.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
)

from actors.errors import DatabaseError, DatabaseMemory, DatabaseTimeout, DatabaseUnavailable
from actors.graph.address import Address

CONFIGURATION: dict[str, Any] = {
    "notifications_min_severity": "OFF",
    "telemetry_disabled": True,
    "user_agent": "dramatis",
    "connection_timeout": 10.0,
    "connection_acquisition_timeout": 30.0,
    # An idle connection that a firewall dropped is noticed before a query is lost on it.
    "liveness_check_timeout": 60.0,
}

_OUT_OF_MEMORY = ("MemoryPoolOutOfMemoryError", "TransactionOutOfMemoryError")
_WHEN_LATE = "ask for less at once, or once more where the database has only just begun"
_TIMED_OUT = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration")


@contextmanager
def translated(address: Address) -> Iterator[None]:
    """Turn what the driver raises into one sentence that says what to do."""
    try:
        yield
    except AuthError as error:
        raise DatabaseError(_refused(address)) from error
    except ServiceUnavailable as error:
        raise unreachable(address) from error
    except Neo4jError as error:
        raise _of_statement(error) from error
    except DriverError as error:
        raise DatabaseError(_unusable(address, error)) from error
    except OSError as error:
        raise unreachable(address) from error


@contextmanager
def stopped_for_good() -> Iterator[None]:
    """Keep the driver from repeating a statement that was stopped for its hunger for memory.

    Neo4j counts this among the errors that pass; a statement that asks for too much asks again.
    """
    try:
        yield
    except Neo4jError as error:
        if _reason(error) not in _OUT_OF_MEMORY:
            raise
        message = "The query needed more memory than it may; ask for less at once"
        raise DatabaseMemory(message) from None


def unreachable(address: Address) -> DatabaseUnavailable:
    """Return the error of an address where nobody answers."""
    return DatabaseUnavailable(
        f"No Neo4j answers at {address.uri}: start it, or check NEO4J_URI "
        "(without NEO4J_URI the embedded Neo4j is used)"
    )


@contextmanager
def opening(address: Address) -> Iterator[None]:
    """Turn what the driver raises at an address it cannot read into one sentence."""
    try:
        yield
    except (ConfigurationError, ValueError) as error:
        raise DatabaseError(_unusable(address, error)) from error


def _of_statement(error: Neo4jError) -> DatabaseError:
    code = error.code or "unknown"
    if _reason(error) in _TIMED_OUT:
        return DatabaseTimeout(f"The query took longer than it may; {_WHEN_LATE}")
    if code.endswith("DatabaseNotFound"):
        return DatabaseError(f"{error.message}: check NEO4J_DATABASE")
    return DatabaseError(f"Neo4j refused a statement ({code}): {error.message}")


def _refused(address: Address) -> str:
    return (
        f"Neo4j at {address.uri} refused the user {address.username!r} and the password given: "
        "check NEO4J_USERNAME and NEO4J_PASSWORD"
    )


def _unusable(address: Address, error: Exception) -> str:
    return f"Neo4j at {address.uri} cannot be used: {error}"


def _reason(error: Neo4jError) -> str:
    return (error.code or "").rpartition(".")[2]
