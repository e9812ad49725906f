"""One table or two in, records out: each distinct cell is read once by its variable.

Every mistake names the file, the place and the field. Ids are unique over both tables; columns that
no field names are not even read.
"""

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from actors.errors import SourceError
from resolution.tables.fields import Field, Fields
from resolution.tables.files.cells import Cell, Cells, cells_of
from resolution.tables.files.formats import read_sheet
from resolution.tables.files.sheets import Sheet, exactly
from resolution.tables.records import MISSING, Column, Numbers, Records, Unread
from resolution.tables.variables import Variable

_LIST_TYPES = ("Set", "LatLong", "Wordings")


def read_records(fields: Fields, variables: Sequence[Variable], paths: Sequence[Path]) -> Records:
    """Read one table, or two that shall be linked."""
    return _records(
        fields, variables, [read_sheet(path, exactly(*_columns(fields))) for path in paths]
    )


def records_of(
    fields: Fields, variables: Sequence[Variable], *tables: Sequence[Mapping[str, Any]]
) -> Records:
    """Take the rows of one table or two as they are in memory; a key left out is missing."""
    sheets = []
    for number, rows in enumerate(tables, 1):
        cells = {name: cells_of([row.get(name) for row in rows]) for name in _columns(fields)}
        sheets.append(Sheet(f"table {number}", len(rows), cells, lambda row: f"row {row + 1}"))
    return _records(fields, variables, sheets)


def _records(fields: Fields, variables: Sequence[Variable], sheets: Sequence[Sheet]) -> Records:
    for sheet in sheets:
        if not sheet.rows:
            raise SourceError(sheet.origin, None, "has no records")
    with_column = {one.name: one for one in fields.fields if one.field}
    return Records(
        ids=_ids(sheets, fields.id),
        columns={
            one.name: _column(sheets, with_column[one.name], one)
            for one in variables
            if one.name in with_column
        },
        second_begins=sheets[0].rows if len(sheets) > 1 else None,
    )


def _columns(fields: Fields) -> list[str]:
    return list(dict.fromkeys((fields.id, *fields.columns)))


def _ids(sheets: Sequence[Sheet], column: str) -> list[str]:
    found: list[str] = []
    for sheet in sheets:
        cells = sheet.cells[column]
        _check_ids(sheet, cells, column)
        texts = np.array(cells.distinct, dtype=object)
        found.extend(texts[cells.numbers].tolist())
    for left, right in pairwise(sheets):
        _check_apart(left, right, column)
    return found


def _check_ids(sheet: Sheet, cells: Cells, column: str) -> None:
    for row in np.flatnonzero(cells.numbers == MISSING)[:1]:
        raise sheet.mistake(int(row), f"{column} is empty; every record needs an id")
    for number, cell in enumerate(cells.distinct):
        if not isinstance(cell, str):
            raise sheet.mistake(cells.first_row(number), f"{column} is a list; an id is a text")
    if len(cells.distinct) < len(cells.numbers):
        counts = np.bincount(cells.numbers)
        number = int(np.argmax(counts > 1))
        first, second = (int(row) for row in np.flatnonzero(cells.numbers == number)[:2])
        problem = (
            f"{column} {cells.distinct[number]!r} stands on {sheet.place_of(first)} already; "
            "every record needs an id of its own"
        )
        raise sheet.mistake(second, problem)


def _check_apart(left: Sheet, right: Sheet, column: str) -> None:
    both = set(left.cells[column].distinct) & set(right.cells[column].distinct)
    if both:
        number, shared = next(
            (number, cell)
            for number, cell in enumerate(right.cells[column].distinct)
            if cell in both
        )
        row = right.cells[column].first_row(number)
        problem = (
            f"{column} {shared!r} is an id of {left.origin} too ({len(both):,} ids are); ids are "
            "unique over both tables: put a prefix before those of one"
        )
        raise right.mistake(row, problem)


def _column(sheets: Sequence[Sheet], field: Field, variable: Variable) -> Column:
    number: dict[Hashable, int] = {}
    parts: list[Numbers] = []
    unread, example = 0, ""
    for sheet in sheets:
        cells = sheet.cells[field.field]
        places = np.full(len(cells.distinct) + 1, MISSING, np.int32)
        places[:-1] = [
            MISSING if value is None else number.setdefault(value, len(number))
            for value in _values(sheet, field, variable)
        ]
        # The last place answers MISSING, which is -1: with itself, unless that is a value too.
        missing = variable.read(None)
        if missing is not None and (cells.numbers == MISSING).any():
            places[-1] = number.setdefault(missing, len(number))
        in_vain = (places[cells.numbers] == MISSING) & (cells.numbers != MISSING)
        if in_vain.any():
            unread += int(in_vain.sum())
            example = example or _shown(cells.distinct[cells.numbers[np.argmax(in_vain)]])
        parts.append(places[cells.numbers])
    numbers = np.concatenate(parts)
    counts = np.bincount(numbers[numbers != MISSING], minlength=len(number))
    return Column(list(number), numbers, counts, Unread(unread, example) if unread else None)


def _shown(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ", ".join(cell)


def _values(sheet: Sheet, field: Field, variable: Variable) -> list[Hashable | None]:
    """Return what each distinct cell states."""
    distinct = sheet.cells[field.field].distinct
    if field.type not in _LIST_TYPES:
        for place, cell in enumerate(distinct):
            if isinstance(cell, tuple):
                raise _mistake(sheet, field, place, f"is a list, and {field.type} reads one value")
    try:
        return [variable.read(cell) for cell in distinct]
    except ValueError:
        place, problem = _first_unreadable(distinct, variable)
        raise _mistake(sheet, field, place, problem) from None


def _first_unreadable(distinct: Sequence[Cell], variable: Variable) -> tuple[int, str]:
    for place, cell in enumerate(distinct):
        try:
            variable.read(cell)
        except ValueError as error:
            return place, str(error)
    raise AssertionError("what could not be read a moment ago can be read now")


def _mistake(sheet: Sheet, field: Field, place: int, problem: str) -> SourceError:
    cells = sheet.cells[field.field]
    cell, rows = cells.distinct[place], int((cells.numbers == place).sum())
    shown = cell if isinstance(cell, str) else list(cell)
    more = f" (so in {rows:,} rows)" if rows > 1 else ""
    told = f"{field.field}: {shown!r} {problem}{more}; leave the cell empty if nothing is known"
    return sheet.mistake(cells.first_row(place), told)
