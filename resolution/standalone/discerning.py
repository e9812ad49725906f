"""Whether a model tells records apart, and whether a run did: what a few wrong answers undo.

A model is tried on pairs drawn blindly from its table, nearly all of which are two. Its bias says
nothing by itself: a sound model that weighs mostly what speaks against a match begins above its
threshold and ends below it.
"""

import numpy as np

from actors.errors import LabelsError
from resolution.tables.api import Table, score
from resolution.tables.model import TableModel
from resolution.tables.variables import Integers

FEWEST_RECORDS = 20
"""In a smaller table most records may well be one."""
_DRAWN_PAIRS = 1_000
_MOST = 0.5


def check_tells_apart(table: Table, model: TableModel) -> None:
    """Refuse a model that takes most pairs of a table for one, whatever they say."""
    if len(table.records) < FEWEST_RECORDS:
        return
    likely = int((score(table, model, *_drawn(table)) >= model.threshold).sum())
    if likely > _MOST * _DRAWN_PAIRS:
        raise LabelsError(
            f"The labels tell nothing apart: of {_DRAWN_PAIRS:,} pairs drawn blindly from the "
            f"table the model would take {likely:,} for one, so it was not written; look for wrong "
            "answers among the labels, or label more pairs, some of each kind"
        )


def swallowed(records: int, largest: int, threshold: float) -> str | None:
    """Return what to know of a run that put most of a table together; None where it did not."""
    if records < FEWEST_RECORDS or largest <= _MOST * records:
        return None
    return (
        f"One cluster holds {largest:,} of {records:,} records: the model hardly tells them apart "
        f"at a threshold of {threshold:.2f}. Train it with more labels, or give a higher "
        "--threshold."
    )


def _drawn(table: Table) -> tuple[Integers, Integers]:
    """Draw pairs of two records; across, where there are two tables."""
    random, size = np.random.default_rng(0), len(table.records)
    second = table.records.second_begins
    if second is not None:
        return random.integers(0, second, _DRAWN_PAIRS), random.integers(second, size, _DRAWN_PAIRS)
    left = random.integers(0, size, _DRAWN_PAIRS)
    return left, (left + random.integers(1, size, _DRAWN_PAIRS)) % size
