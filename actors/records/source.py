"""Where things are said: sources, their documents, and the rows of them that could not be read."""

from dataclasses import dataclass
from datetime import date, datetime

from actors.records.enums import SourceTier
from actors.records.ids import DocumentId, SourceId


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher's series: one list through all its editions, or one outlet's articles."""

    id: SourceId
    name: str
    publisher: str
    tier: SourceTier
    country: str | None = None
    """ISO 3166-1 alpha-2, lower case; none for international bodies."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An article, a press release, or one edition of a list."""

    id: DocumentId
    source: SourceId
    title: str
    sha256: str
    retrieved_at: datetime
    published_on: date | None = None
    url: str | None = None
    language: str | None = None
    text: str | None = None
    """Prose only: the text as decoded, nothing normalised, so that spans count in it."""
    is_complete: bool = False
    """Whether what a list's edition lacks is off the list; an extract is not complete."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that could not be read: skipped, counted and shown, never lost in silence."""

    file: str
    row: int
    reason: str
    loses_record: bool = True
    """Whether a record may be missing for it: not for a repeated one, nor for an address."""

    def __str__(self) -> str:
        """Return the sentence a person reads."""
        return f"{self.file}, row {self.row}: {self.reason}"
