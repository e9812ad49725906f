"""The cells of a column as texts: what three formats write differently reads the same.

A cell is a text without the blanks around it, or a tuple of such where the format has lists; a
number, a date or a boolean becomes its text, a whole floating number that of the integer (tools
that know no missing integers write 60302 as 60302.0). A blank cell is missing.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa

from resolution.tables.records import MISSING, Numbers

Cell = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """One column of a file: its distinct cells, and for each row the number of its own."""

    distinct: Sequence[Cell]
    numbers: Numbers

    def first_row(self, number: int) -> int:
        """Return the first row that has this cell."""
        return int(np.argmax(self.numbers == number))

    def of_row(self, row: int) -> Cell | None:
        """Return a row's cell, None where it is missing."""
        number = self.numbers[row]
        return None if number == MISSING else self.distinct[number]


def cell_of(value: Any) -> Cell | None:  # noqa: ANN401  # whatever a file's column holds
    """Return what a value of any format states; TypeError for objects and bytes.

    >>> cell_of(" Anna "), cell_of(7.0), cell_of([1, None, "b"]), cell_of("  ")
    ('Anna', '7', ('1', '', 'b'), None)
    """
    cell: Cell | None
    match value:
        case None:
            cell = None
        case str():
            cell = value.strip()
        case bool():
            cell = "true" if value else "false"
        case float():
            cell = _number(value)
        case int() | Decimal() | time():
            cell = str(value)
        case datetime():
            at_midnight = value.time() == time() and value.tzinfo is None
            cell = value.date().isoformat() if at_midnight else value.isoformat()
        case date():
            cell = value.isoformat()
        case list() | tuple():
            cell = _parts(value)
        case _:
            raise TypeError(f"a {type(value).__name__}")
    return cell or None


def cells_of(values: Sequence[Any]) -> Cells:
    """Return the numbered cells of plain values, one a row."""
    distinct: dict[Cell, int] = {}
    numbers = [
        MISSING if cell is None else distinct.setdefault(cell, len(distinct))
        for cell in map(cell_of, values)
    ]
    return Cells(list(distinct), np.array(numbers, np.int32))


def cells_of_column(column: pa.ChunkedArray) -> Cells:
    """Return the numbered cells of an Arrow column: each distinct value is looked at once."""
    if pa.types.is_null(column.type):
        return Cells([], np.full(len(column), MISSING, np.int32))
    if pa.types.is_nested(column.type):
        return cells_of(column.to_pylist())
    encoded = _without_nanoseconds(column)
    if not pa.types.is_dictionary(column.type):
        encoded = encoded.dictionary_encode()
    encoded = encoded.unify_dictionaries()
    places = np.concatenate(
        [
            chunk.indices.fill_null(MISSING).to_numpy(zero_copy_only=False).astype(np.int32)
            for chunk in encoded.chunks
        ]
        or [np.empty(0, np.int32)]
    )
    values = encoded.chunk(0).dictionary.to_pylist() if encoded.num_chunks else []
    found = _clean_texts(values) or cells_of(values)
    # The last place answers MISSING, which is -1, with itself.
    renumbered = np.append(found.numbers, np.int32(MISSING))
    return Cells(found.distinct, renumbered[places])


def _without_nanoseconds(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Cut times to microseconds, the finest that Python has."""
    kind = column.type
    if pa.types.is_timestamp(kind) and kind.unit == "ns":
        return column.cast(pa.timestamp("us", kind.tz), safe=False)
    if pa.types.is_time64(kind) and kind.unit == "ns":
        return column.cast(pa.time64("us"), safe=False)
    return column


def _clean_texts(values: Sequence[Any]) -> Cells | None:
    """Return distinct values as they are, where all are texts that need nothing done to them.

    Nearly every column is so, and a million names are looked at in a tenth of the time.
    """
    if not all(type(value) is str for value in values):
        return None
    stripped = [value.strip() for value in values]
    if stripped != values or "" in stripped:
        return None
    return Cells(stripped, np.arange(len(stripped), dtype=np.int32))


def _parts(values: Iterable[Any]) -> tuple[str, ...]:
    parts = [cell_of(one) for one in values]
    if any(isinstance(part, tuple) for part in parts):
        raise TypeError("a list of lists")
    # A blank keeps its place: [null, 1, 2] is not the point 1, 2.
    return tuple(str(part or "") for part in parts) if any(parts) else ()


def _number(value: float) -> str:
    if math.isnan(value):
        return ""
    return str(int(value)) if value.is_integer() else repr(value)
