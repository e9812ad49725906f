"""Claims that mean one decision become one designation.

Resolved mentions and the lists' editions in, designations out, whatever the order of the input.
Claims of one authority on one entity are one designation when their days lie within a week. A claim
without a day joins the latest decision that was made before its record was first seen; where there
is none it stands for a decision of its own, made before our oldest edition.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from actors.records import (
    DesignationClaim,
    DesignationStatus,
    Document,
    EntityId,
    MentionId,
    MentionKind,
    PartialDate,
    SourceId,
)
from actors.records.ids import minted
from resolution.designations.values import Designation, ResolvedMention

WEEK = timedelta(days=7)

Editions = Mapping[SourceId, tuple[date, ...]]


@dataclass(frozen=True, slots=True)
class _Statement:
    """One claim and the mention that makes it."""

    by: ResolvedMention
    claim: DesignationClaim

    @property
    def day(self) -> date | None:
        return _full(self.claim.announced_on) or _full(self.claim.listed_on)


def merged_claims(
    resolved: Iterable[ResolvedMention], documents: Iterable[Document]
) -> tuple[Designation, ...]:
    """Return every designation that the claims make.

    A stated end has passed when a document is newer: the graph knows no other today.
    """
    editions = list(documents)
    as_of = max(map(edition_day, editions), default=date.min)
    complete = complete_editions(editions)
    statements: dict[tuple[EntityId, str], list[_Statement]] = defaultdict(list)
    for one in resolved:
        for claim in one.mention.designations:
            statements[one.entity, claim.authority].append(_Statement(one, claim))
    return tuple(
        designation
        for (entity, authority), stated in sorted(statements.items())
        for designation in _of_authority(entity, authority, stated, complete, as_of)
    )


def _of_authority(
    entity: EntityId, authority: str, stated: list[_Statement], complete: Editions, as_of: date
) -> Iterable[Designation]:
    founders: set[MentionId] = set()
    for decision in _decisions(stated):
        evidence = sorted({one.by.mention.id: one.by for one in decision}.values(), key=_sequence)
        founder = evidence[0].mention.id
        day = min((one.day for one in decision if one.day), default=None)
        # A record that states two decisions founds both; the later one needs its day to differ.
        more = (day.isoformat(),) if founder in founders and day else ()
        founders.add(founder)
        status, ended_on = _status(decision, complete, as_of)
        claims = [one.claim for one in sorted(decision, key=_statement_order)]
        yield Designation(
            id=minted("G", founder, authority, *more),
            entity=entity,
            authority=authority,
            status=status,
            evidence=tuple(one.mention.id for one in evidence),
            programmes=_united(claim.programmes for claim in claims),
            legal_bases=_united(claim.legal_bases for claim in claims),
            reasons=_united(claim.reasons for claim in claims),
            announced_on=_earliest(claim.announced_on for claim in claims),
            listed_on=_earliest(claim.listed_on for claim in claims),
            ended_on=_partial(ended_on),
            first_seen_on=min(one.first_seen_on for one in evidence),
        )


def _decisions(stated: list[_Statement]) -> list[list[_Statement]]:
    """Group what one authority is said to have decided on one entity, the oldest decision first."""
    decisions: list[tuple[date, list[_Statement]]] = []
    for day, one in sorted(
        ((one.day, one) for one in stated if one.day),
        key=lambda pair: (pair[0], _statement_order(pair[1])),
    ):
        if not decisions or day - decisions[-1][0] > WEEK:
            decisions.append((day, []))
        decisions[-1][1].append(one)
    earlier: list[_Statement] = []
    for one in stated:
        if one.day is None:
            seen = one.by.first_seen_on
            fitting = [told for day, told in decisions if day <= seen + WEEK]
            (fitting[-1] if fitting else earlier).append(one)
    return [group for group in (earlier, *(told for _, told in decisions)) if group]


def _status(
    decision: list[_Statement], complete: Editions, as_of: date
) -> tuple[DesignationStatus, date | None]:
    stated = {one.claim.status for one in decision}
    ended_on = max((day for one in decision if (day := _full(one.claim.ended_on))), default=None)
    records = [one.by for one in decision if one.by.mention.kind is MentionKind.RECORD]
    gone_on = [left_on(one.mention.source, one.last_seen_on, complete) for one in records]
    if DesignationStatus.ACTIVE not in stated and DesignationStatus.DELISTED in stated:
        return DesignationStatus.DELISTED, ended_on
    if gone_on and all(gone_on):
        gone = max(day for day in gone_on if day)
        return DesignationStatus.DELISTED, min(ended_on or gone, gone)
    if ended_on and ended_on <= as_of:
        return DesignationStatus.EXPIRED, ended_on
    if DesignationStatus.EXPIRED in stated and DesignationStatus.ACTIVE not in stated:
        return DesignationStatus.EXPIRED, ended_on
    if stated == {DesignationStatus.ANNOUNCED}:
        return DesignationStatus.ANNOUNCED, ended_on
    return DesignationStatus.ACTIVE, ended_on


def left_on(source: SourceId, last_seen_on: date, complete: Editions) -> date | None:
    """Return the day of the first complete edition that lacks a record, if there is one."""
    days = complete.get(source, ())
    place = bisect_right(days, last_seen_on)
    return days[place] if place < len(days) else None


def edition_day(document: Document) -> date:
    """Return the day of an edition: of its publication, else of its retrieval."""
    return document.published_on or document.retrieved_at.date()


def complete_editions(editions: Iterable[Document]) -> Editions:
    """Return the days of each source's complete editions, the oldest first."""
    days: dict[SourceId, set[date]] = defaultdict(set)
    for edition in editions:
        if edition.is_complete:
            days[edition.source].add(edition_day(edition))
    return {source: tuple(sorted(found)) for source, found in days.items()}


_sequence = attrgetter("sequence")


def _statement_order(one: _Statement) -> tuple[int, str]:
    return one.by.sequence, repr(one.claim)


def _united(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for group in values for value in group))


def _earliest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    return _partial(min((day for written in dates if (day := _full(written))), default=None))


def _partial(day: date | None) -> PartialDate | None:
    return PartialDate(day.year, day.month, day.day) if day else None


def _full(written: PartialDate | None) -> date | None:
    """Return the day; a date to the month or year names none."""
    return written.earliest() if written and written.is_full else None
