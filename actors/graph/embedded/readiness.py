"""Waits until a started server answers a query; tells its own last words when it does not.

The port opens one or two seconds before the database answers, so a query is asked, not the port.
"""

import time
from collections import deque
from pathlib import Path

import psutil
from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from actors.errors import DatabaseError
from actors.graph.address import Address
from actors.graph.driver import CONFIGURATION
from actors.graph.embedded import processes

_PATIENCE_SECONDS = 180.0  # recovery after a kill under load took 9; a busy machine takes longer
_PAUSE_SECONDS = 0.05
_LAST_LINES = 12


def await_answer(address: Address, process: psutil.Process | None, console: Path) -> None:
    """Return when the server answers; a DatabaseError when it ends or stays silent."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not _answers(address):
        if process is None or processes.has_ended(process):
            message = f"The embedded Neo4j did not start. Its last lines:\n{last_lines(console)}"
            raise DatabaseError(message)
        if time.monotonic() > deadline:
            message = (
                f"The embedded Neo4j did not answer within {_PATIENCE_SECONDS:.0f} s. "
                f"Its last lines:\n{last_lines(console)}"
            )
            raise DatabaseError(message)
        time.sleep(_PAUSE_SECONDS)


def last_lines(console: Path) -> str:
    """Return the end of what the server printed."""
    try:
        with console.open(encoding="utf-8", errors="replace") as file:
            return "".join(deque(file, _LAST_LINES)).rstrip() or "(it printed nothing)"
    except FileNotFoundError:
        return "(it printed nothing)"


def _answers(address: Address) -> bool:
    credentials = (address.username, address.password)
    with GraphDatabase.driver(address.uri, auth=credentials, **CONFIGURATION) as driver:
        try:
            with driver.session(database=address.database) as session:
                session.run("RETURN 1").consume()
        except (DriverError, Neo4jError, OSError):
            return False
        return True
