"""Judged pairs of list records, read from CSV.

Three layouts are understood: our own, `left_source,left_record,right_source,right_record,verdict`;
the one OpenSanctions publishes (`id_a,id_b,judgement`, ids as `ofac-123`), whose prefixes are
mapped to source ids; and links from UK groups to the UN references they cite (`uk_group_id,
un_reference,status`). A pair judged twice counts once; judged both ways it is an error.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from actors.errors import LabelsError
from actors.records import Mention, Verdict

_OURS = ("left_source", "left_record", "right_source", "right_record", "verdict")
_PUBLISHED = ("id_a", "id_b", "judgement")
_CITED = ("uk_group_id", "un_reference", "status")

# OpenSanctions' prefix: our source, and the identifier's scheme where it is not the record id.
_PREFIXES = {
    "ofac": ("us-ofac-sdn", None),
    "unsc": ("un-sc", "un-dataid"),
    "gb-hmt": ("gb-hmt", None),
    "au-dfat": ("au-dfat", None),
    "ca-sema": ("ca-sema", None),
}


@dataclass(frozen=True, slots=True, order=True)
class RecordKey:
    """A list's record: source and record id, or source and one of its identifiers' keys."""

    source: str
    record: str


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two records and what somebody said of them."""

    left: RecordKey
    right: RecordKey
    verdict: Verdict
    status: str | None = None
    """What the file calls the pair, where it says more than the verdict."""

    @property
    def key(self) -> frozenset[RecordKey]:
        """The pair, whichever side is left."""
        return frozenset((self.left, self.right))


def read_judgements(path: Path) -> list[JudgedPair]:
    """Read distinct judged pairs in the order of the file."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            read = _reader_for(tuple(reader.fieldnames or ()), path)
            rows = [
                (line, read(_whole(row, f"{path}, line {line}"), f"{path}, line {line}"))
                for line, row in enumerate(reader, 2)
            ]
    except (OSError, UnicodeDecodeError) as error:
        raise LabelsError(f"{path}: the judgements cannot be read: {error}") from error
    return _once_each(rows, path)


def _once_each(rows: Iterable[tuple[int, JudgedPair]], path: Path) -> list[JudgedPair]:
    found: dict[frozenset[RecordKey], JudgedPair] = {}
    for line, pair in rows:
        known = found.setdefault(pair.key, pair)
        if known.verdict is not pair.verdict:
            raise LabelsError(
                f"{path}, line {line}: {pair.left.record} and {pair.right.record} are judged "
                f"{pair.verdict.value} here and {known.verdict.value} before; keep one of them"
            )
    return list(found.values())


def positions(mentions: Sequence[Mention]) -> Mapping[RecordKey, int]:
    """Return where each record stands, by its id and by each number of its own."""
    found: dict[RecordKey, int] = {}
    for position, mention in enumerate(mentions):
        if mention.record_id is None:
            continue
        for number in mention.identifiers:
            found.setdefault(RecordKey(mention.source, number.key), position)
        found[RecordKey(mention.source, mention.record_id)] = position
    return found


_Read = Callable[[Mapping[str, str], str], JudgedPair]


def _reader_for(columns: Sequence[str], path: Path) -> _Read:
    for layout, read in ((_OURS, _ours), (_PUBLISHED, _published), (_CITED, _cited)):
        if set(layout) <= set(columns):
            return read
    raise LabelsError(
        f"{path}, line 1: expected the columns {','.join(_OURS)} (or {','.join(_PUBLISHED)}), "
        f"found {','.join(columns) or 'none'}"
    )


def _ours(row: Mapping[str, str], place: str) -> JudgedPair:
    return JudgedPair(
        RecordKey(row["left_source"], row["left_record"]),
        RecordKey(row["right_source"], row["right_record"]),
        _verdict(row["verdict"], place),
    )


def _published(row: Mapping[str, str], place: str) -> JudgedPair:
    keys = [_published_key(row[column], place) for column in ("id_a", "id_b")]
    return JudgedPair(keys[0], keys[1], _verdict(row["judgement"], place))


def _cited(row: Mapping[str, str], _place: str) -> JudgedPair:
    status = row["status"]
    verdict = Verdict.DIFFERENT if status == "wrong_reference" else Verdict.SAME
    left, right = RecordKey("gb-hmt", row["uk_group_id"]), RecordKey("un-sc", row["un_reference"])
    return JudgedPair(left, right, verdict, status)


def _published_key(text: str, place: str) -> RecordKey:
    prefix, _, number = text.rpartition("-")
    if prefix not in _PREFIXES:
        known = ", ".join(_PREFIXES)
        raise LabelsError(f"{place}: {text!r} begins with none of the known prefixes: {known}")
    source, scheme = _PREFIXES[prefix]
    return RecordKey(source, f"{scheme}:{number}" if scheme else number)


def _whole(row: dict[str, str], place: str) -> dict[str, str]:
    if None in row.values():
        raise LabelsError(f"{place}: the row breaks off; fetch the file again or mend the row")
    return row


def _verdict(text: str, place: str) -> Verdict:
    try:
        return Verdict(text.strip().upper())
    except ValueError:
        message = f"{place}: {text!r} is no verdict; expected same, different or unsure"
        raise LabelsError(message) from None
