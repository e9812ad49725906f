"""Questions about the records of tables: how a pair looks, where its answers go."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from actors.errors import LabelsError
from resolution.labelling import Answer, Label
from resolution.labelling.labelfile import LabelFile
from resolution.labelling.session import Session, ordered
from resolution.labelling.sides import Row, Sides
from resolution.labelling.terminal import Person, Terminal
from resolution.standalone.cells import written_cells
from resolution.tables.api import Table


def asker(
    table: Table, tables: Sequence[Path], given: Sequence[Answer], answers: Path, person: Person
) -> Terminal:
    """Return who asks the person at the terminal, going on with the answers that a file has."""
    ids = table.records.ids
    file = LabelFile(answers, ids)
    labels = tuple(Label(one.left, one.right, one.match) for one in given if one.match is not None)
    unsure = frozenset(ordered(one.left, one.right) for one in given if one.match is None)
    written = written_cells(table.fields, tables)

    def sides(left: int, right: int) -> Sides:
        rows = (Row(name, written(left, name), written(right, name)) for name in columns)
        return Sides(ids[left], ids[right], tuple(rows))

    columns = table.fields.columns
    return Terminal(Session(file.save, file.read(), labels, unsure), sides, person)


@contextmanager
def told_where_kept(answers: Path) -> Iterator[None]:
    """Say of a refusal to learn that the answers so far are not lost."""
    try:
        yield
    except LabelsError as error:
        if not answers.exists():
            raise
        kept = f"your answers are kept in {answers}, and the same command goes on with them"
        raise LabelsError(f"{error}; {kept}") from error
