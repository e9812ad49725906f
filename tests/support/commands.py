"""The real `dramatis` as a process of its own, as a person starts it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from actors.graph import Graph, Transaction
from actors.settings import Settings, variables

PROGRAM = Path(sys.executable).with_name("dramatis")


def environment(settings: Settings | None = None, **more: str) -> dict[str, str]:
    """Return this process's environment with the settings of one server, or of none."""
    ours = set(variables().values())
    environ = {key: value for key, value in os.environ.items() if key not in ours}
    if settings is not None:
        environ |= {
            "NEO4J_URI": settings.neo4j_uri or "",
            "NEO4J_USERNAME": settings.neo4j_username,
            "NEO4J_PASSWORD": settings.neo4j_password or "",
            "DRAMATIS_HOME": str(settings.home),
        }
    return environ | more


def dramatis(
    *arguments: str, environ: Mapping[str, str], timeout: float = 120
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        [PROGRAM, *arguments],
        env=environ,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


@contextmanager
def begun(*arguments: str, environ: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Begin the command; what is left of it at the end of the block is killed."""
    with subprocess.Popen(
        [PROGRAM, *arguments],
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
                process.communicate()


def wait_for_stage(process: subprocess.Popen[str], stage: str) -> None:
    """Read what the command tells until it begins a stage."""
    assert process.stderr is not None
    told = []
    for line in process.stderr:
        told.append(line)
        if line.startswith(stage):
            return
    message = f"the command ended before the stage {stage!r}: {''.join(told)}"
    raise AssertionError(message)


@contextmanager
def locked(graph: Graph, statement: str, **parameters: object) -> Iterator[Transaction]:
    """Hold what a statement locks for the length of a block, and leave no trace of it."""

    with suppress(_Undone), graph.transaction() as transaction:
        transaction.run(statement, **parameters)
        yield transaction
        raise _Undone


def wait_until_blocked(graph: Graph) -> None:
    """Return once some transaction waits for what another holds."""
    blocked = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN status"
    while not graph.write(blocked):
        pass


class _Undone(Exception):
    """Rolls a transaction back."""
