"""Reads the catalogue of sources (docs/catalogue.md): which files there are, and what they are.

All mistakes are told at once, each with its line. Files are only looked for here; whether they hold
what the catalogue says is found out when they are read.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from actors.errors import CatalogueError, SourceError
from actors.records import Source, SourceTier
from resolution.sources.documents import read_bytes
from resolution.sources.entries import COMPANIONS, CatalogueDocument, CatalogueSource
from resolution.sources.positions import Positions
from resolution.sources.values import Place, Table, Values

_PARSE_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_SOURCE_KEYS = ("id", "name", "publisher", "tier", "country", "url", "format", "document")
_DOCUMENT_KEYS = (
    "path", "title", "url", "published_on", "retrieved_at", "language", "complete", "skip_lines",
)  # fmt: skip


def read_catalogue(path: Path) -> tuple[CatalogueSource, ...]:
    """Return the sources in their order; a CatalogueError tells every mistake with its line."""
    text = _text(path)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PARSE_PLACE.search(str(error))
        problem = f"not TOML: {_PARSE_PLACE.sub('', str(error)).strip()}"
        raise CatalogueError(path, int(found[1]) if found else None, problem) from error
    values = Values(path, Positions.of(text))
    sources = _Catalogue(path, values).sources(content)
    if values.problems:
        raise values.error()
    return sources


def _text(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8-sig")
    except SourceError as error:
        raise CatalogueError(path, None, str(error).removeprefix(f"{path}: ")) from error
    except UnicodeDecodeError as error:
        raise CatalogueError(path, None, "not UTF-8; save it as UTF-8") from error


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """The catalogue while it is read."""

    path: Path
    values: Values

    def sources(self, content: Table) -> tuple[CatalogueSource, ...]:
        for key in content:
            if key != "source":
                self.values.wrong(
                    (), key, f"unknown key {key!r}; a catalogue has [[source]] tables"
                )
        tables = content.get("source", [])
        if not tables or not isinstance(tables, list):
            self.values.wrong((), "source", "no sources; begin each with [[source]]")
            return ()
        sources = [self._source((place,), table) for place, table in enumerate(tables)]
        seen: dict[str, int | None] = {}
        for place, source in enumerate(sources):
            line = self.values.positions.line((place,), "id")
            if source.source.id in seen:
                problem = f"source {source.source.id!r} stands in line {seen[source.source.id]} too"
                self.values.wrong((place,), "id", problem)
            seen[source.source.id] = line
        return tuple(sources)

    def _source(self, place: Place, table: Table) -> CatalogueSource:
        self.values.only(place, table, _SOURCE_KEYS)
        format_ = self.values.one_of(place, table, "format", tuple(COMPANIONS))
        source = Source(
            id=self.values.source_id(place, table),
            name=self.values.text(place, table, "name", is_required=True) or "",
            publisher=self.values.text(place, table, "publisher", is_required=True) or "",
            tier=SourceTier(
                self.values.one_of(place, table, "tier", tuple(tier.value for tier in SourceTier))
            ),
            country=(self.values.country(place, table) if "country" in table else None),
            url=self.values.text(place, table, "url"),
        )
        documents = self.values.value(place, table, "document", list) or []
        if not documents:
            self.values.wrong(place, None, f"source {source.id!r} has no [[source.document]]")
        entries = [
            self._document((*place, number), document, format_)
            for number, document in enumerate(documents)
        ]
        return CatalogueSource(source, format_, tuple(entries))

    def _document(self, place: Place, table: Table, format_: str) -> CatalogueDocument:
        companions = COMPANIONS[format_]
        self.values.only(place, table, (*_DOCUMENT_KEYS, *companions))
        skip_lines = self.values.value(place, table, "skip_lines", int) or 0
        if skip_lines and format_ != "article":
            self.values.wrong(place, "skip_lines", "skip_lines is for the format article")
        if skip_lines < 0:
            self.values.wrong(place, "skip_lines", "skip_lines counts lines: 0 or more")
        return CatalogueDocument(
            path=self.values.file(place, table, "path", is_required=True) or self.path,
            companions={
                companion: found
                for companion in companions
                if (found := self.values.file(place, table, companion)) is not None
            },
            title=self.values.text(place, table, "title"),
            url=self.values.text(place, table, "url"),
            published_on=self.values.day(place, table),
            retrieved_at=self.values.instant(place, table),
            language=self.values.text(place, table, "language"),
            complete=self.values.value(place, table, "complete", bool) or False,
            skip_lines=skip_lines,
        )
