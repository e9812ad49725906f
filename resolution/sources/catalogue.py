"""Reads the catalogue of sources (docs/catalogue.md): which files there are, and what they are.

All mistakes are told at once, each with its line. Files are only looked for here; whether they hold
what the catalogue says is found out when they are read.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from actors.errors import CatalogueError, SourceError
from actors.records import Source, SourceId, SourceTier, source_id
from resolution.sources.documents import read_bytes
from resolution.sources.entries import COMPANIONS, CatalogueDocument, CatalogueSource
from resolution.sources.positions import Positions

_COUNTRY = re.compile(r"[a-z]{2}")
_PARSE_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_SOURCE_KEYS = ("id", "name", "publisher", "tier", "country", "url", "format", "document")
_DOCUMENT_KEYS = (
    "path", "title", "url", "published_on", "retrieved_at", "language", "complete", "skip_lines",
)  # fmt: skip
_WHAT = {str: "a text", bool: "true or false", int: "a whole number", list: "an array of tables"}

Place = tuple[int, ...]
Table = Mapping[str, Any]


def read_catalogue(path: Path) -> tuple[CatalogueSource, ...]:
    """Return the sources in their order; a CatalogueError tells every mistake with its line."""
    text = _text(path)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PARSE_PLACE.search(str(error))
        problem = f"not TOML: {_PARSE_PLACE.sub('', str(error)).strip()}"
        raise CatalogueError(path, int(found[1]) if found else None, problem) from error
    catalogue = _Catalogue(path, Positions.of(text))
    sources = catalogue.sources(content)
    if catalogue.problems:
        raise catalogue.error()
    return sources


def _text(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8-sig")
    except SourceError as error:
        raise CatalogueError(path, None, str(error).removeprefix(f"{path}: ")) from error
    except UnicodeDecodeError as error:
        raise CatalogueError(path, None, "not UTF-8; save it as UTF-8") from error


@dataclass(slots=True)
class _Catalogue:
    """The catalogue while it is read, with the mistakes found so far."""

    path: Path
    positions: Positions
    problems: list[tuple[int | None, str]] = field(default_factory=list)

    def error(self) -> CatalogueError:
        (line, first), *others = self.problems
        more = (
            f"\n{self.path}, line {place}: {problem}" if place else f"\n{self.path}: {problem}"
            for place, problem in others
        )
        return CatalogueError(self.path, line, first + "".join(more))

    def sources(self, content: Table) -> tuple[CatalogueSource, ...]:
        for key in content:
            if key != "source":
                self._wrong((), key, f"unknown key {key!r}; a catalogue has [[source]] tables")
        tables = content.get("source", [])
        if not tables or not isinstance(tables, list):
            self._wrong((), "source", "no sources; begin each with [[source]]")
            return ()
        sources = [self._source((place,), table) for place, table in enumerate(tables)]
        seen: dict[str, int | None] = {}
        for place, source in enumerate(sources):
            line = self.positions.line((place,), "id")
            if source.source.id in seen:
                problem = f"source {source.source.id!r} stands in line {seen[source.source.id]} too"
                self._wrong((place,), "id", problem)
            seen[source.source.id] = line
        return tuple(sources)

    def _source(self, place: Place, table: Table) -> CatalogueSource:
        self._keys(place, table, _SOURCE_KEYS)
        format_ = self._one_of(place, table, "format", tuple(COMPANIONS))
        source = Source(
            id=self._source_id(place, table),
            name=self._text_of(place, table, "name", is_required=True) or "",
            publisher=self._text_of(place, table, "publisher", is_required=True) or "",
            tier=SourceTier(
                self._one_of(place, table, "tier", tuple(tier.value for tier in SourceTier))
            ),
            country=(self._country(place, table) if "country" in table else None),
            url=self._text_of(place, table, "url"),
        )
        documents = self._value(place, table, "document", list) or []
        if not documents:
            self._wrong(place, None, f"source {source.id!r} has no [[source.document]]")
        entries = [
            self._document((*place, number), document, format_)
            for number, document in enumerate(documents)
        ]
        return CatalogueSource(source, format_, tuple(entries))

    def _document(self, place: Place, table: Table, format_: str) -> CatalogueDocument:
        companions = COMPANIONS[format_]
        self._keys(place, table, (*_DOCUMENT_KEYS, *companions))
        skip_lines = self._value(place, table, "skip_lines", int) or 0
        if skip_lines and format_ != "article":
            self._wrong(place, "skip_lines", "skip_lines is for the format article")
        if skip_lines < 0:
            self._wrong(place, "skip_lines", "skip_lines counts lines: 0 or more")
        return CatalogueDocument(
            path=self._file(place, table, "path", is_required=True) or self.path,
            companions={
                companion: found
                for companion in companions
                if (found := self._file(place, table, companion)) is not None
            },
            title=self._text_of(place, table, "title"),
            url=self._text_of(place, table, "url"),
            published_on=self._day(place, table),
            retrieved_at=self._instant(place, table),
            language=self._text_of(place, table, "language"),
            complete=self._value(place, table, "complete", bool) or False,
            skip_lines=skip_lines,
        )

    def _wrong(self, place: Place, key: str | None, problem: str) -> None:
        self.problems.append((self.positions.line(place, key), problem))

    def _keys(self, place: Place, table: Table, known: tuple[str, ...]) -> None:
        for key in table:
            if key not in known:
                self._wrong(place, key, f"unknown key {key!r}; known are {', '.join(known)}")

    def _value(self, place: Place, table: Table, key: str, type_: type) -> Any:  # noqa: ANN401
        """Return what TOML gave, whose type it has checked just now."""
        value = table.get(key)
        if value is not None and type(value) is not type_:
            self._wrong(place, key, f"{key} is {value!r}; expected {_WHAT[type_]}")
            return None
        return value

    def _text_of(
        self, place: Place, table: Table, key: str, *, is_required: bool = False
    ) -> str | None:
        value: str | None = self._value(place, table, key, str)
        if is_required and key not in table:
            self._wrong(place, None, f"{key} is missing")
        elif value is not None and not value.strip():
            self._wrong(place, key, f"{key} is empty")
        return value

    def _source_id(self, place: Place, table: Table) -> SourceId:
        value = self._text_of(place, table, "id", is_required=True) or ""
        try:
            return source_id(value)
        except ValueError as error:
            if value.strip():
                self._wrong(place, "id", str(error))
            return SourceId(value)

    def _country(self, place: Place, table: Table) -> str:
        value = self._text_of(place, table, "country", is_required=True) or ""
        if value and not _COUNTRY.fullmatch(value):
            expected = "expected a lower-case code as us"
            self._wrong(place, "country", f"country is {value!r}; {expected}")
        return value

    def _one_of(self, place: Place, table: Table, key: str, values: tuple[str, ...]) -> str:
        value = self._text_of(place, table, key, is_required=True)
        if value in values:
            return value
        if value:
            self._wrong(place, key, f"unknown {key} {value!r}; known are {', '.join(values)}")
        return values[-1]

    def _file(
        self, place: Place, table: Table, key: str, *, is_required: bool = False
    ) -> Path | None:
        written = self._text_of(place, table, key, is_required=is_required)
        if not written:
            return None
        found = self.path.parent / written
        if not found.is_file():
            what = "is a folder" if found.is_dir() else "is not there"
            self._wrong(place, key, f"the file {written!r} {what}; paths are relative to this file")
        return found

    def _day(self, place: Place, table: Table) -> date | None:
        value = table.get("published_on")
        if value is None or type(value) is date:
            return value
        self._wrong(place, "published_on", f"published_on is {value!r}; expected a day: 2024-12-16")
        return None

    def _instant(self, place: Place, table: Table) -> datetime | None:
        value = table.get("retrieved_at")
        if value is None or (isinstance(value, datetime) and value.tzinfo):
            return value
        expected = "an instant with its offset: 2024-12-16T09:30:00Z"
        self._wrong(place, "retrieved_at", f"retrieved_at is {value!s}; expected {expected}")
        return None
