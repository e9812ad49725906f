"""Questions about the records of tables: how a pair looks, where its answers go."""

from collections.abc import Sequence
from pathlib import Path

from resolution.labelling import Answer, Label
from resolution.labelling.labelfile import LabelFile
from resolution.labelling.session import Session, ordered
from resolution.labelling.sides import Row, Sides
from resolution.labelling.terminal import Person, Terminal
from resolution.tables.api import Table
from resolution.tables.fields import Fields
from resolution.tables.files import read_sheet
from resolution.tables.files.cells import Cell
from resolution.tables.files.sheets import Sheet, exactly


def asker(
    table: Table, tables: Sequence[Path], given: Sequence[Answer], answers: Path, person: Person
) -> Terminal:
    """Return who asks the person at the terminal, going on with the answers that a file has."""
    ids = table.records.ids
    file = LabelFile(answers, ids)
    labels = tuple(Label(one.left, one.right, one.match) for one in given if one.match is not None)
    unsure = frozenset(ordered(one.left, one.right) for one in given if one.match is None)
    session = Session(file.save, file.read(), labels, unsure)
    return Terminal(session, Look(table.fields, tables, ids).sides, person)


class Look:
    """Pairs as their files write them: what variables make of a cell is not for reading."""

    def __init__(self, fields: Fields, tables: Sequence[Path], ids: Sequence[str]) -> None:
        """Read the columns that are compared."""
        self._columns = fields.columns
        self._ids = ids
        self._sheets = [read_sheet(path, exactly(*fields.columns)) for path in tables]

    def sides(self, left: int, right: int) -> Sides:
        """Return two records as a question shows them."""
        rows = [
            Row(name, self._shown(left, name), self._shown(right, name)) for name in self._columns
        ]
        return Sides(self._ids[left], self._ids[right], tuple(rows))

    def _shown(self, record: int, column: str) -> str:
        sheet, row = self._place(record)
        return _text(sheet.cells[column].of_row(row))

    def _place(self, record: int) -> tuple[Sheet, int]:
        first = self._sheets[0]
        return (first, record) if record < first.rows else (self._sheets[1], record - first.rows)


def _text(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else ", ".join(cell)
