"""What of a mention counts in what a run derives, beside its content and its entity.

A newer edition that lacks a record delists it, a day that passes ends a designation: neither
changes the record's content. The last run leaves what it took into account on the mention.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from actors.records import Document, SourceId, SourceTier
from resolution.designations.merging import complete_editions, edition_day, left_on
from resolution.state import StoredMention


def settlements(
    mentions: Sequence[StoredMention],
    documents: Iterable[Document],
    tiers: Mapping[SourceId, SourceTier],
) -> list[str]:
    """Return for each mention what a run takes into account."""
    editions = list(documents)
    complete = complete_editions(editions)
    as_of = max(map(edition_day, editions), default=date.min)
    known: dict[tuple[SourceId, date, date, bool], str] = {}
    found = []
    for one in mentions:
        facts = (one.mention.source, one.first_seen_on, one.last_seen_on, one.is_retired)
        if facts not in known:
            gone_on = left_on(one.mention.source, one.last_seen_on, complete)
            tier = tiers[one.mention.source].value
            known[facts] = f"{one.first_seen_on} {gone_on} {tier}{' retired' * one.is_retired}"
        ended = _ended(one, as_of)
        found.append(f"{known[facts]} {ended} ended" if ended else known[facts])
    return found


def _ended(one: StoredMention, as_of: date) -> int:
    """Return how many of the stated ends have passed."""
    ends = [claim.ended_on for claim in one.mention.designations if claim.ended_on is not None]
    return sum(end.is_full and end.earliest() <= as_of for end in ends) if ends else 0
