"""What reading a file of any format gives: the cells of the wanted columns, and where rows stand.

What is wrong with a file is told with its place: a line of CSV and JSON Lines, a row of Parquet.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from actors.errors import SourceError
from resolution.tables.files.cells import Cells

Choose = Callable[[Path, Sequence[str] | None], Sequence[str]]
"""A file and its columns in, the wanted ones among them out; it raises where one is missing.

A file of JSON Lines without a line tells no columns: None. It may have any."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The wanted columns of one file."""

    origin: object
    """What the rows came from, as a person calls it: the file."""
    rows: int
    cells: Mapping[str, Cells]
    place_of: Callable[[int], str]
    """Where a row, counted from 0, stands in the file, as `line 7`."""

    def mistake(self, row: int, problem: str) -> SourceError:
        """Return the error that a row's problem is."""
        return SourceError(f"{self.origin}, {self.place_of(row)}", None, problem)


def exactly(*wanted: str) -> Choose:
    """Choose these columns; that one is missing is told with those there are."""

    def choose(path: Path, columns: Sequence[str] | None) -> Sequence[str]:
        missing = [name for name in wanted if columns is not None and name not in columns]
        if missing:
            hint = _in_other_case(missing, columns or ())
            told = f"has no column {_listed(missing)}; {_has(columns)}{hint}"
            raise SourceError(path, None, told)
        return wanted

    return choose


def either(*layouts: tuple[str, ...]) -> Choose:
    """Choose the first layout that the file has all columns of."""

    def choose(path: Path, columns: Sequence[str] | None) -> Sequence[str]:
        for layout in layouts:
            if set(layout) <= set(columns or ()):
                return layout
        asked = " or ".join(",".join(layout) for layout in layouts)
        raise SourceError(path, None, f"should have the columns {asked}; {_has(columns)}")

    return choose


def _in_other_case(missing: Sequence[str], columns: Sequence[str]) -> str:
    """Return what to say where only capitals keep a column from being the wanted one."""
    folded = {name.casefold(): name for name in columns}
    alike = [folded[name.casefold()] for name in missing if name.casefold() in folded]
    return f"; did you mean {_listed(alike)}? Capitals count" if alike else ""


def _has(columns: Sequence[str] | None) -> str:
    return f"it has {_listed(columns)}" if columns else "it has none"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
