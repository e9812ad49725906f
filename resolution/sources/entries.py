"""What the catalogue says: which sources there are, and which files hold their documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from actors.records import Source

COMPANIONS: Mapping[str, tuple[str, ...]] = {
    "ofac-sdn": ("addresses", "aliases", "comments", "listing_dates"),
    "un-consolidated": (),
    "uk-conlist": (),
    "ca-sema": (),
    "article": (),
    "mentions": (),
}
"""Every format, and the files beside its main one that it may be made of."""


@dataclass(frozen=True, slots=True)
class CatalogueDocument:
    """One file, or several that are one edition, and what is known of it from elsewhere."""

    path: Path
    companions: Mapping[str, Path] = field(default_factory=dict)
    title: str | None = None
    url: str | None = None
    published_on: date | None = None
    retrieved_at: datetime | None = None
    language: str | None = None
    complete: bool = False
    """Whether the file is the whole list, so that what it lacks is off the list."""
    skip_lines: int = 0
    """How many lines at the beginning of an article are not its text."""


@dataclass(frozen=True, slots=True)
class CatalogueSource:
    """A source, the format of its files, and its documents."""

    source: Source
    format: str
    documents: tuple[CatalogueDocument, ...]
