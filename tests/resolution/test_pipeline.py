"""A run comes to one result, however it came about: repeated, in parts, in another order."""

from datetime import date
from itertools import permutations

import orjson
import pytest
from emptying import empty
from readings import (
    article,
    demonstration,
    edition,
    entity_of,
    judge,
    record,
    retract,
    run,
    stored,
)
from snapshots import HISTORY, identities, snapshot

from actors.errors import RunError
from actors.graph import Graph, Row
from actors.progress import Silent
from actors.records import EntityKind, Mention, own_entity_id
from actors.records.interchange import from_json
from resolution import pipeline
from resolution.ingestion.rows import mention_row
from resolution.model import shipped_model
from resolution.pipeline import resolve
from resolution.publishing.stored import stored_state
from resolution.publishing.stored.mentions import MENTIONS
from resolution.reporting import run_tables

RI = record("1", "Ri Chang Ho", born="1967-05-12", countries=["kp"])
SAME_RI = record(
    "9", "RI, Chang-ho", born="1967-05-12", countries=["kp"], source="other", authority="gb-hmt"
)
PAK = record("2", "Pak Jong Chon", born="1950-01-02")
OTHERS = [
    record("3", "Silver Delta Bank", kind=EntityKind.ORGANIZATION, listed="2023-06-01"),
    record("4", "Mikhail Sergeyevich Orlov", born="1971-01-30", linked_to=["Pak Jong Chon"]),
]


# One more than the records that may share a word and still be compared for it.
TREES = (
    "Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse", "Hazel", "Ivy", "Juniper",
    "Kapok", "Larch", "Maple", "Nutmeg", "Olive", "Poplar", "Quince", "Rowan", "Spruce", "Teak",
    "Ulmus",
)  # fmt: skip


def written_entities(graph: Graph) -> dict[str, str]:
    rows = graph.read("MATCH (e:Entity) RETURN e.id AS id, elementId(e) + e.contentHash AS content")
    return {row["id"]: row["content"] for row in rows}


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


def test_a_second_run_changes_nothing_at_all(graph: Graph) -> None:
    stored(graph, *demonstration())
    run(graph)
    before, made = snapshot(graph), identities(graph)

    incremental = run(graph)
    full = run(graph, full=True)

    assert snapshot(graph) == before
    assert identities(graph) == made
    assert (incremental.changed_mentions, incremental.counts.pairs) == (0, 0)
    assert full.is_full
    assert full.counts.pairs > 0


def test_what_comes_in_parts_is_resolved_as_if_it_came_at_once(graph: Graph) -> None:
    readings = demonstration()
    stored(graph, *readings)
    run(graph)
    at_once = snapshot(graph, without=HISTORY, ignoring={"wasFounder"})
    empty(graph)

    for part in (readings[:1], readings[1:2], readings[2:]):
        stored(graph, *part)
        run(graph)

    assert snapshot(graph, without=HISTORY, ignoring={"wasFounder"}) == at_once


def test_parts_agree_where_a_key_grows_too_common_to_bring_pairs_together(graph: Graph) -> None:
    """Pairs that met only under a word of 8 records stayed after 32 records had it."""
    firsts = ("Amal", "Bilal", "Dalia", "Emad", "Fadi", "Ghada", "Hani", "Iman")
    names = [f"Haddad {first}" for first in firsts]
    crowd = [record(str(number), name) for number, name in enumerate(names)]
    more = [
        record(str(number), f"{name} {middle}", source=f"list-{middle}")
        for middle in ("Qassim", "Rafiq", "Samir")
        for number, name in enumerate(names)
    ]
    lists = [edition(*crowd), *(edition(*more[place : place + 8]) for place in (0, 8, 16))]
    stored(graph, *lists)
    run(graph)
    at_once = snapshot(graph, without=HISTORY, ignoring={"wasFounder"})
    empty(graph)

    for one in lists:
        stored(graph, one)
        run(graph)

    assert snapshot(graph, without=HISTORY, ignoring={"wasFounder"}) == at_once


