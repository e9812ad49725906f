"""Waits until a started server answers a query; tells its own last words when it does not.

The port opens one or two seconds before the database answers, so a query is asked, not the port.
"""

import time
from pathlib import Path

import psutil
from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from actors.errors import DatabaseError
from actors.graph.address import Address
from actors.graph.driver import CONFIGURATION
from actors.graph.embedded import processes
from actors.graph.embedded.layout import Layout

_PATIENCE_SECONDS = 180.0  # recovery after a kill under load took 9; a busy machine takes longer
_PAUSE_SECONDS = 0.05
_LAST_LINES = 12
# Whoever holds the port may not be Neo4j, and never answer.
_IMPATIENT = {**CONFIGURATION, "connection_timeout": 2.0, "connection_acquisition_timeout": 3.0}


def await_answer(address: Address, process: psutil.Process, layout: Layout) -> None:
    """Return when the server answers; a DatabaseError when it ends or stays silent."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not _answers(address):
        if processes.has_ended(process):
            raise DatabaseError(_last_words("The embedded Neo4j did not start", layout))
        if time.monotonic() > deadline:
            silence = f"The embedded Neo4j did not answer within {_PATIENCE_SECONDS:.0f} s"
            raise DatabaseError(_last_words(silence, layout))
        time.sleep(_PAUSE_SECONDS)


def _answers(address: Address) -> bool:
    credentials = (address.username, address.password)
    with GraphDatabase.driver(address.uri, auth=credentials, **_IMPATIENT) as driver:
        try:
            with driver.session(database=address.database) as session:
                session.run("RETURN 1").consume()
        except (DriverError, Neo4jError, OSError):
            return False
        return True


def _last_words(problem: str, layout: Layout) -> str:
    lines = [line for path in (layout.story, layout.console) for line in _telling_lines(path)]
    told = "\n".join(lines[-_LAST_LINES:]) or "(it printed nothing)"
    return f"{problem}. Its last lines:\n{told}"


def _telling_lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return [
        line for line in lines if line.strip() and not line.lstrip().startswith(("at ", "... "))
    ]
