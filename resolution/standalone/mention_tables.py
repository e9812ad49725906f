"""Tables of mentions in, one Arrow table of both out: the interchange format, line by line.

A line that is no mention is a mistake, told with its place: a table is whole, or it is not read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from actors.errors import SourceError
from actors.records import Mention
from actors.records.interchange import from_json
from resolution.sources.acceptance import problem_of
from resolution.sources.mentions import row_of
from resolution.sources.sharing import with_shared_numbers
from resolution.table import mention_table


@dataclass(frozen=True, slots=True)
class MentionTable:
    """The mentions of one table or two."""

    ids: Sequence[str]
    mentions: Sequence[Mention]
    rows: pa.Table
    second_begins: int | None


def read_mentions(tables: Sequence[Path]) -> MentionTable:
    """Read one table or two; a line that is no mention is a SourceError."""
    found: dict[str, Mention] = {}
    begins = []
    for path in tables:
        begins.append(len(found))
        _read_into(found, path)
        if len(found) == begins[-1]:
            raise SourceError(path, None, "has no records")
    mentions = list(_with_shared_numbers(list(found.values())))
    rows = mention_table(mentions, {})
    # Who names no list is of none: the rule on records of one list says nothing about them.
    lists = [one.source or f"?{number}" for number, one in enumerate(mentions)]
    place = rows.schema.get_field_index("source")
    rows = rows.set_column(place, rows.schema.field(place), pa.array(lists, pa.string()))
    return MentionTable(list(found), mentions, rows, begins[1] if len(begins) > 1 else None)


def _with_shared_numbers(mentions: Sequence[Mention]) -> Iterable[Mention]:
    """Mark what records of each list share; who names no list shares with nobody."""
    by_list: dict[str, list[Mention]] = {}
    for one in mentions:
        by_list.setdefault(one.source, []).append(one)
    marked = {
        one.id: one
        for source, records in by_list.items()
        for one in (with_shared_numbers(records) if source else records)
    }
    return (marked[one.id] for one in mentions)


def _read_into(found: dict[str, Mention], path: Path) -> None:
    if path.suffix.lower() != ".jsonl":
        problem = "tables for this model are mentions in JSON Lines (.jsonl, docs/mentions.md)"
        raise SourceError(path, None, problem)
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except OSError as error:
        raise SourceError(path, None, f"cannot be read: {error.strerror}") from error
    for line, written in enumerate(lines, 1):
        if written.strip():
            mention = _mention(path, line, written)
            key = f"{mention.source}:{mention.record_id}" if mention.source else mention.record_id
            assert key is not None  # the schema asks for it
            if key in found:
                problem = f"the record {key!r} was read already; every record needs an id"
                raise SourceError(path, line, f"{problem} of its own")
            found[key] = mention


def _mention(path: Path, line: int, written: bytes) -> Mention:
    row = row_of(written)
    if isinstance(row, str):
        raise SourceError(path, line, row)
    try:
        mention = from_json({**row, "source": row.get("source", ""), "document": ""})
        problem = problem_of(mention)
    except ValueError as error:
        problem = str(error)
    if problem:
        raise SourceError(path, line, problem)
    return mention
