"""Changes to what is stored: a share of the records that comes later, or edition after edition.

Readings go in; out come parts of them, and the state that ingestion leaves behind.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from actors.records import Mention, MentionId, Source, SourceTier, source_id
from resolution.ingestion.rows import content_hash
from resolution.sources import Reading, SourcedReading, read_paths
from resolution.state import State, StoredDocument, StoredMention


def ingested(state: State | None, readings: Sequence[SourcedReading]) -> State:
    """Return the state with the readings stored, as ingestion does it."""
    known = {one.mention.id: one for one in state.mentions} if state else {}
    documents = dict(state.documents) if state else {}
    tiers = dict(state.tiers) if state else {}
    for sourced in readings:
        document = sourced.reading.document
        documents[document.id] = StoredDocument(document, None)
        tiers[sourced.source.id] = sourced.source.tier
        day = document.published_on or document.retrieved_at.date()
        for mention in sourced.reading.mentions:
            known[mention.id] = _seen(known.get(mention.id), mention, day, len(known) + 1)
    mentions = tuple(sorted(known.values(), key=lambda one: one.sequence))
    if state is None:
        return State(mentions, documents, tiers, {}, (), (), {}, ())
    return replace(state, mentions=mentions, documents=documents, tiers=tiers)


def _seen(known: StoredMention | None, mention: Mention, day: date, number: int) -> StoredMention:
    content = content_hash(mention)
    if known is None:
        return StoredMention(
            mention,
            number,
            day,
            day,
            False,
            None,
            False,
            content,
            None,
            None,
        )
    first, last = min(day, known.first_seen_on), max(day, known.last_seen_on)
    if content == known.content_hash:
        return replace(known, mention=mention, first_seen_on=first, last_seen_on=last)
    former = known.mention if known.is_compared else known.former
    return replace(
        known, mention=mention, first_seen_on=first, last_seen_on=last, content_hash=content,
        is_compared=False, former=former,
    )  # fmt: skip


def parts(
    readings: Sequence[SourcedReading], share: float, seed: int
) -> tuple[list[SourcedReading], list[SourcedReading]]:
    """Split the records of all readings at random: most of them, and the share that comes later."""
    ids = sorted({one.id for sourced in readings for one in sourced.reading.mentions})
    late = set(random.Random(seed).sample(ids, round(len(ids) * share)))  # noqa: S311

    def part(*, is_late: bool) -> list[SourcedReading]:
        return [
            replace(sourced, reading=_with(sourced.reading, late, is_late=is_late))
            for sourced in readings
        ]

    return part(is_late=False), part(is_late=True)


def _with(reading: Reading, late: set[MentionId], *, is_late: bool) -> Reading:
    chosen = tuple(one for one in reading.mentions if (one.id in late) == is_late)
    return replace(reading, mentions=chosen)


def editions(paths: Sequence[Path]) -> list[list[SourcedReading]]:
    """Read editions of the SDN list, a month apart where their files do not say their day."""
    source = Source(source_id("sdn-editions"), "SDN", "OFAC", SourceTier.OFFICIAL_LIST, "us")
    first = date(2021, 1, 1)
    found = []
    for place, path in enumerate(paths):
        day = first + timedelta(days=30 * place)
        [sourced] = read_paths(source, "ofac-sdn", [path], published_on=day)
        document = replace(sourced.reading.document, is_complete=True)
        found.append([replace(sourced, reading=replace(sourced.reading, document=document))])
    return found
