"""Answers of a sitting as a plain CSV, `left_id,right_id,match`: kept, shared, merged.

Of a pair left open `match` is empty, so that whoever goes on another day is not asked again.
"""

import csv
from collections.abc import Sequence
from pathlib import Path

from actors.replacing import replaced
from resolution.labelling.session import Pair, ordered
from resolution.tables.files import read_answers


class LabelFile:
    """One file of labels about records known by id."""

    def __init__(self, path: Path, ids: Sequence[str]) -> None:
        """Take the file, which need not be there yet, and the ids by number."""
        self.path = path
        self._ids = ids

    def read(self) -> dict[Pair, bool | None]:
        """Return the answers of earlier sittings."""
        if not self.path.exists():
            return {}
        answers = read_answers([self.path], self._ids)
        return {ordered(one.left, one.right): one.match for one in answers}

    def save(self, answers: Sequence[tuple[Pair, bool | None]]) -> None:
        """Write all answers; the file is there whole or as it was."""
        with replaced(self.path) as beside, beside.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("left_id", "right_id", "match"))
            writer.writerows(
                (self._ids[left], self._ids[right], "" if answer is None else int(answer))
                for (left, right), answer in answers
            )
