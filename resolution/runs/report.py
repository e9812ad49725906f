"""What a run did, for the Run node and for the person who started it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from actors.records import IdentityEventType
from resolution.identity import IdentityChange
from resolution.relations import UnresolvedRelation


@dataclass(frozen=True, slots=True)
class RunCounts:
    """The figures a Run node holds."""

    mentions: int = 0
    """Mentions the run resolved, changed or not."""
    pairs: int = 0
    """Candidate pairs it compared."""
    created: int = 0
    merged: int = 0
    split: int = 0

    def after(self, changes: Iterable[IdentityChange]) -> Self:
        """Return the figures with these changes among what was done."""
        kinds = [change.type for change in changes]
        return replace(
            self,
            created=self.created + kinds.count(IdentityEventType.CREATED),
            merged=self.merged + kinds.count(IdentityEventType.MERGED),
            split=self.split + kinds.count(IdentityEventType.SPLIT),
        )


@dataclass(frozen=True, slots=True)
class RunReport:
    """One finished run."""

    run: str
    counts: RunCounts
    is_full: bool
    full_because: str
    """Why it compared everything, so that it took every mention as changed; else empty."""
    changed_mentions: int
    """Mentions that were new or had changed."""
    reached_mentions: int
    """Mentions whose entity a change could touch; all others were left as they were."""
    delisted: int
    """Designations that ended since the last run, stated as ended or missed in a newer edition."""
    moved_mentions: int
    """Mentions that had an entity and have another now."""
    texts_read: int
    entities: int
    held_apart: int
    """Pairs of records above the threshold that stay two: of one list, or judged, or outvoted."""
    largest: tuple[str, int] | None
    """Caption and mentions of the entity that has most."""
    unresolved_relations: tuple[UnresolvedRelation, ...]
    seconds: dict[str, float]
    """Wall time of each stage."""