def test_a_key_that_is_common_no_longer_brings_its_pairs_together_again(graph: Graph) -> None:
    """The pairs of a word that 21 records shared were not compared when one record lost it."""
    crowd = [record(str(place), f"Zorkin {word}") for place, word in enumerate(TREES)]
    stored(graph, edition(*crowd))
    run(graph)
    renamed = record("0", "Alder Wholly Different")
    stored(graph, edition(renamed, *crowd[1:], on=date(2025, 1, 31)))

    incremental = run(graph)

    parts = snapshot(graph)
    assert incremental.counts.pairs >= 190
    assert not incremental.is_full
    run(graph, full=True)
    assert snapshot(graph) == parts


def test_one_changed_record_moves_only_what_it_must(graph: Graph) -> None:
    readings = demonstration()
    stored(graph, *readings)
    stored(graph, edition(RI, PAK, *OTHERS))
    run(graph)
    before = written_entities(graph)
    changed = record(
        "3", "Silver Delta Trade Bank", kind=EntityKind.ORGANIZATION, listed="2023-06-01"
    )
    stored(graph, edition(RI, PAK, changed, OTHERS[1], on=date(2025, 1, 31)))

    report = run(graph)

    after = written_entities(graph)
    assert report.changed_mentions == 1
    assert {key for key in after if after[key] != before.get(key)} == {changed.own_entity_id}
    assert after.keys() == before.keys()


@pytest.mark.parametrize("order", list(permutations(range(3)))[::2])
def test_editions_come_to_one_result_in_any_order(graph: Graph, order: tuple[int, ...]) -> None:
    editions = [
        edition(RI, PAK, on=date(2022, 1, 1)),
        edition(RI, PAK, on=date(2023, 1, 1)),
        edition(RI, on=date(2024, 1, 1)),
    ]

    for place in order:
        stored(graph, editions[place])
    run(graph)

    rows = graph.read(
        "MATCH (d:Designation)-[:DESIGNATES]->(e:Entity) RETURN e.caption AS who, "
        "d.status AS status, d.endedOn AS endedOn ORDER BY who"
    )
    assert rows == [
        {"who": "Pak Jong Chon", "status": "DELISTED", "endedOn": "2024-01-01"},
        {"who": "Ri Chang Ho", "status": "ACTIVE", "endedOn": None},
    ]


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


def test_every_own_id_leads_to_the_entity_that_holds_its_mention(graph: Graph) -> None:
    stored(graph, *demonstration())
    run(graph)

    rows = graph.read(
        "MATCH (m:Mention) RETURN count(m) AS mentions, count(DISTINCT m.entityId) AS own, "
        "count { (m)-[:RESOLVED_TO]->(:Entity) } AS resolved"
    )
    assert {(row["resolved"]) for row in rows} == {1}
    assert sum(row["mentions"] for row in rows) == sum(row["own"] for row in rows)


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


def test_a_text_is_read_again_when_the_lists_know_more_names(graph: Graph) -> None:
    text = "Officials met in Dandong. General Ri Chang Ho of the bureau spoke there on Monday."
    stored(graph, edition(PAK), article(text))
    assert run(graph).texts_read == 1
    stored(graph, edition(RI, on=date(2025, 1, 31), is_complete=False))

    report = run(graph)

    assert report.texts_read == 1
    [row] = graph.read(
        "MATCH (m:Mention {kind: 'TEXT'})-[:RESOLVED_TO]->(e) WHERE m.isRetired IS NULL "
        "AND m.quote CONTAINS 'Ri Chang Ho' RETURN e.id AS entity"
    )
    assert row["entity"] == entity_of(graph, RI.id)
    assert run(graph).texts_read == 0


