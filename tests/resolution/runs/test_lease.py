"""One run at a time, whoever starts it and however the one before it ended."""

import os
import platform
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from actors.errors import RunError, RunInProgress
from actors.graph import Graph, Transaction, connect
from actors.settings import Settings
from resolution.runs import Lease, hold_lease
from resolution.runs.holding import LAPSE_SECONDS


def statuses(graph: Graph) -> list[str]:
    rows = graph.read("MATCH (run:Run) RETURN run.status AS status ORDER BY run.startedAt, run.id")
    return [row["status"] for row in rows]


def held_by(graph: Graph, host: str, pid: int, silent_seconds: float) -> None:
    """A lease whose run another process began."""
    graph.write(
        """
        CREATE (:Run {id: 'R-OTHER', status: 'RUNNING', startedAt: '2025-01-01T00:00:00Z'})
        CREATE (:Lease {id: 'resolution', runId: 'R-OTHER', host: $host, pid: $pid,
                        heartbeatAt: timestamp() - toInteger($silence)})
        """,
        host=host,
        pid=pid,
        silence=silent_seconds * 1000,
    )


@contextmanager
def dead_process() -> Iterator[int]:
    """A process that was killed and that nobody has taken note of yet."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        process.kill()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        yield process.pid


def test_a_run_that_ends_well_succeeded(graph: Graph) -> None:
    with hold_lease(graph, "model", "engine"):
        assert statuses(graph) == ["RUNNING"]

    assert statuses(graph) == ["SUCCEEDED"]


def test_a_second_run_is_refused_in_one_sentence_that_names_the_first(graph: Graph) -> None:
    with hold_lease(graph, "model", "engine") as first:
        with (
            pytest.raises(RunInProgress, match=first.run) as refused,
            hold_lease(graph, "model", "engine"),
        ):
            pass

        assert str(os.getpid()) in str(refused.value)
        assert "\n" not in str(refused.value)
        assert statuses(graph) == ["RUNNING"]


def test_of_many_that_begin_at_once_one_holds_the_lease(graph: Graph) -> None:
    together, done = threading.Barrier(6), threading.Barrier(6)
    outcomes: list[str] = []

    def begin() -> None:
        together.wait()
        try:
            with hold_lease(graph, "model", "engine"):
                outcomes.append("held")
                done.wait()
        except RunInProgress:
            outcomes.append("refused")
            done.wait()

    threads = [threading.Thread(target=begin) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["held", *["refused"] * 5]
    assert statuses(graph) == ["SUCCEEDED"]


def test_a_killed_run_of_this_machine_is_followed_at_once(graph: Graph) -> None:
    with dead_process() as pid:
        held_by(graph, platform.node(), pid, silent_seconds=0)

        with hold_lease(graph, "model", "engine"):
            pass

    assert statuses(graph) == ["FAILED", "SUCCEEDED"]


def test_a_silent_run_of_another_machine_is_followed_once_its_lease_lapsed(graph: Graph) -> None:
    held_by(graph, "elsewhere", os.getpid(), silent_seconds=LAPSE_SECONDS + 1)

    with hold_lease(graph, "model", "engine"):
        pass

    assert statuses(graph) == ["FAILED", "SUCCEEDED"]


def test_a_run_of_another_machine_whose_heart_beats_is_left_alone(graph: Graph) -> None:
    held_by(graph, "elsewhere", 1, silent_seconds=1)

    with (
        pytest.raises(RunInProgress, match=r"R-OTHER.*elsewhere"),
        hold_lease(graph, "model", "engine"),
    ):
        pass

    assert statuses(graph) == ["RUNNING"]


def test_a_run_that_lost_its_lease_writes_nothing_more(graph: Graph) -> None:
    def write(transaction: Transaction) -> None:
        transaction.run("CREATE (:Entity {id: 'E-late'})")

    def late(lease: Lease) -> None:
        graph.write("MATCH (lease:Lease) SET lease.runId = 'R-NEXT'")
        lease.publish(write)

    with (
        pytest.raises(RunError, match="lost its lease"),
        hold_lease(graph, "model", "engine") as lease,
    ):
        late(lease)

    assert graph.read("MATCH (entity:Entity) RETURN entity.id AS id") == []
    assert graph.read("MATCH (lease:Lease) RETURN lease.runId AS run") == [{"run": "R-NEXT"}]


@pytest.mark.parametrize(
    ("problem", "status"),
    [(RuntimeError("the model is broken"), "FAILED"), (KeyboardInterrupt(), "CANCELLED")],
)
def test_a_run_that_stops_says_why_and_frees_the_lease(
    graph: Graph, problem: BaseException, status: str
) -> None:
    with pytest.raises(type(problem)), hold_lease(graph, "model", "engine"):
        raise problem

    [row] = graph.read("MATCH (run:Run) RETURN run.status AS status, run.error AS error")
    assert row["status"] == status
    assert "the model is broken" in row["error"] or "Interrupted" in row["error"]
    with hold_lease(graph, "model", "engine"):
        pass


def test_trouble_with_the_lease_never_hides_the_first_error(
    graph: Graph, settings: Settings
) -> None:
    def lose_the_database(own: Graph) -> None:
        own._driver.close()
        message = "the first trouble"
        raise RuntimeError(message)

    with (
        connect(settings) as own,
        pytest.raises(RuntimeError, match="the first trouble"),
        hold_lease(own, "model", "engine"),
    ):
        lose_the_database(own)

    assert statuses(graph) == ["RUNNING"]
