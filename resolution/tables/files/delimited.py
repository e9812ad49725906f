"""Reads CSV: UTF-8, one header, commas; or the semicolons, tabs or bars that some tools write.

A file that is not UTF-8 is read as Windows-1252, which most such files are, and that is told.
A first line `sep=;`, as Excel writes it, tells the delimiter.
Python's own reader is used for its exactness: a row that breaks off, a quote that never ends and
the line where either stands are told, not guessed.
"""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import pyarrow as pa

from actors.console import say
from actors.errors import SourceError
from resolution.tables.files.cells import cells_of_column
from resolution.tables.files.sheets import Choose, Sheet

if TYPE_CHECKING:
    from _csv import Reader

_ENCODINGS = ("utf-8-sig", "cp1252", "latin-1")
_NAMES = {"cp1252": "Windows-1252", "latin-1": "Latin-1"}
_ROWS_AT_ONCE = 50_000
_LONGEST_CELL = 16_000_000
_OTHER_DELIMITERS = (";", "\t", "|")
_TOLD_DELIMITER = re.compile(r"sep=([,;|\t])", re.IGNORECASE)
"""The line by which Excel tells what stands between the cells."""


def read(path: Path, choose: Choose) -> Sheet:
    """Read the chosen columns."""
    for encoding in _ENCODINGS:
        try:
            with path.open("rb") as file:
                if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
                    raise SourceError(path, None, "is UTF-16; save it as UTF-8")
            with path.open(encoding=encoding, newline="") as text:
                sheet = _sheet(path, text, encoding, choose)
        except UnicodeDecodeError:
            continue
        except OSError as error:
            raise SourceError(path, None, f"cannot be read: {error.strerror}") from error
        if encoding != _ENCODINGS[0]:
            say(f"{path} is not UTF-8 and was read as {_NAMES[encoding]}")
        return sheet
    raise AssertionError("the last encoding reads any byte")


def _sheet(path: Path, file: TextIO, encoding: str, choose: Choose) -> Sheet:
    reader = _reader(file)
    try:
        header = [name.strip() for name in next(filter(None, reader), ())]
        if not header:
            raise SourceError(path, None, "is empty; its first line should name the columns")
        wanted = list(choose(path, header))
        _check_header(path, header, wanted)
        places = [header.index(name) for name in wanted]
        columns: list[list[pa.Array]] = [[] for _ in wanted]
        rows = 0
        for batch in _batches(reader):
            if {len(row) for row in batch} - {len(header)}:
                _tell_ragged(path, encoding, len(header))
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
        lambda row: f"line {_line_of(path, encoding, row)}",
    )


def _reader(file: TextIO) -> "Reader":
    csv.field_size_limit(_LONGEST_CELL)
    first = file.readline()
    told = _TOLD_DELIMITER.fullmatch(first.strip(' \r\n"'))
    if told:
        # A blank line instead, so that lines keep their numbers.
        return _reader_of(("\n",), file, told[1])
    delimiter = next((one for one in _OTHER_DELIMITERS if "," not in first and one in first), ",")
    return _reader_of((first,), file, delimiter)


def _reader_of(before: Iterable[str], file: TextIO, delimiter: str) -> "Reader":
    return csv.reader(chain(before, file), delimiter=delimiter, skipinitialspace=True, strict=True)


def _check_header(path: Path, header: Sequence[str], wanted: Sequence[str]) -> None:
    for name in wanted:
        if header.count(name) > 1:
            raise SourceError(path, 1, f"names the column {name} twice; rename one of them")


def _batches(reader: "Reader") -> Iterator[list[list[str]]]:
    """Yield rows, blank lines left out."""
    while read := list(islice(reader, _ROWS_AT_ONCE)):
        if batch := [row for row in read if row]:
            yield batch


def _tell_ragged(path: Path, encoding: str, width: int) -> None:
    for line, row in _lines(path, encoding):
        if len(row) != width:
            problem = f"has {len(row)} cells, the header {width}; quote cells that hold a comma"
            raise SourceError(path, line, problem)


def _line_of(path: Path, encoding: str, wanted: int) -> int:
    """Return the line on which a row begins; the file is read again, as only mistakes need it."""
    lines = enumerate(_lines(path, encoding), -1)
    return next(line for row, (line, _) in lines if row == wanted)


def _lines(path: Path, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row, the header first, with the line on which it begins."""
    with path.open(encoding=encoding, newline="") as file:
        reader = _reader(file)
        ended = 0
        for row in reader:
            if row:
                yield ended + 1, row
            ended = reader.line_num
