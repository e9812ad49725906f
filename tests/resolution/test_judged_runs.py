"""Judgements bind runs: those made before it, those taken back, and those made on the way."""

import pytest
from meanwhile import Meanwhile
from people import OTHERS, PAK, RI, SAME_RI
from readings import (
    edition,
    entity_of,
    judge,
    record,
    retract,
    run,
    stored,
)
from snapshots import HISTORY, snapshot

from actors.errors import RunError
from actors.graph import Graph
from actors.progress import Silent
from actors.records import Mention
from resolution.model import shipped_model
from resolution.pipeline import resolve
from resolution.publishing.stored import stored_judgements


def events(graph: Graph) -> list[tuple[str, str, list[str], list[str]]]:
    rows = graph.read(
        "MATCH (e:IdentityEvent) RETURN e.type AS type, e.entityId AS entity, e.from AS former, "
        "e.to AS present ORDER BY e.id"
    )
    return [(row["type"], row["entity"], row["former"], row["present"]) for row in rows]


def former_ids(graph: Graph, mention: Mention) -> list[str]:
    rows = graph.read(
        "MATCH (:Mention {id: $id})-[:RESOLVED_TO]->(e)<-[:RESOLVED_TO]-(m:Mention) "
        "WHERE m.wasFounder AND m.entityId <> e.id RETURN m.entityId AS id",
        id=mention.id,
    )
    return [row["id"] for row in rows]


def test_a_merge_keeps_the_older_id_and_tells_the_absorbed_one(graph: Graph) -> None:
    stored(graph, edition(RI), edition(PAK, OTHERS[0]))
    run(graph)
    judge(graph, RI, PAK, "SAME")

    report = run(graph)

    assert report.counts.merged == 1
    assert entity_of(graph, PAK.id) == RI.own_entity_id
    assert former_ids(graph, RI) == [PAK.own_entity_id]
    assert events(graph)[-1] == (
        "MERGED",
        RI.own_entity_id,
        [PAK.own_entity_id],
        [RI.own_entity_id],
    )
    assert entity_of(graph, OTHERS[0].id) == OTHERS[0].own_entity_id


def test_a_judgement_taken_back_restores_the_ids_there_were(graph: Graph) -> None:
    stored(graph, edition(RI, PAK))
    run(graph)
    before = snapshot(graph, without=HISTORY)
    judge(graph, RI, PAK, "SAME")
    run(graph)
    retract(graph)

    report = run(graph)

    assert report.counts.split == 1
    assert snapshot(graph, without={*HISTORY, "Judgement"}) == before
    assert events(graph)[-1][:3] == ("SPLIT", RI.own_entity_id, [RI.own_entity_id])


def test_a_verdict_of_different_holds_apart_what_would_merge(graph: Graph) -> None:
    stored(graph, edition(RI), edition(SAME_RI))
    run(graph)
    assert entity_of(graph, SAME_RI.id) == RI.own_entity_id
    judge(graph, RI, SAME_RI, "DIFFERENT")

    run(graph)

    assert entity_of(graph, SAME_RI.id) == SAME_RI.own_entity_id
    retract(graph)
    run(graph)
    assert entity_of(graph, SAME_RI.id) == RI.own_entity_id


def test_a_verdict_of_unsure_binds_nothing(graph: Graph) -> None:
    stored(graph, edition(RI), edition(SAME_RI))
    judge(graph, RI, SAME_RI, "UNSURE")

    run(graph)

    assert entity_of(graph, SAME_RI.id) == RI.own_entity_id


def test_contradicting_verdicts_stop_the_run_and_leave_the_graph_as_it_was(graph: Graph) -> None:
    stored(graph, edition(RI, PAK))
    run(graph)
    before = snapshot(graph, without={*HISTORY, "Judgement"})
    judge(graph, RI, PAK, "SAME", 1)
    judge(graph, RI, PAK, "DIFFERENT", 2)

    with pytest.raises(RunError, match="retract"):
        run(graph)

    assert snapshot(graph, without={*HISTORY, "Judgement"}) == before
    [last] = graph.read("MATCH (r:Run) RETURN r.status AS status, r.error AS error "
                        "ORDER BY r.startedAt DESC LIMIT 1")  # fmt: skip
    assert last["status"] == "FAILED"
    assert "retract" in last["error"]


