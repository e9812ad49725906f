"""The lease: one run at a time, on any number of machines.

Whoever holds it writes a heartbeat by the database's clock every few seconds. A lease lapses when
the heartbeat is old, or at once when its holder was a process of this machine that is gone; then
its run is marked FAILED and the next one takes over. Every publishing transaction first proves
that the lease is still held, so a run that was thought dead cannot write beside its successor.
"""

import os
import platform
import secrets
import threading
from base64 import b32encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from actors.errors import DatabaseError, RunError, RunInProgress
from actors.graph import Graph, Transaction
from actors.records import RunStatus
from resolution.runs.report import RunCounts

HEARTBEAT_SECONDS = 5.0
LAPSE_SECONDS = 30.0
"""Six missed heartbeats: a long stop of the garbage collector is no death."""

LOCKED_LEASE = """
MERGE (lease:Lease {id: 'resolution'})
SET lease.touched = timestamp()
WITH lease
OPTIONAL MATCH (run:Run {id: lease.runId})
RETURN lease.runId AS run, lease.host AS host, lease.pid AS pid, run.startedAt AS startedAt,
       timestamp() - lease.heartbeatAt AS silence
"""

TAKE_LEASE = """
MATCH (lease:Lease {id: 'resolution'})
OPTIONAL MATCH (lapsed:Run {id: lease.runId, status: 'RUNNING'})
SET lapsed.status = 'FAILED', lapsed.finishedAt = $now,
    lapsed.error = 'The process ended before the run did; the next run went on from there.'
SET lease.runId = $run, lease.host = $host, lease.pid = $pid, lease.heartbeatAt = timestamp()
CREATE (:Run {id: $run, status: 'RUNNING', startedAt: $now, model: $model,
              mentions: 0, pairs: 0, created: 0, merged: 0, split: 0})
"""

BEAT = """
MATCH (lease:Lease {id: 'resolution', runId: $run})
SET lease.heartbeatAt = timestamp()
RETURN lease.id AS lease
"""

RELEASE = """
MATCH (run:Run {id: $run})
SET run += $outcome
WITH run
MATCH (lease:Lease {id: 'resolution', runId: $run})
SET lease.runId = null, lease.host = null, lease.pid = null, lease.heartbeatAt = null
"""


@dataclass(slots=True)
class Lease:
    """The right to publish, while it lasts."""

    run: str
    counts: RunCounts = field(default_factory=RunCounts)
    """What the run did so far; written to its node at the end, however it ends."""

    def prove(self, transaction: Transaction) -> None:
        """Refuse to write when another run took over; renews the heartbeat besides."""
        if not transaction.run(BEAT, run=self.run):
            message = f"Run {self.run} lost its lease to another run and stopped; nothing is lost."
            raise RunError(message)


@contextmanager
def hold_lease(graph: Graph, model: str) -> Iterator[Lease]:
    """Begin a run and hold the lease until the block ends; RunInProgress if another holds it."""
    lease = Lease(_take(graph, model))
    stopped = threading.Event()
    heart = threading.Thread(target=_beat, args=(graph, lease.run, stopped), daemon=True)
    heart.start()
    status, error = RunStatus.SUCCEEDED, None
    try:
        yield lease
    except KeyboardInterrupt:
        status, error = RunStatus.CANCELLED, "Interrupted; the next run goes on from there."
        raise
    except BaseException as problem:
        status, error = RunStatus.FAILED, str(problem) or type(problem).__name__
        raise
    finally:
        stopped.set()
        heart.join()
        _release(graph, lease, status, error)


def now() -> str:
    """Return the present instant as the graph writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _take(graph: Graph, model: str) -> str:
    run = "R-" + b32encode(secrets.token_bytes(8)).decode()[:12]
    host = platform.node()
    with graph.transaction() as transaction:
        [held] = transaction.run(LOCKED_LEASE)
        if held["run"] and not _lapsed(held["silence"], held["host"] == host, held["pid"]):
            message = (
                f"Run {held['run']} is under way since {held['startedAt']} on {held['host']} "
                f"(process {held['pid']}); wait for it, or stop it and try again."
            )
            raise RunInProgress(message)
        transaction.run(TAKE_LEASE, run=run, host=host, pid=os.getpid(), now=now(), model=model)
    return run


def _lapsed(silence_milliseconds: int, is_this_host: bool, pid: int) -> bool:
    if silence_milliseconds > LAPSE_SECONDS * 1000:
        return True
    return is_this_host and not _is_alive(pid)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _beat(graph: Graph, run: str, stopped: threading.Event) -> None:
    while not stopped.wait(HEARTBEAT_SECONDS):
        try:
            graph.write(BEAT, run=run)
        except DatabaseError:
            # The publishing transactions will meet the same trouble and say so.
            continue


def _release(graph: Graph, lease: Lease, status: RunStatus, error: str | None) -> None:
    counts = lease.counts
    outcome = {
        "status": status.value,
        "finishedAt": now(),
        "error": error,
        "mentions": counts.mentions,
        "pairs": counts.pairs,
        "created": counts.created,
        "merged": counts.merged,
        "split": counts.split,
    }
    graph.write(RELEASE, run=lease.run, outcome=outcome)
