"""One run at a time, on any number of machines: how the lease is taken, kept and given back.

Whoever holds it writes a heartbeat by the database's clock every few seconds. A lease lapses when
the heartbeat is old, or at once when its holder was a process of this machine that is gone; then
its run is marked FAILED and the next one takes over.
"""

import os
import platform
import secrets
import threading
from base64 import b32encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psutil

from actors.errors import DatabaseError, RunInProgress
from actors.graph import Graph, Transaction
from actors.instants import now
from actors.interruption import is_interrupt
from actors.records import RunStatus
from resolution.runs.lease import Lease

HEARTBEAT_SECONDS = 5.0
LAPSE_SECONDS = 30.0
"""Six missed heartbeats: a long stop of the garbage collector is no death."""

LOCK_LEASE = """
MERGE (lease:Lease {id: 'resolution'})
SET lease.touched = timestamp()
"""

HELD_LEASE = """
MATCH (lease:Lease {id: 'resolution'})
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
CREATE (:Run {id: $run, status: 'RUNNING', startedAt: $now, model: $model, engine: $engine,
              mentions: 0, pairs: 0, created: 0, merged: 0, split: 0})
"""

RELEASE = """
MATCH (run:Run {id: $run})
SET run += $outcome
WITH run
MATCH (lease:Lease {id: 'resolution', runId: $run})
SET lease.runId = null, lease.host = null, lease.pid = null, lease.heartbeatAt = null
"""


@contextmanager
def hold_lease(graph: Graph, model: str, engine: str) -> Iterator[Lease]:
    """Begin a run and hold the lease until the block ends; RunInProgress if another holds it."""
    lease = Lease(graph, _minted())
    _take(lease, model, engine)
    ended = threading.Event()
    heart = threading.Thread(target=_beat, args=(lease, ended), daemon=True)
    heart.start()
    try:
        yield lease
    except BaseException as problem:
        # The first trouble is the one to hear of; without a database there is nothing to release,
        # and the lease lapses by itself.
        with suppress(DatabaseError):
            _release(lease, *_ending(problem))
        raise
    else:
        _release(lease, RunStatus.SUCCEEDED, None)
    finally:
        ended.set()
        heart.join(HEARTBEAT_SECONDS)


def _minted() -> str:
    return "R-" + b32encode(secrets.token_bytes(8)).decode()[:12]


def _take(lease: Lease, model: str, engine: str) -> None:
    host = platform.node()

    def take(transaction: Transaction) -> None:
        # Locked first and read then: of two processes, the second reads what the first wrote.
        transaction.run(LOCK_LEASE)
        [held] = transaction.run(HELD_LEASE)
        if held["run"] and not _lapsed(held["silence"], held["host"] == host, held["pid"]):
            message = (
                f"Run {held['run']} is under way since {held['startedAt']} on {held['host']} "
                f"(process {held['pid']}); wait for it, or stop it and try again."
            )
            raise RunInProgress(message)
        holder = {"run": lease.run, "host": host, "pid": os.getpid()}
        transaction.run(TAKE_LEASE, **holder, now=now(), model=model, engine=engine)

    lease.graph.together(take)


def _lapsed(silence_milliseconds: int, is_this_host: bool, pid: int) -> bool:
    if silence_milliseconds > LAPSE_SECONDS * 1000:
        return True
    return is_this_host and not _is_alive(pid)


def _is_alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _beat(lease: Lease, ended: threading.Event) -> None:
    while not ended.wait(HEARTBEAT_SECONDS):
        # The publishing transactions will meet the same trouble and say so.
        with suppress(DatabaseError):
            lease.beat()


def _ending(problem: BaseException) -> tuple[RunStatus, str]:
    if is_interrupt(problem):
        return RunStatus.CANCELLED, "Interrupted; the next run goes on from there."
    return RunStatus.FAILED, str(problem) or type(problem).__name__


def _release(lease: Lease, status: RunStatus, error: str | None) -> None:
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
    lease.graph.write(RELEASE, run=lease.run, outcome=outcome)