def test_a_mention_found_no_more_goes_with_what_is_found_in_its_place(graph: Graph) -> None:
    """The id that a text's mention had given its entity answers the actor found there later."""
    text = "The ministry named Harvest Moon Trading Company on Monday."
    stored(graph, edition(PAK), article(text))
    run(graph)
    [row] = graph.read("MATCH (m:Mention {kind: 'TEXT'}) RETURN m.id AS id, m.content AS content")
    content = orjson.loads(row["content"])
    former = from_json({**content, "end": content["end"] - 1})
    own = own_entity_id(former.id)
    graph.write(
        "MATCH (m:Mention {id: $id})-[:RESOLVED_TO]->(e) SET m += $properties, "
        "m.comparedHash = m.contentHash, e.id = m.entityId",
        id=row["id"],
        properties=mention_row(former),
    )
    graph.write("MATCH (d:Document {title: 'News'}) SET d.readWith = 'an earlier way'")

    run(graph)

    rows = graph.read(
        "MATCH (m:Mention {kind: 'TEXT'})-[:RESOLVED_TO]->(e) "
        "RETURN m.quote AS quote, m.isRetired AS retired, e.id AS entity"
    )
    assert {row["entity"] for row in rows} == {own}
    assert sorted(str(row["retired"]) for row in rows) == ["None", "True"]


def test_a_dry_run_says_what_would_change_and_stores_nothing(graph: Graph) -> None:
    stored(graph, edition(RI, PAK))
    before = snapshot(graph, without=())

    report = resolve(graph, shipped_model(), Silent(), dry_run=True)

    assert report.counts.created == 2
    assert snapshot(graph, without=()) == before


def test_a_record_that_changes_while_a_run_is_under_way_is_left_to_the_next(graph: Graph) -> None:
    stored(graph, edition(RI, PAK))
    renamed = record("2", "Someone Else Entirely", born="1950-01-02")

    class Meanwhile(Silent):
        def stage(self, name: str, total: int | None = None) -> None:  # noqa: ARG002
            if name == "cluster":
                stored(graph, edition(RI, renamed, on=date(2025, 1, 31)))

    resolve(graph, shipped_model(), Meanwhile())
    [then] = graph.read("MATCH (m:Mention {recordId: '2'})-->(e:Entity) RETURN e.caption AS who")

    report = run(graph)

    [now] = graph.read("MATCH (m:Mention {recordId: '2'})-->(e:Entity) RETURN e.caption AS who")
    assert (then["who"], now["who"]) == ("Pak Jong Chon", "Someone Else Entirely")
    assert report.changed_mentions == 1


def test_an_edition_stored_while_a_run_begins_is_seen_with_its_records(graph: Graph) -> None:
    """An edition seen without its records would seem to lack them all."""
    stored(graph, edition(RI, PAK))
    newer = [edition(RI, PAK, on=date(2025, 1, 31))]

    class Meanwhile(Graph):
        def read(self, statement: str, **parameters: object) -> list[Row]:
            rows = super().read(statement, **parameters)
            if statement == MENTIONS and newer:
                stored(graph, newer.pop())
            return rows

    state = stored_state(Meanwhile(graph._driver, graph._address))

    assert {one.last_seen_on for one in state.mentions} == {date(2025, 1, 31)}
    assert len(state.documents) == 2


def test_a_run_says_how_many_designations_left_their_list(graph: Graph) -> None:
    stored(graph, edition(RI, PAK))
    assert run(graph).delisted == 0
    stored(graph, edition(RI, on=date(2025, 1, 31)))

    report = run(graph)

    assert (report.delisted, report.reached_mentions) == (1, 1)
    assert run(graph).delisted == 0
    [row] = graph.read(
        "MATCH (:Mention {recordId: '2'})-[:EVIDENCES]->(d) RETURN d.status AS status"
    )
    assert row["status"] == "DELISTED"


def test_a_run_says_why_it_compares_everything(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(graph, edition(RI, PAK))
    reasons = [run(graph).full_because, run(graph).full_because, run(graph, full=True).full_because]
    monkeypatch.setattr(pipeline, "engine_fingerprint", lambda: "another")
    after = run(graph)

    assert reasons == ["no run ended well before", "", "it was asked for"]
    assert after.full_because == "the last run was of another version of Dramatis"
    [table] = run_tables(after)
    assert table.title == f"Everything is compared: {after.full_because}"
    assert ("of them taken as new or changed", 2) in table.rows
