"""Reads JSON Lines: one object a line; its keys are the columns, and one left out is missing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from actors.errors import SourceError
from resolution.tables.files.cells import Cell, Cells, cells_of
from resolution.tables.files.sheets import Choose, Sheet

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read(path: Path, choose: Choose) -> Sheet:
    """Read the chosen columns."""
    lines, rows = [], []
    for line, row in _rows(path):
        lines.append(line)
        rows.append(row)
    columns = list(dict.fromkeys(key for row in rows for key in row))
    wanted = choose(path, columns if rows else None)
    cells = {name: _cells(path, lines, [row.get(name) for row in rows], name) for name in wanted}
    return Sheet(path, len(rows), cells, lambda row: f"line {lines[row]}")


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with path.open("rb") as file:
            for line, written in enumerate(file, 1):
                content = written.removeprefix(_BYTE_ORDER_MARK) if line == 1 else written
                if content.strip():
                    yield line, _row(path, line, content)
    except OSError as error:
        raise SourceError(path, None, f"cannot be read: {error.strerror}") from error


def _row(path: Path, line: int, written: bytes) -> dict[str, Any]:
    try:
        row = orjson.loads(written)
    except orjson.JSONDecodeError as error:
        raise SourceError(path, line, f"is not JSON: {error}") from error
    if not isinstance(row, dict):
        raise SourceError(path, line, "is no object; expected one {…} a line")
    return row


def _cells(path: Path, lines: list[int], values: list[Any], name: str) -> Cells:
    try:
        return cells_of(values)
    except TypeError:
        row = next(row for row, value in enumerate(values) if not _is_cell(value))
        problem = f"{name} holds an object; a cell is a text, a number or a list of such"
        raise SourceError(path, lines[row], problem) from None


def _is_cell(value: Cell | None) -> bool:
    try:
        cells_of([value])
    except TypeError:
        return False
    return True
