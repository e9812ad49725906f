"""What is found in a text before it becomes a mention, and which of overlapping finds stays."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from actors.records import EntityKind, MentionId, Name


class Ground(IntEnum):
    """Why a stretch of text is taken for an actor; of two equally long ones the higher stays."""

    SHAPE = 1
    """No list knows it: title, apposition, enumeration or head word speak for it."""
    REFERENCE = 2
    """A part of a person's name that the text gives in full elsewhere: "Putin"."""
    KNOWN = 3
    """A name on a list, or a near spelling of one."""
    DEFINED = 4
    """An acronym or short form that the text itself introduces: "(SANS FAB)"."""


@dataclass(frozen=True, slots=True)
class Found:
    """An actor found in words `first` up to, not with, `last`; `end` may reach further."""

    first: int
    last: int
    start: int
    end: int
    kind: EntityKind
    ground: Ground
    names: tuple[Name, ...]
    owners: frozenset[MentionId] = frozenset()
    position: str | None = None
    """The title the text gives a person, as written."""
    countries: tuple[str, ...] = field(default=())

    @property
    def length(self) -> int:
        """How much of the text it covers."""
        return self.end - self.start


def without_overlaps(found: Iterable[Found]) -> list[Found]:
    """Keep the longest of what overlaps, in the order of the text.

    Length decides before ground: the Foreign Affairs Bureau, which no list may know, is not the
    listed academy whose name its own begins with.
    """
    ranked = sorted(found, key=lambda one: (-one.length, -one.ground, one.start, one.kind))
    kept: list[Found] = []
    taken: set[int] = set()
    for one in ranked:
        places = range(one.start, one.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
