"""What the files of tables say, as they write it: what variables make of it is not for reading."""

from collections.abc import Callable, Sequence
from pathlib import Path

from resolution.tables.fields import Fields
from resolution.tables.files import read_sheet
from resolution.tables.files.cells import Cell
from resolution.tables.files.sheets import exactly


def written_cells(fields: Fields, tables: Sequence[Path]) -> Callable[[int, str], str]:
    """Read the columns that are compared; the answer takes a record's number and a column."""
    sheets = [read_sheet(path, exactly(*fields.columns)) for path in tables]
    first = sheets[0]

    def written(record: int, column: str) -> str:
        if record < first.rows:
            return _text(first.cells[column].of_row(record))
        return _text(sheets[1].cells[column].of_row(record - first.rows))

    return written


def _text(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else ", ".join(cell)
