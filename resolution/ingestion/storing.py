"""Stores readings: a record shows its newest edition by day, whatever the order of ingestion.

A document is one transaction: it is there with all its mentions, or not at all. Only one that no
transaction could hold is stored in parts, and counts as a complete edition with its last part: an
interrupted one takes nobody off a list, and reading it again completes it. The caller reads every
file before the first is stored, so that a bad file changes nothing.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from actors.graph import Graph, Transaction, ensure_schema
from actors.progress import Progress
from actors.records import Document, Mention
from resolution.ingestion import statements
from resolution.ingestion.report import DocumentReport, IngestReport
from resolution.ingestion.rows import (
    document_row,
    edition_day,
    identifier_rows,
    mention_row,
    source_row,
)
from resolution.ingestion.sorting import SortedOut, sort_out
from resolution.sources import SourcedReading

BATCH_ROWS = 1000
"""Rows of one statement: a mention's content is about 2 kB, and a batch should stay near 2 MB."""

PART_MENTIONS = 20_000
"""Mentions of one transaction, which may take 640 MB in the embedded Neo4j: some 10 kB for each."""


def ingest(graph: Graph, readings: Sequence[SourcedReading], progress: Progress) -> IngestReport:
    """Store every reading with its source and return what happened to each document."""
    ensure_schema(graph)
    progress.stage("store", sum(len(one.reading.mentions) for one in readings))
    return IngestReport(tuple(_store(graph, one, progress) for one in readings))


def dry_run(readings: Sequence[SourcedReading]) -> IngestReport:
    """Return what was read, as if nothing of it were stored yet."""
    return IngestReport(
        tuple(
            DocumentReport(
                source=one.source.id,
                document=one.reading.document.id,
                title=one.reading.document.title,
                records=one.reading.records,
                created=len(one.reading.mentions),
                changed=0,
                unchanged=0,
                older=0,
                rejected=one.reading.rejected,
                is_new=True,
                is_damaged=one.reading.is_damaged,
                is_text=one.reading.document.text is not None,
            )
            for one in readings
        )
    )


def _store(graph: Graph, sourced: SourcedReading, progress: Progress) -> DocumentReport:
    reading = sourced.reading
    counts: Counter[str] = Counter()
    is_new = False
    firsts = range(0, len(reading.mentions) or 1, PART_MENTIONS)
    for first in firsts:
        is_last = first == firsts[-1]
        document = reading.document if is_last else replace(reading.document, is_complete=False)
        part = reading.mentions[first : first + PART_MENTIONS]
        part_is_new, outcomes = graph.together(
            partial(_store_part, sourced, document, part, progress)
        )
        is_new |= part_is_new
        counts.update(outcomes)
    return DocumentReport(
        source=sourced.source.id,
        document=reading.document.id,
        title=reading.document.title,
        records=reading.records,
        rejected=reading.rejected,
        is_new=is_new,
        is_damaged=reading.is_damaged,
        is_text=reading.document.text is not None,
        **counts,
    )


def _store_part(
    sourced: SourcedReading,
    document: Document,
    mentions: Sequence[Mention],
    progress: Progress,
    transaction: Transaction,
) -> tuple[bool, dict[str, int]]:
    transaction.run(
        statements.MERGE_SOURCE, row=source_row(sourced.source), isDefault=sourced.is_default
    )
    known, is_new = _store_document(transaction, document)
    return is_new, store_mentions(transaction, known, mentions, progress)


def _store_document(transaction: Transaction, document: Document) -> tuple[Document, bool]:
    """Store a document and return it as first retrieved, and whether it is new."""
    [stored] = transaction.run(
        statements.MERGE_DOCUMENT, row=document_row(document), source=document.source
    )
    known = replace(document, retrieved_at=datetime.fromisoformat(stored["retrievedAt"]))
    former, day = stored["publishedOn"] or stored["retrievedAt"][:10], edition_day(known)
    if not stored["isNew"] and former != day:
        transaction.run(statements.REDATE_MENTIONS, document=document.id, former=former, day=day)
    return known, stored["isNew"]


def store_mentions(
    transaction: Transaction, document: Document, mentions: Sequence[Mention], progress: Progress
) -> dict[str, int]:
    """Store a document's mentions and return how many were created, changed, unchanged, older."""
    counts = {"created": 0, "changed": 0, "unchanged": 0, "older": 0}
    for first in range(0, len(mentions), BATCH_ROWS):
        batch = mentions[first : first + BATCH_ROWS]
        sorted_out = sort_out(transaction, document, batch)
        _create(transaction, document, sorted_out.new)
        _replace(transaction, document, sorted_out)
        transaction.run(statements.WIDEN_SEEN, rows=sorted_out.seen)
        counts["created"] += len(sorted_out.new)
        counts["changed"] += sorted_out.changed
        counts["older"] += sorted_out.older
        counts["unchanged"] += len(batch) - len(sorted_out.new) - sorted_out.changed
        counts["unchanged"] -= sorted_out.older
        progress.advance(len(batch))
    return counts


def _create(transaction: Transaction, document: Document, mentions: Sequence[Mention]) -> None:
    if not mentions:
        return
    [numbers] = transaction.run(statements.NEXT_NUMBERS, counter="mention", count=len(mentions))
    day = edition_day(document)
    rows = [
        {
            "document": document.id,
            "properties": {
                **mention_row(mention),
                "sequence": numbers["last"] + position,
                "firstSeenOn": day,
                "lastSeenOn": day,
            },
        }
        for position, mention in enumerate(mentions, start=1)
    ]
    transaction.run(statements.CREATE_MENTIONS, rows=rows)
    _carry(transaction, mentions)


def _replace(transaction: Transaction, document: Document, sorted_out: SortedOut) -> None:
    if not sorted_out.newer:
        return
    rows = [
        {"document": document.id, "properties": mention_row(mention)}
        for mention in sorted_out.newer
    ]
    carried = transaction.run(statements.REPLACE_MENTIONS, rows=rows)
    _carry(transaction, sorted_out.newer)
    transaction.run(statements.REMOVE_UNCARRIED, ids=[row["id"] for row in carried])


def _carry(transaction: Transaction, mentions: Sequence[Mention]) -> None:
    rows = [
        {"mention": mention.id, "identifier": identifier}
        for mention in mentions
        for identifier in identifier_rows(mention)
    ]
    transaction.run(statements.CARRY_IDENTIFIERS, rows=rows)
