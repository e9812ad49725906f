"""Values of a catalogue's tables, each of its kind; mistakes are gathered with their lines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from actors.errors import CatalogueError
from actors.records import SourceId, source_id
from resolution.sources.positions import Positions

_COUNTRY = re.compile(r"[a-z]{2}")
_WHAT = {str: "a text", bool: "true or false", int: "a whole number", list: "an array of tables"}

Place = tuple[int, ...]
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one file, and the mistakes found among them so far."""

    path: Path
    positions: Positions
    problems: list[tuple[int | None, str]] = field(default_factory=list)

    def error(self) -> CatalogueError:
        """Return all mistakes as one error."""
        (line, first), *others = self.problems
        more = (
            f"\n{self.path}, line {place}: {problem}" if place else f"\n{self.path}: {problem}"
            for place, problem in others
        )
        return CatalogueError(self.path, line, first + "".join(more))

    def wrong(self, place: Place, key: str | None, problem: str) -> None:
        """Keep a mistake, with the line of its key."""
        self.problems.append((self.positions.line(place, key), problem))

    def only(self, place: Place, table: Table, known: tuple[str, ...]) -> None:
        """Refuse keys that the table does not have."""
        for key in table:
            if key not in known:
                self.wrong(place, key, f"unknown key {key!r}; known are {', '.join(known)}")

    def value(self, place: Place, table: Table, key: str, type_: type) -> Any:  # noqa: ANN401
        """Return what TOML gave, whose type it has checked just now."""
        value = table.get(key)
        if value is not None and type(value) is not type_:
            self.wrong(place, key, f"{key} is {value!r}; expected {_WHAT[type_]}")
            return None
        return value

    def text(
        self, place: Place, table: Table, key: str, *, is_required: bool = False
    ) -> str | None:
        """Return a text that says something."""
        value: str | None = self.value(place, table, key, str)
        if is_required and key not in table:
            self.wrong(place, None, f"{key} is missing")
        elif value is not None and not value.strip():
            self.wrong(place, key, f"{key} is empty")
        return value

    def source_id(self, place: Place, table: Table) -> SourceId:
        """Return the id under `id`, as it stands where it is none."""
        value = self.text(place, table, "id", is_required=True) or ""
        try:
            return source_id(value)
        except ValueError as error:
            if value.strip():
                self.wrong(place, "id", str(error))
            return SourceId(value)

    def country(self, place: Place, table: Table) -> str:
        """Return the code under `country`."""
        value = self.text(place, table, "country", is_required=True) or ""
        if value and not _COUNTRY.fullmatch(value):
            expected = "expected a lower-case code as us"
            self.wrong(place, "country", f"country is {value!r}; {expected}")
        return value

    def one_of(self, place: Place, table: Table, key: str, values: tuple[str, ...]) -> str:
        """Return one of the values that there are."""
        value = self.text(place, table, key, is_required=True)
        if value in values:
            return value
        if value:
            self.wrong(place, key, f"unknown {key} {value!r}; known are {', '.join(values)}")
        return values[-1]

    def file(
        self, place: Place, table: Table, key: str, *, is_required: bool = False
    ) -> Path | None:
        """Return the file that stands beside the catalogue."""
        written = self.text(place, table, key, is_required=is_required)
        if not written:
            return None
        found = self.path.parent / written
        if not found.is_file():
            what = "is a folder" if found.is_dir() else "is not there"
            self.wrong(place, key, f"the file {written!r} {what}; paths are relative to this file")
        return found

    def day(self, place: Place, table: Table) -> date | None:
        """Return the day under `published_on`."""
        value = table.get("published_on")
        if value is None or type(value) is date:
            return value
        self.wrong(place, "published_on", f"published_on is {value!r}; expected a day: 2024-12-16")
        return None

    def instant(self, place: Place, table: Table) -> datetime | None:
        """Return the instant under `retrieved_at`."""
        value = table.get("retrieved_at")
        if value is None or (isinstance(value, datetime) and value.tzinfo):
            return value
        expected = "an instant with its offset: 2024-12-16T09:30:00Z"
        self.wrong(place, "retrieved_at", f"retrieved_at is {value!s}; expected {expected}")
        return None