def test_no_designation_is_without_its_entity_while_entities_merge(graph: Graph) -> None:
    """An entity that goes hands its designations on in the transaction that removes it."""
    bank = record("7", "Golden Triangle Bank", listed="2023-06-01")
    stored(graph, edition(RI, bank))
    run(graph)
    judge(graph, RI, bank, "SAME")
    seen: list[int] = []

    class Watching(Silent):
        def stage(self, name: str, total: int | None = None) -> None:  # noqa: ARG002
            [row] = graph.read(
                "MATCH (d:Designation) WHERE NOT (d)-[:DESIGNATES]->(:Entity) "
                "RETURN count(d) AS orphans"
            )
            seen.append(row["orphans"])

    resolve(graph, shipped_model(), Watching())

    assert len(seen) > 6
    assert not any(seen)
    assert graph.read("MATCH (e:Entity) RETURN e.designationCount AS count") == [{"count": 2}]


@pytest.mark.parametrize("transactions", [1, 2, 3, 5, 8])
def test_a_verdict_given_while_a_run_is_under_way_is_honoured_by_it(
    graph: Graph, transactions: int
) -> None:
    """A verdict was read with all else at the start; one given later waited for the next run."""
    stored(graph, edition(RI), edition(SAME_RI), edition(PAK, *OTHERS))

    def judged() -> None:
        judge(graph, RI, SAME_RI, "DIFFERENT", 1)
        judge(graph, RI, PAK, "SAME", 2)

    meanwhile = Meanwhile(graph, transactions, judged)
    report = resolve(meanwhile, shipped_model(), Silent())

    assert meanwhile.has_happened
    assert entity_of(graph, SAME_RI.id) == SAME_RI.own_entity_id
    assert entity_of(graph, PAK.id) == RI.own_entity_id
    told = [event for event, *_ in events(graph)]
    counts = report.counts
    assert [counts.created, counts.merged, counts.split] == [
        told.count(event) for event in ("CREATED", "MERGED", "SPLIT")
    ]
    before = snapshot(graph)
    assert run(graph).reached_mentions == 0
    run(graph, full=True)
    assert snapshot(graph) == before


@pytest.mark.parametrize("transactions", [1, 2, 5, 8])
def test_a_verdict_taken_back_while_a_run_is_under_way_binds_it_no_more(
    graph: Graph, transactions: int
) -> None:
    stored(graph, edition(RI, PAK, *OTHERS))
    judge(graph, RI, PAK, "SAME")
    meanwhile = Meanwhile(graph, transactions, lambda: retract(graph))

    resolve(meanwhile, shipped_model(), Silent())

    assert meanwhile.has_happened
    assert entity_of(graph, PAK.id) == PAK.own_entity_id


def test_nobody_sees_two_that_were_judged_apart_made_one(graph: Graph) -> None:
    """What a run had decided without the verdict is never stored, not even for a moment."""
    stored(graph, edition(RI), edition(SAME_RI))
    seen: list[str] = []

    class Watching(Silent):
        def stage(self, name: str, total: int | None = None) -> None:  # noqa: ARG002
            if name == "entities" and not stored_judgements(graph):
                judge(graph, RI, SAME_RI, "DIFFERENT")
            rows = graph.read("MATCH (:Mention {recordId: '9'})-->(e:Entity) RETURN e.id AS id")
            seen.extend(row["id"] for row in rows)

    resolve(graph, shipped_model(), Watching())

    assert set(seen) == {SAME_RI.own_entity_id}


def test_a_verdict_on_what_came_after_the_run_began_is_left_to_the_next(graph: Graph) -> None:
    stored(graph, edition(RI))

    class Later(Silent):
        def stage(self, name: str, total: int | None = None) -> None:  # noqa: ARG002
            if name == "cluster":
                stored(graph, edition(PAK, is_complete=False))
                judge(graph, RI, PAK, "SAME")

    resolve(graph, shipped_model(), Later())
    assert graph.read("MATCH (:Mention)-->(e:Entity) RETURN e.mentionCount AS n") == [{"n": 1}]

    run(graph)

    assert entity_of(graph, PAK.id) == RI.own_entity_id
