"""What a source says was done: designations, relations, and counts of the designated.

A claim belongs to the mention or document that makes it. The graph's Designation, RELATED and
Action are derived from the claims of all sources together.
"""

from dataclasses import dataclass

from actors.records.dates import PartialDate
from actors.records.enums import DesignationStatus, RelationType


@dataclass(frozen=True, slots=True)
class DesignationClaim:
    """One authority's decision on the actor, as one source states it."""

    authority: str
    """Slug of the authority, as `us-state`: the graph's id without its prefix."""
    programmes: tuple[str, ...] = ()
    """Ids without their prefix: list's authority and key, as `us-ofac:NPWMD`."""
    legal_bases: tuple[str, ...] = ()
    """Codes, as `E.O. 13382` or `UNSCR 1718`."""
    listed_on: PartialDate | None = None
    announced_on: PartialDate | None = None
    ended_on: PartialDate | None = None
    status: DesignationStatus = DesignationStatus.ACTIVE
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationClaim:
    """A relation to another actor of the same source, named as the source names it."""

    type: RelationType
    target: str
    """The other's name as written, as `KOREA KWANGSON BANKING CORP`."""


@dataclass(frozen=True, slots=True)
class CountClaim:
    """A text's own count, as "nine individuals and seven entities", with its place in the text."""

    quote: str
    start: int
    end: int
    """Code points: `text[start:end] == quote`."""
    persons: int | None = None
    organizations: int | None = None
    vessels: int | None = None
    aircraft: int | None = None
    actors: int | None = None
    """Where the text counts without saying of what kind."""
