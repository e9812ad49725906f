"""Whether a model tells records apart, and whether a run did: what a few wrong answers undo.

A model is tried on pairs drawn blindly from its table, nearly all of which are two. Its bias says
nothing by itself: a sound model that weighs mostly what speaks against a match begins above its
threshold and ends below it. A table that is mostly one is no reason to doubt: there a model takes
most pairs for one, and yet tells apart what was labelled as two, also where it has not seen it.
Labels with 0 and 1 exchanged may do so too, by what is missing, but fit better turned round.
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
_CLEARLY = 3.0
"""Log-likelihood, about 20 to 1: more than noise mostly brings."""
_HARDLY = 0.5
"""Log-likelihood: fields that know no sign bring none, whichever way labels are read."""


def check_speaks_for(gained: float) -> None:
    """Refuse labels that fit far better with 0 and 1 exchanged; as they are they have `gained`."""
    if gained < -_CLEARLY:
        raise LabelsError(
            "The labels say the opposite of the table: pairs labelled 1 agree less than pairs "
            "labelled 0, so no model was written; look whether 0 and 1 are exchanged (1 is one, "
            "0 is two), or label some plain pairs of each kind beside misleading ones"
        )


def check_tells_apart(table: Table, model: TableModel, gained: float) -> None:
    """Refuse a model that takes most pairs of a table for one, whatever they say.

    It is believed all the same where its labels fit no worse as they are than exchanged, and where
    most of those that say two are told apart by fits that had not seen them.
    """
    if len(table.records) < FEWEST_RECORDS:
        return
    likely = int((score(table, model, *_drawn(table)) >= model.threshold).sum())
    is_believed = gained > -_HARDLY and _tells_apart(model)
    if likely > _MOST * _DRAWN_PAIRS and not is_believed:
        raise LabelsError(
            f"The labels tell nothing apart: of {_DRAWN_PAIRS:,} pairs drawn blindly from the "
            f"table the model would take {likely:,} for one, so it was not written; look for wrong "
            "answers among the labels, or label more pairs, some of each kind"
        )


def _tells_apart(model: TableModel) -> bool:
    """Tell whether most pairs labelled as two are told apart where they have not been seen."""
    told = (model.trained_on.get(name) for name in ("different", "different_told_apart"))
    labels, apart = (one if isinstance(one, int) else 0 for one in told)
    return apart > _MOST * labels


def swallowed(records: int, largest: int, threshold: float) -> str | None:
    """Return what to know of a run that put most of a table together; None where it did not."""
    if records < FEWEST_RECORDS or largest <= _MOST * records:
        return None
    return (
        f"One cluster holds {largest:,} of {records:,} records. Unless most of the table is one, "
        f"the model hardly tells records apart at a threshold of {threshold}: train it with "
        "more labels, or give a higher --threshold."
    )


def _drawn(table: Table) -> tuple[Integers, Integers]:
    """Draw pairs of two records; across, where there are two tables."""
    random, size = np.random.default_rng(0), len(table.records)
    second = table.records.second_begins
    if second is not None:
        return random.integers(0, second, _DRAWN_PAIRS), random.integers(second, size, _DRAWN_PAIRS)
    left = random.integers(0, size, _DRAWN_PAIRS)
    return left, (left + random.integers(1, size, _DRAWN_PAIRS)) % size
