"""A run that is killed or interrupted, and the one after it: the result is as if nothing happened.

The real command runs as a process of its own. It is held at a chosen place by a lock on what it
is about to write, so that it is hit in the midst of its work, and always there.
"""

import signal
from typing import Any

import pytest
from commands import begun, dramatis, environment, locked, wait_for_stage, wait_until_blocked
from emptying import empty
from readings import demonstration, run, stored
from snapshots import HISTORY, snapshot

from actors.graph import Graph
from actors.settings import Settings

PLACES = {
    "read texts": "MATCH (counter:Counter {id: 'mention'}) SET counter.held = true",
    "entities": "CREATE (:Counter {id: 'event'})",
    "comparisons": "CREATE (:Authority {id: 'authority:us-state'})",
    "designations": "UNWIND $designations AS id CREATE (:Designation {id: id})",
}
"""A stage, and what locks the node that it needs before it ends."""


@pytest.fixture(scope="module")
def undisturbed(session_graph: Graph) -> dict[str, list[Any]]:
    """What the demonstration comes to when nothing happens to its run."""
    empty(session_graph)
    stored(session_graph, *demonstration())
    run(session_graph)
    designations = session_graph.read("MATCH (d:Designation) RETURN d.id AS id ORDER BY id")
    return {
        "result": snapshot(session_graph, without=HISTORY),
        "events": session_graph.read("MATCH (e:IdentityEvent) RETURN count(e) AS events"),
        "designations": [row["id"] for row in designations[-3:]],
    }


def statuses(graph: Graph) -> list[str]:
    rows = graph.read("MATCH (run:Run) RETURN run.status AS status ORDER BY run.startedAt")
    return [row["status"] for row in rows]


@pytest.mark.parametrize("place", PLACES)
def test_a_killed_run_and_its_successor_come_to_the_same_result(
    settings: Settings, graph: Graph, undisturbed: dict[str, list[Any]], place: str
) -> None:
    empty(graph)
    stored(graph, *demonstration())
    environ = environment(settings)
    designations = undisturbed["designations"]

    with (
        locked(graph, PLACES[place], designations=designations),
        begun("resolve", environ=environ) as process,
    ):
        wait_for_stage(process, place)
        process.kill()
        process.wait()
    run(graph)

    assert statuses(graph) == ["FAILED", "SUCCEEDED"]
    assert snapshot(graph, without=HISTORY) == undisturbed["result"]
    events = graph.read("MATCH (e:IdentityEvent) RETURN count(e) AS events")
    assert events == undisturbed["events"]


@pytest.mark.parametrize("moment", ["it begins to write", "its statement waits"])
def test_an_interrupted_run_is_cancelled_and_says_so_in_one_line(
    settings: Settings, graph: Graph, moment: str
) -> None:
    stored(graph, *demonstration())

    with (
        locked(graph, PLACES["entities"]),
        begun("resolve", environ=environment(settings)) as process,
    ):
        wait_for_stage(process, "entities")
        if moment == "its statement waits":
            wait_until_blocked(graph)
        process.send_signal(signal.SIGINT)
        told, complaint = process.communicate(timeout=60)

    assert process.returncode == 1
    assert complaint.strip().splitlines()[-1:] == ["Interrupted."]
    assert "Traceback" not in complaint
    assert told == ""
    assert statuses(graph) == ["CANCELLED"]
    run(graph)
    assert statuses(graph) == ["CANCELLED", "SUCCEEDED"]


def test_a_second_command_is_refused_while_the_first_runs(settings: Settings, graph: Graph) -> None:
    stored(graph, *demonstration())
    environ = environment(settings)

    with locked(graph, PLACES["entities"]), begun("resolve", environ=environ) as process:
        wait_for_stage(process, "entities")
        [first] = graph.read("MATCH (run:Run) RETURN run.id AS id")
        second = dramatis("resolve", environ=environ)

    assert second.returncode == 1
    assert second.stdout == ""
    assert first["id"] in second.stderr.splitlines()[-1]
    assert "Traceback" not in second.stderr
