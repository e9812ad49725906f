"""Reads HM Treasury's consolidated list (CSV): all rows of one group are one record.

Columns are found by their headings: the lists of 2018 and of today differ in them, and both are
read.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from actors.errors import SourceError
from actors.records import Rejected, Source
from resolution.sources.dates import one_date
from resolution.sources.documents import Described, document_of, read_bytes
from resolution.sources.drafts import RecordDraft
from resolution.sources.entries import CatalogueDocument
from resolution.sources.markup import plain
from resolution.sources.prose import relate_by_prose
from resolution.sources.reading import Reading, list_reading
from resolution.sources.rows import Row, rows
from resolution.sources.uk.group import Fields, draft_of

_NEEDED = ("Name 6", "Group Type", "Alias Type", "Regime", "Group ID")


def read(source: Source, entry: CatalogueDocument) -> Reading:
    """Return all groups of the list."""
    content = read_bytes(entry.path)
    table = rows(content, str(entry.path))
    published_on, columns = _head(entry.path, table)
    found = Described(language="en", published_on=published_on)
    document = document_of(source, entry, [content], found)
    lines: dict[str, int] = {}
    groups: dict[str, list[Fields]] = {}
    rejected: list[Rejected] = []
    for line, fields in _rows(entry.path, table, columns, rejected):
        number = fields["Group ID"]
        lines.setdefault(number, line)
        groups.setdefault(number, []).append(fields)
    named: list[RecordDraft] = []
    for number, group in groups.items():
        draft = draft_of(number, group)
        if draft.names:
            named.append(draft)
        else:
            rejected.append(Rejected(str(entry.path), lines[number], "the group has no name"))
    _relate(named)
    records = ((lines[draft.record_id], draft.finish(document)) for draft in named)
    return list_reading(entry, document, records, rejected)


def _head(path: Path, table: Iterator[object]) -> tuple[date | None, Sequence[str]]:
    """Return the day of the list, which stands above the headings, and the headings."""
    published_on: date | None = None
    for _ in range(2):
        row = next(table, None)
        if not isinstance(row, tuple):
            break
        headings = [plain(value) for value in row[1]]
        if headings[0].lower() == "last updated" and len(headings) > 1:
            stated = one_date(headings[1])
            published_on = stated.earliest() if stated else None
        elif all(needed in headings for needed in _NEEDED):
            return published_on, headings
    problem = f"expected the headings of the list, {', '.join(_NEEDED)} among them"
    raise SourceError(path, 1, problem)


def _rows(
    path: Path,
    table: Iterable[Row | Rejected],
    columns: Sequence[str],
    rejected: list[Rejected],
) -> Iterator[tuple[int, Fields]]:
    """Yield the rows by their columns' names, each with its line; put the others aside."""
    for row in table:
        if isinstance(row, Rejected):
            rejected.append(row)
            continue
        line, values = row
        problem = _problem(values, columns)
        if problem:
            rejected.append(Rejected(str(path), line, problem))
        else:
            yield line, dict(zip(columns, map(plain, values), strict=True))


def _problem(values: Sequence[str], columns: Sequence[str]) -> str | None:
    if len(values) != len(columns):
        return f"has {len(values)} columns, expected {len(columns)}"
    group = values[columns.index("Group ID")].strip()
    return None if group.isdecimal() else f"has the Group ID {group!r}, expected a number"


def _relate(drafts: Sequence[RecordDraft]) -> None:
    listed = {name.lower(): name for draft in drafts for name in draft.names}
    for draft in drafts:
        for comment in draft.properties.get("remarks", ()):
            relate_by_prose(draft, comment, listed)
