"""Verdicts of a sitting as CSV, in the format that `judgements` and `train` read.

What the file says of records that the graph does not have stays in it, as do its other columns.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from actors.records import Mention, Verdict
from resolution.evaluation import RecordKey, positions
from resolution.judgements.files import JudgementRow, Side, as_csv, read_rows, write_csv
from resolution.labelling.session import Pair, ordered

_ANSWERS = {Verdict.SAME: True, Verdict.DIFFERENT: False, Verdict.UNSURE: None}
_VERDICTS = {answer: verdict.value.lower() for verdict, answer in _ANSWERS.items()}


class VerdictFile:
    """One file of verdicts on records, known by their positions among the mentions."""

    def __init__(self, path: Path, mentions: Sequence[Mention]) -> None:
        """Take the file, which need not be there yet, and the records."""
        self._path = path
        self._mentions = mentions
        self._place = positions(mentions)
        rows = read_rows(path) if path.exists() else []
        self._rows: dict[Pair, JudgementRow] = {}
        self._others = []
        for row in rows:
            pair = self._pair(row)
            if pair is None:
                self._others.append(row)
            else:
                self._rows[pair] = row

    def read(self) -> dict[Pair, bool | None]:
        """Return the answers of earlier sittings."""
        return {pair: _ANSWERS[row.verdict] for pair, row in self._rows.items()}

    def save(self, answers: Sequence[tuple[Pair, bool | None]]) -> None:
        """Write all verdicts; the file is there whole or as it was."""
        now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        rows = [_written(row) for row in self._others]
        for pair, answer in answers:
            before = self._rows.get(pair)
            if before is not None and _ANSWERS[before.verdict] is answer:
                rows.append(_written(before) | self._names(pair, before))
            else:
                rows.append(self._answered(pair, answer, now))
        write_csv(as_csv(rows), self._path)

    def _pair(self, row: JudgementRow) -> Pair | None:
        ends = [
            self._place.get(RecordKey(side.source, side.record)) for side in (row.left, row.right)
        ]
        left, right = ends
        if left is None or right is None or left == right:
            return None
        return ordered(left, right)

    def _answered(self, pair: Pair, answer: bool | None, now: str) -> dict[str, str | None]:
        left, right = (self._mentions[end] for end in pair)
        return {
            "left_source": left.source,
            "left_record": left.record_id,
            "right_source": right.source,
            "right_record": right.record_id,
            "verdict": _VERDICTS[answer],
            "created_at": now,
            "left_name": left.quote,
            "right_name": right.quote,
        }

    def _names(self, pair: Pair, row: JudgementRow) -> dict[str, str | None]:
        left, right = (self._mentions[end] for end in pair)
        if self._place.get(RecordKey(row.left.source, row.left.record)) != pair[0]:
            left, right = right, left
        return {"left_name": left.quote, "right_name": right.quote}


def _written(row: JudgementRow) -> dict[str, str | None]:
    def named(side: Side, which: str) -> dict[str, str]:
        return {f"{which}_source": side.source, f"{which}_record": side.record}

    return {
        **named(row.left, "left"),
        **named(row.right, "right"),
        "verdict": row.verdict.value.lower(),
        "actor": row.actor,
        "reason": row.reason,
        "created_at": row.created_at,
    }
