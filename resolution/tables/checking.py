"""What clustering is given, checked: records by number, scores and thresholds from 0 to 1."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from actors.errors import RunError

Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.integer]
Floats = npt.NDArray[np.float64]
Pair = tuple[int, int]


def check_pairs(size: int, left: Numbers, right: Numbers, scores: Floats, threshold: float) -> None:
    """Refuse pairs, scores and thresholds that mean nothing."""
    if not 0.0 <= threshold <= 1.0:
        raise RunError(f"The threshold is {threshold}: it must be from 0 to 1")
    if not len(left) == len(right) == len(scores):
        raise RunError(
            f"There are {len(left)} left records, {len(right)} right ones and {len(scores)} scores:"
            " a pair needs one of each"
        )
    if not len(scores):
        return
    for side in (left, right):
        if not np.issubdtype(side.dtype, np.integer):
            raise RunError(f"Records are called by whole numbers, not by {side.dtype}")
        if side.min() < 0 or side.max() >= size:
            row = int(np.flatnonzero((side < 0) | (side >= size))[0])
            raise _out_of_range(f"Pair {row}", int(side[row]), size)
    is_alone = left == right
    if is_alone.any():
        row = int(is_alone.argmax())
        raise RunError(f"Pair {row} is of record {left[row]} with itself: leave it out")
    if not (scores.min() >= 0.0 and scores.max() <= 1.0):
        row = int(np.flatnonzero(~((scores >= 0.0) & (scores <= 1.0)))[0])
        raise RunError(f"Pair {row} has the score {scores[row]}: it must be from 0 to 1")


def checked_links(size: int, links: Iterable[Pair]) -> Integers:
    """Return judged pairs as rows of two, in order."""
    found = np.array(sorted(links), dtype=np.int64).reshape(-1, 2)
    for one, other in found.tolist():
        for record in (one, other):
            if not 0 <= record < size:
                raise _out_of_range("A judgement", record, size)
        if one == other:
            raise RunError(f"A judgement is of record {one} with itself: take it back")
    return found


def check_columns(size: int, **columns: npt.NDArray[Any] | None) -> None:
    """Refuse columns that have not one value for each record."""
    for name, column in columns.items():
        if column is not None and len(column) != size:
            raise RunError(f"There are {len(column)} {name} for {size} records")


def _out_of_range(where: str, record: int, size: int) -> RunError:
    return RunError(f"{where} names record {record}: there are {size}, numbered from 0")
