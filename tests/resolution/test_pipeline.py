"""A run comes to one result, however it came about: repeated, in parts, in another order."""

from datetime import date
from itertools import permutations

import pytest
from emptying import empty
from people import OTHERS, PAK, RI
from readings import (
    demonstration,
    edition,
    record,
    run,
    stored,
)
from snapshots import HISTORY, identities, snapshot

from actors.graph import Graph, Row
from actors.progress import Silent
from actors.records import EntityKind
from resolution.model import shipped_model
from resolution.pipeline import resolve
from resolution.publishing.stored import stored_state
from resolution.publishing.stored.mentions import MENTIONS

# One more than the records that may share a word and still be compared for it.
TREES = (
    "Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse", "Hazel", "Ivy", "Juniper",
    "Kapok", "Larch", "Maple", "Nutmeg", "Olive", "Poplar", "Quince", "Rowan", "Spruce", "Teak",
    "Ulmus",
)  # fmt: skip


def written_entities(graph: Graph) -> dict[str, str]:
    rows = graph.read("MATCH (e:Entity) RETURN e.id AS id, elementId(e) + e.contentHash AS content")
    return {row["id"]: row["content"] for row in rows}


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


def test_every_own_id_leads_to_the_entity_that_holds_its_mention(graph: Graph) -> None:
    stored(graph, *demonstration())
    run(graph)

    rows = graph.read(
        "MATCH (m:Mention) RETURN count(m) AS mentions, count(DISTINCT m.entityId) AS own, "
        "count { (m)-[:RESOLVED_TO]->(:Entity) } AS resolved"
    )
    assert {(row["resolved"]) for row in rows} == {1}
    assert sum(row["mentions"] for row in rows) == sum(row["own"] for row in rows)


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
