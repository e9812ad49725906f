"""Judgements as CSV: one row a verdict, with who gave it, why and when.

A side is named by its source and record. A mention in a text, which has no record, is named by its
source and its id (`M-…`). Columns that only a reader needs, as names, are written and not read.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from actors.errors import LabelsError
from actors.records import Verdict
from actors.replacing import replaced

REQUIRED = ("left_source", "left_record", "right_source", "right_record", "verdict")
COLUMNS = (*REQUIRED, "actor", "reason", "created_at", "left_name", "right_name")
ANONYMOUS = "import"
"""Who judged, where a file does not say."""


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """How a file names a mention."""

    source: str
    record: str

    def __str__(self) -> str:
        """As `us-ofac-sdn:52293`."""
        return f"{self.source}:{self.record}"


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """One verdict of a file."""

    left: Side
    right: Side
    verdict: Verdict
    actor: str
    reason: str | None
    created_at: str | None
    """An instant as the graph writes it; None: when it was imported."""
    place: str
    """File and line, for whoever must mend it."""


def read_rows(path: Path) -> list[JudgementRow]:
    """Read every row; LabelsError tells the first that cannot be used, and its line."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in REQUIRED if name not in (reader.fieldnames or ())]
            if missing:
                several = len(missing) > 1
                raise LabelsError(
                    f"{path}, line 1: the column{'s' if several else ''} {', '.join(missing)} "
                    f"{'are' if several else 'is'} missing; expected {','.join(COLUMNS)}"
                )
            return [_row(row, f"{path}, line {reader.line_num}") for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LabelsError(f"{path}: the judgements cannot be read: {error}") from error


def as_csv(rows: Iterable[Mapping[str, str | None]]) -> str:
    """Return rows as the text of a file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: row.get(name) or "" for name in COLUMNS} for row in rows)
    return text.getvalue()


def write_csv(text: str, path: Path) -> None:
    """Write a file, whole or not at all."""
    with replaced(path) as beside:
        beside.write_text(text, "utf-8")


def _row(row: Mapping[str | None, str | Sequence[str] | None], place: str) -> JudgementRow:
    values = {name: value.strip() for name, value in row.items() if isinstance(value, str)}
    lacking = [name for name in REQUIRED if not values.get(name)]
    if lacking:
        raise LabelsError(f"{place}: {lacking[0]} is empty")
    left = Side(values["left_source"], values["left_record"])
    right = Side(values["right_source"], values["right_record"])
    if left == right:
        raise LabelsError(f"{place}: {left} stands on both sides, which judges nothing")
    return JudgementRow(
        left=left,
        right=right,
        verdict=_verdict(values["verdict"], place),
        actor=values.get("actor") or ANONYMOUS,
        reason=values.get("reason") or None,
        created_at=_instant(values.get("created_at") or "", place),
        place=place,
    )


def _verdict(text: str, place: str) -> Verdict:
    try:
        return Verdict(text.upper())
    except ValueError:
        message = f"{place}: {text!r} is no verdict; expected same, different or unsure"
        raise LabelsError(message) from None


def _instant(text: str, place: str) -> str | None:
    if not text:
        return None
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        message = f"{place}: {text!r} is no instant; expected e.g. 2026-01-05T10:00:00Z"
        raise LabelsError(message) from None
    in_utc = instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
    precision = "milliseconds" if in_utc.microsecond else "seconds"
    return in_utc.isoformat(timespec=precision).replace("+00:00", "Z")
