"""What was done to whom, once it is known who is who: the values derived from resolved mentions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from actors.records import (
    CountClaim,
    DesignationStatus,
    Document,
    DocumentId,
    EntityId,
    EntityKind,
    Mention,
    MentionId,
    PartialDate,
)


@dataclass(frozen=True, slots=True)
class ResolvedMention:
    """A mention, its entity, and the editions of its list that hold it."""

    mention: Mention
    entity: EntityId
    sequence: int
    first_seen_on: date
    last_seen_on: date


@dataclass(frozen=True, slots=True)
class Designation:
    """One authority's decision on one entity, from the claims of all its sources."""

    id: str
    """`G-…`, minted from the founding evidence and the authority."""
    entity: EntityId
    authority: str
    """Slug, as `us-state`."""
    status: DesignationStatus
    programmes: tuple[str, ...]
    legal_bases: tuple[str, ...]
    listed_on: PartialDate | None
    announced_on: PartialDate | None
    ended_on: PartialDate | None
    first_seen_on: date
    reasons: tuple[str, ...]
    evidence: tuple[MentionId, ...]
    """The records that state it and the text mentions that report it, in order of ingestion."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many actors of each kind."""

    persons: int = 0
    organizations: int = 0
    vessels: int = 0
    aircraft: int = 0

    @classmethod
    def of(cls, kinds: Sequence[EntityKind]) -> Self:
        """Count kinds. UNKNOWN counts as an organization: lists leave out the type of those."""
        persons = kinds.count(EntityKind.PERSON)
        vessels = kinds.count(EntityKind.VESSEL)
        aircraft = kinds.count(EntityKind.AIRCRAFT)
        return cls(persons, len(kinds) - persons - vessels - aircraft, vessels, aircraft)

    @property
    def total(self) -> int:
        """How many actors of whatever kind."""
        return self.persons + self.organizations + self.vessels + self.aircraft

    def __str__(self) -> str:
        """Say it in words: "9 persons and 7 organizations"."""
        counted = (
            (self.persons, "person", "persons"),
            (self.organizations, "organization", "organizations"),
            (self.vessels, "vessel", "vessels"),
            (self.aircraft, "aircraft", "aircraft"),
        )
        parts = [f"{count} {one if count == 1 else many}" for count, one, many in counted if count]
        return in_words(parts) or "nobody"


@dataclass(frozen=True, slots=True)
class ReconciledClaim:
    """A document's count, held against an action; without one, neither scope nor explanation."""

    document: DocumentId
    claim: CountClaim
    authorities: tuple[str, ...]
    """The smallest scope that fits, as slugs."""
    programmes: tuple[str, ...]
    is_explained: bool
    note: str


@dataclass(frozen=True, slots=True)
class Action:
    """What one country's authorities listed or announced on one day."""

    id: str
    """`action:us:2024-12-16`."""
    title: str
    day: date
    designations: tuple[str, ...]
    """Ids, in order."""
    documents: tuple[DocumentId, ...]
    """The texts that report it."""
    tallies: Mapping[str, Tally]
    """By authority slug, over distinct entities."""
    total: Tally
    claims: tuple[ReconciledClaim, ...]
    is_consistent: bool
    explanation: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that is derived: designations with their evidence, actions, and claims without action."""

    designations: tuple[Designation, ...]
    actions: tuple[Action, ...]
    unplaced: tuple[ReconciledClaim, ...]
    """Claims of documents that report no action."""
    untouched: frozenset[date] = frozenset()
    """Days whose actions stand as they were derived before, and are not among these."""


@dataclass(frozen=True, slots=True)
class DecisionInputs:
    """What decisions are derived from."""

    resolved: tuple[ResolvedMention, ...]
    kinds: Mapping[EntityId, EntityKind]
    documents: Mapping[DocumentId, Document]
    claims: Mapping[DocumentId, tuple[CountClaim, ...]]


def in_words(parts: list[str]) -> str:
    """Join parts as a sentence does.

    >>> in_words(["9 persons", "7 organizations", "2 vessels"])
    '9 persons, 7 organizations and 2 vessels'
    """
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
