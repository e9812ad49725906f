"""Which reader reads which format, for a catalogue's sources and for files named one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from actors.errors import SourceError
from actors.progress import Progress, Silent
from actors.records import Source, SourceTier, source_id
from resolution.sources.article import read as read_article
from resolution.sources.canada import read as read_canada
from resolution.sources.entries import CatalogueDocument, CatalogueSource
from resolution.sources.mentions import read as read_mentions
from resolution.sources.ofac import is_sdn, sorted_out
from resolution.sources.ofac import read as read_ofac
from resolution.sources.reading import Reader, Reading, SourcedReading
from resolution.sources.uk import read as read_uk
from resolution.sources.un import read as read_un

READERS: Mapping[str, Reader] = {
    "ofac-sdn": read_ofac,
    "un-consolidated": read_un,
    "uk-conlist": read_uk,
    "ca-sema": read_canada,
    "article": read_article,
    "mentions": read_mentions,
}

_PUBLISHERS: Mapping[str, tuple[str, str, str | None]] = {
    "ofac-sdn": (
        "OFAC Specially Designated Nationals List",
        "US Department of the Treasury, Office of Foreign Assets Control",
        "us",
    ),
    "un-consolidated": (
        "United Nations Security Council Consolidated List",
        "United Nations Security Council",
        None,
    ),
    "uk-conlist": (
        "Consolidated List of Financial Sanctions Targets in the UK",
        "HM Treasury",
        "gb",
    ),
    "ca-sema": ("Consolidated Canadian Autonomous Sanctions List", "Global Affairs Canada", "ca"),
}


def read(source: Source, format_: str, entry: CatalogueDocument) -> Reading:
    """Read one document of a source; a file that is not of its format is a SourceError."""
    return READERS[format_](source, entry)


def read_all(
    sources: Sequence[CatalogueSource], progress: Progress | None = None
) -> tuple[SourcedReading, ...]:
    """Read every document of a catalogue, in its order."""
    watcher = progress or Silent()
    watcher.stage("read", sum(len(listed.documents) for listed in sources))
    readings: list[SourcedReading] = []
    for listed in sources:
        for entry in listed.documents:
            reading = read(listed.source, listed.format, entry)
            readings.append(SourcedReading(listed.source, reading))
            watcher.advance()
    return tuple(readings)


def read_paths(
    source: Source, format_: str, paths: Sequence[Path], *, published_on: date | None = None
) -> tuple[SourcedReading, ...]:
    """Read files named one by one: each is a document, save that OFAC's files make one edition.

    Of OFAC's format, several SDN files are several editions, and then no other file can be given.
    `published_on`, where it is given, wins over the day that a file states itself.
    """
    if format_ not in READERS:
        raise SourceError(format_, None, f"no such format; there are {', '.join(READERS)}")
    if format_ == "ofac-sdn":
        entries = _ofac_entries(paths)
    else:
        entries = [CatalogueDocument(path) for path in paths]
    dated = [replace(entry, published_on=published_on) for entry in entries]
    return tuple(
        SourcedReading(source, read(source, format_, entry), is_default=True) for entry in dated
    )


def default_source(format_: str, written_id: str) -> Source:
    """Return a source of which only the id is known: its format tells the publisher of a list."""
    try:
        identifier = source_id(written_id)
    except ValueError as error:
        raise SourceError("--source", None, str(error)) from error
    if format_ in _PUBLISHERS:
        name, publisher, country = _PUBLISHERS[format_]
        return Source(identifier, name, publisher, SourceTier.OFFICIAL_LIST, country)
    tier = SourceTier.NEWS if format_ == "article" else SourceTier.OTHER
    return Source(identifier, identifier, "not stated", tier)


def _ofac_entries(paths: Sequence[Path]) -> list[CatalogueDocument]:
    entries = [CatalogueDocument(path) for path in paths]
    if len(paths) > 1 and all(map(is_sdn, entries)):
        return entries
    if not paths:
        raise SourceError("ofac-sdn", None, "no file was named; name an SDN file")
    return [sorted_out(paths)]
