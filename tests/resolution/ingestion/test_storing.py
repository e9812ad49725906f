"""Ingestion stores a document whole, once, and shows a record's newest edition."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations
from typing import Any

import pytest

from actors.graph import Graph
from actors.progress import Silent
from actors.records import (
    Document,
    EntityKind,
    Identifier,
    Mention,
    MentionKind,
    Name,
    Rejected,
    Source,
    SourceId,
    SourceTier,
    document_id,
    record_mention_id,
)
from resolution.ingestion import dry_run, ingest, storing
from resolution.sources import Reading, SourcedReading

LIST = Source(SourceId("list"), "A list", "Somebody", SourceTier.OFFICIAL_LIST, "us")


def edition(day: date, names: dict[str, str], rejected: int = 0) -> SourcedReading:
    """One edition of the list: record id to primary name."""
    identifier = document_id(LIST.id, f"{day}{names}")
    document = Document(
        identifier, LIST.id, f"Edition of {day}", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC), day
    )
    mentions = tuple(
        Mention(
            id=record_mention_id(LIST.id, record),
            kind=MentionKind.RECORD,
            source=LIST.id,
            document=identifier,
            entity_kind=EntityKind.PERSON,
            quote=name,
            names=(Name(name),),
            record_id=record,
            identifiers=(Identifier("list-uid", record),),
        )
        for record, name in names.items()
    )
    rows = tuple(Rejected("list.csv", row, "no name") for row in range(rejected))
    return SourcedReading(LIST, Reading(document, mentions, rows))


def snapshot(graph: Graph) -> list[dict[str, Any]]:
    """Everything in the graph but the time of retrieval, as comparable rows."""
    nodes = graph.read(
        "MATCH (node) WHERE NOT node:Counter "
        "RETURN labels(node)[0] AS label, properties(node) AS properties"
    )
    edges = graph.read(
        "MATCH (left)-[edge]->(right) RETURN left.id AS left, type(edge) AS type, right.id AS right"
    )
    return sorted([*nodes, *edges], key=repr)


def shown(graph: Graph) -> dict[str, Any]:
    """What a record shows, without the order in which it came."""
    [row] = graph.read(
        "MATCH (mention:Mention {recordId: '1'})-[:IN]->(document) "
        "RETURN mention {.quote, .firstSeenOn, .lastSeenOn, document: document.title} AS row"
    )
    return dict(row["row"])


def test_records_read_equal_mentions_stored_plus_those_rejected(graph: Graph) -> None:
    report = ingest(graph, [edition(date(2024, 1, 1), {"1": "Ri", "2": "Pak"}, 3)], Silent())

    assert report.records == report.mentions + len(report.rejected) == 5
    assert graph.read("MATCH (mention:Mention) RETURN count(*) AS count") == [{"count": 2}]


def test_reading_the_same_file_twice_changes_nothing(graph: Graph) -> None:
    reading = edition(date(2024, 1, 1), {"1": "Ri", "2": "Pak"})
    ingest(graph, [reading], Silent())
    before = snapshot(graph)
    later = replace(reading.reading.document, retrieved_at=datetime(2027, 1, 1, tzinfo=UTC))
    again = SourcedReading(LIST, replace(reading.reading, document=later))

    report = ingest(graph, [again], Silent())

    assert snapshot(graph) == before
    assert report.documents[0].unchanged == 2
    assert not report.documents[0].is_new


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_record_shows_its_newest_edition_whatever_the_order_of_ingestion(
    graph: Graph, order: tuple[int, ...]
) -> None:
    editions = [
        edition(date(2022, 1, 1), {"1": "Ri Chang-ho"}),
        edition(date(2023, 1, 1), {"1": "RI, Changho"}),
        edition(date(2024, 1, 1), {"1": "RI, Chang Ho"}),
    ]

    for number in order:
        ingest(graph, [editions[number]], Silent())

    assert shown(graph) == {
        "quote": "RI, Chang Ho",
        "firstSeenOn": "2022-01-01",
        "lastSeenOn": "2024-01-01",
        "document": "Edition of 2024-01-01",
    }


def test_a_new_edition_with_the_same_content_moves_the_record_and_changes_nothing_else(
    graph: Graph,
) -> None:
    ingest(graph, [edition(date(2022, 1, 1), {"1": "Ri"})], Silent())
    [before] = graph.read("MATCH (mention:Mention) RETURN mention.contentHash AS hash")

    report = ingest(graph, [edition(date(2023, 1, 1), {"1": "Ri"})], Silent())

    [after] = graph.read("MATCH (mention:Mention) RETURN mention.contentHash AS hash")
    assert after == before
    assert report.documents[0].unchanged == 1
    assert shown(graph)["document"] == "Edition of 2023-01-01"


def test_sequence_numbers_follow_the_order_of_first_ingestion(graph: Graph) -> None:
    ingest(graph, [edition(date(2024, 1, 1), {"1": "Ri", "2": "Pak"})], Silent())
    ingest(graph, [edition(date(2023, 1, 1), {"2": "Pak", "3": "Choe"})], Silent())

    rows = graph.read("MATCH (m:Mention) RETURN m.recordId AS record ORDER BY m.sequence")
    assert [row["record"] for row in rows] == ["1", "2", "3"]


def test_a_document_that_cannot_be_stored_whole_leaves_nothing(graph: Graph) -> None:
    reading = edition(date(2024, 1, 1), {"1": "Ri"})
    twice = replace(reading.reading, mentions=reading.reading.mentions * 2)

    with pytest.raises(Exception, match="already exists"):
        ingest(graph, [SourcedReading(LIST, twice)], Silent())

    assert graph.read("MATCH (node) WHERE NOT node:Source RETURN count(*) AS count") == [
        {"count": 0}
    ]


def test_a_dry_run_counts_without_a_graph() -> None:
    report = dry_run([edition(date(2024, 1, 1), {"1": "Ri"}, 1)])

    assert (report.records, report.mentions) == (2, 1)


def test_an_edition_without_a_day_counts_from_when_it_was_first_retrieved(graph: Graph) -> None:
    """Reading the same undated file a day later moved the day on which its records were seen."""
    reading = edition(date(2024, 1, 1), {"1": "Ri"})
    undated = replace(reading.reading.document, published_on=None)
    ingest(graph, [SourcedReading(LIST, replace(reading.reading, document=undated))], Silent())
    before = snapshot(graph)
    later = replace(undated, retrieved_at=datetime(2027, 1, 1, tzinfo=UTC))

    ingest(graph, [SourcedReading(LIST, replace(reading.reading, document=later))], Silent())

    assert snapshot(graph) == before


def test_a_corrected_day_of_publication_corrects_when_records_were_seen(graph: Graph) -> None:
    reading = edition(date(2030, 1, 1), {"1": "Ri"})
    ingest(graph, [reading], Silent())
    corrected = replace(reading.reading.document, published_on=date(2020, 1, 1))

    ingest(graph, [SourcedReading(LIST, replace(reading.reading, document=corrected))], Silent())

    row = shown(graph)
    assert (row["firstSeenOn"], row["lastSeenOn"]) == ("2020-01-01", "2020-01-01")


def test_a_source_known_by_more_than_its_id_is_described_anew(graph: Graph) -> None:
    reading = edition(date(2024, 1, 1), {"1": "Ri"})
    ingest(graph, [replace(reading, is_default=True)], Silent())
    ingest(graph, [replace(reading, source=replace(LIST, name="Its name"))], Silent())
    ingest(graph, [replace(reading, is_default=True)], Silent())

    assert graph.read("MATCH (source:Source) RETURN source.name AS name") == [{"name": "Its name"}]


def test_a_document_too_large_for_one_transaction_is_complete_with_its_last_part(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "PART_MENTIONS", 2)
    reading = edition(date(2024, 1, 1), {"1": "Ri", "2": "Pak", "3": "Choe"})
    whole = replace(reading.reading.document, is_complete=True)
    broken = (*reading.reading.mentions, reading.reading.mentions[2])

    with pytest.raises(Exception, match="already exists"):
        ingest(graph, [SourcedReading(LIST, Reading(whole, broken))], Silent())
    [interrupted] = graph.read("MATCH (d:Document) RETURN d.isComplete AS isComplete")
    report = ingest(
        graph, [SourcedReading(LIST, Reading(whole, reading.reading.mentions))], Silent()
    )

    [after] = graph.read("MATCH (d:Document) RETURN d.isComplete AS isComplete")
    assert not interrupted["isComplete"]
    assert after["isComplete"]
    assert (report.documents[0].created, report.documents[0].unchanged) == (1, 2)


def test_an_identifier_goes_with_the_last_record_that_carries_it(graph: Graph) -> None:
    def with_passport(day: date, numbers: dict[str, str]) -> SourcedReading:
        sourced = edition(day, dict.fromkeys(numbers, "Ri"))
        mentions = tuple(
            replace(one, identifiers=(Identifier("passport", numbers[str(one.record_id)]),))
            for one in sourced.reading.mentions
        )
        return replace(sourced, reading=replace(sourced.reading, mentions=mentions))

    ingest(graph, [with_passport(date(2024, 1, 1), {"1": "A111", "2": "B222"})], Silent())
    ingest(graph, [with_passport(date(2024, 2, 1), {"1": "B222", "2": "C333"})], Silent())

    rows = graph.read(
        "MATCH (i:Identifier {scheme: 'passport'}) RETURN i.value AS value ORDER BY value"
    )
    assert [row["value"] for row in rows] == ["B222", "C333"]
