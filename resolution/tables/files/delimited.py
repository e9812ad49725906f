"""Reads CSV: UTF-8, one header, commas; or the semicolons, tabs or bars that some tools write.

Python's own reader is used for its exactness: a row that breaks off, a quote that never ends and
the line where either stands are told, not guessed.
"""

import csv
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import pyarrow as pa

from actors.errors import SourceError
from resolution.tables.files.cells import cells_of_column
from resolution.tables.files.sheets import Choose, Sheet

if TYPE_CHECKING:
    from _csv import Reader

_ROWS_AT_ONCE = 50_000
_LONGEST_CELL = 16_000_000
_OTHER_DELIMITERS = (";", "\t", "|")


def read(path: Path, choose: Choose) -> Sheet:
    """Read the chosen columns."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _sheet(path, file, choose)
    except UnicodeDecodeError as error:
        raise SourceError(path, None, "is not UTF-8; save it in that encoding") from error
    except OSError as error:
        raise SourceError(path, None, f"cannot be read: {error.strerror}") from error


def _sheet(path: Path, file: TextIO, choose: Choose) -> Sheet:
    reader = _reader(file)
    try:
        header = [name.strip() for name in next(reader, ())]
        if not header:
            raise SourceError(path, None, "is empty; its first line should name the columns")
        wanted = list(choose(path, header))
        _check_header(path, header, wanted)
        places = [header.index(name) for name in wanted]
        columns: list[list[pa.Array]] = [[] for _ in wanted]
        rows = 0
        for batch in _batches(path, reader, len(header)):
            by_column = list(zip(*batch, strict=True))
            rows += len(batch)
            for column, place in zip(columns, places, strict=True):
                column.append(pa.array(by_column[place], pa.string()))
    except csv.Error as error:
        problem = f"the row cannot be read ({error}); is a quote not closed, or not doubled?"
        raise SourceError(path, reader.line_num, problem) from error
    return Sheet(
        path,
        rows,
        {
            name: cells_of_column(pa.chunked_array(column, pa.string()))
            for name, column in zip(wanted, columns, strict=True)
        },
        lambda row: f"line {_line_of(path, row)}",
    )


def _reader(file: TextIO) -> "Reader":
    csv.field_size_limit(_LONGEST_CELL)
    first = file.readline()
    delimiter = next((one for one in _OTHER_DELIMITERS if "," not in first and one in first), ",")
    return csv.reader(
        chain((first,), file), delimiter=delimiter, skipinitialspace=True, strict=True
    )


def _check_header(path: Path, header: Sequence[str], wanted: Sequence[str]) -> None:
    for name in wanted:
        if header.count(name) > 1:
            raise SourceError(path, 1, f"names the column {name} twice; rename one of them")


def _batches(path: Path, reader: "Reader", width: int) -> Iterator[list[list[str]]]:
    """Yield rows, blank lines left out; a row of another width than the header's is told."""
    while read := list(islice(reader, _ROWS_AT_ONCE)):
        batch = [row for row in read if row]
        if {len(row) for row in batch} - {width}:
            _tell_ragged(path, width)
        if batch:
            yield batch


def _tell_ragged(path: Path, width: int) -> None:
    for line, row in _lines(path):
        if len(row) != width:
            problem = f"has {len(row)} cells, the header {width}; quote cells that hold a comma"
            raise SourceError(path, line, problem)


def _line_of(path: Path, wanted: int) -> int:
    """Return the line on which a row begins; the file is read again, as only mistakes need it."""
    return next(line for row, (line, _) in enumerate(_lines(path), -1) if row == wanted)


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield each row, the header first, with the line on which it begins."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = _reader(file)
        ended = 0
        for row in reader:
            if row:
                yield ended + 1, row
            ended = reader.line_num
