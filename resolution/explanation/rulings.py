"""What keeps two mentions two, and what a run knew around them; frozen values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from actors.records import DocumentId, EntityId, Mention, MentionId


class Reason(StrEnum):
    """Why two mentions are not one entity."""

    NOT_RESOLVED = "NOT_RESOLVED"
    JUDGED_DIFFERENT = "JUDGED_DIFFERENT"
    ONE_LIST = "ONE_LIST"
    BELOW_THRESHOLD = "BELOW_THRESHOLD"
    NOT_COMPARED = "NOT_COMPARED"
    ENTITIES_JUDGED_DIFFERENT = "ENTITIES_JUDGED_DIFFERENT"
    ENTITIES_OF_ONE_LIST = "ENTITIES_OF_ONE_LIST"
    ANOTHER_FITS_BETTER = "ANOTHER_FITS_BETTER"
    SEVERAL_FIT = "SEVERAL_FIT"
    AVERAGE_BELOW_THRESHOLD = "AVERAGE_BELOW_THRESHOLD"
    NOTHING = "NOTHING"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One reason that holds two mentions apart, in words; `between` whom, if not the two."""

    reason: Reason
    text: str
    between: tuple[tuple[MentionId, MentionId], ...] = ()


@dataclass(frozen=True, slots=True)
class Rival:
    """An entity of records that a mention in a text fits, and how well."""

    entity: EntityId
    caption: str
    score: float


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run knew around two mentions."""

    left: Sequence[Mention]
    """The mentions of the left one's entity, the left one first."""
    right: Sequence[Mention]
    others: Sequence[Mention]
    """Records that carry a number of one of these: whom a shared number must not have."""
    published_on: Mapping[DocumentId, object]
    same: Sequence[tuple[MentionId, MentionId]]
    different: Sequence[tuple[MentionId, MentionId]]
    scores: Mapping[frozenset[MentionId], float]
    """What the run found between a mention of the left entity and one of the right."""
    rivals: Sequence[Rival]
    """Entities that the one in a text fits well enough, the best first; none for two records."""
    is_resolved: bool
