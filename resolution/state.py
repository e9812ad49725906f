"""What the graph holds when a run begins, as the stages see it: frozen records, no database.

Whoever reads the graph makes these, and whatever decides knows of the graph nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from actors.records import (
    CountClaim,
    DesignationStatus,
    Document,
    DocumentId,
    EntityId,
    EntityKind,
    Mention,
    MentionId,
    SourceId,
    SourceTier,
    Verdict,
)
from resolution.designations import Designation


@dataclass(frozen=True, slots=True)
class StoredMention:
    """A mention and what the graph knows of it."""

    mention: Mention
    sequence: int
    first_seen_on: date
    last_seen_on: date
    is_compared: bool
    """Whether a finished run compared the mention as it stands."""
    former: Mention | None
    """The mention as it was compared before its content changed, until a run compares it again."""
    is_retired: bool
    """Whether a later reading of its text found it no more."""
    content_hash: str
    entity: EntityId | None
    """The entity it is resolved to now."""
    score: float | None
    was_founder: bool = False
    """Whether its own id was ever served."""
    settled: str | None = None
    """What the last run took into account beside its content; see `settlement`."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document, and what last read its text."""

    document: Document
    read_with: str | None


@dataclass(frozen=True, slots=True)
class StoredJudgement:
    """A judgement on two mentions, and what of it the last run honoured."""

    node: str
    """The database's own id: whoever wrote a judgement in Cypher may have given it none."""
    left: MentionId
    right: MentionId
    verdict: Verdict | None
    """What binds: SAME or DIFFERENT; None where it was taken back or is unsure."""
    honoured: str | None = None

    @property
    def is_settled(self) -> bool:
        """Whether a finished run honoured it as it stands."""
        return self.honoured == self.verdict


@dataclass(frozen=True, slots=True)
class StoredEntity:
    """What a run must know of an entity that it need not derive again."""

    content_hash: str
    kind: EntityKind
    mentions: int


@dataclass(frozen=True, slots=True)
class StoredDesignation:
    """A designation as an earlier run derived it."""

    id: str
    content_hash: str
    entity: EntityId | None
    """None where a run was stopped between removing an entity and its designations."""
    status: DesignationStatus
    standing: Designation | None
    """What makes it part of an action; None where it has no day, and is part of none."""
    decided_on: date | None
    """The day of the action it is part of."""


@dataclass(frozen=True, slots=True)
class StoredPair:
    """A comparison of an earlier run."""

    left: MentionId
    right: MentionId
    score: float
    joins: bool
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What the graph holds when a run begins."""

    mentions: tuple[StoredMention, ...]
    """In the order of first ingestion; a mention's place here is its `position` in all tables."""
    documents: Mapping[DocumentId, StoredDocument]
    tiers: Mapping[SourceId, SourceTier]
    claims: Mapping[DocumentId, tuple[CountClaim, ...]]
    judgements: tuple[StoredJudgement, ...]
    """All on these mentions, those that bind and those that were taken back."""
    pairs: tuple[StoredPair, ...]
    entities: Mapping[EntityId, StoredEntity]
    designations: tuple[StoredDesignation, ...]

    @property
    def unsettled(self) -> tuple[StoredJudgement, ...]:
        """The judgements that no finished run honoured as they stand."""
        return tuple(one for one in self.judgements if not one.is_settled)

    @property
    def assigned(self) -> dict[MentionId, tuple[EntityId, float | None]]:
        """Each resolved mention's entity and score."""
        return {
            stored.mention.id: (stored.entity, stored.score)
            for stored in self.mentions
            if stored.entity is not None
        }
