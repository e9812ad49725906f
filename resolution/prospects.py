"""Pairs that are compared by name only where their names could still make them worth a look.

Flows in: pairs of rows. Flows out: their features, as `compare` gives them, save that those of
names stay 0 where dates, numbers, kinds and countries speak so much against a pair that the best of
names would leave it below the threshold of a look. Comparing names is nearly all the work of a run,
and for two pairs of five on real lists it can change nothing.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from resolution.comparison import FEATURES, NAMED, compare_facts, compare_named
from resolution.model import Model
from resolution.odds import probabilities
from resolution.scoring import log_odds

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

# Of sums in another order; far less than a look is about.
_ROUNDING = 1e-9


def compare_as_needed(table: pa.Table, left: Integers, right: Integers, model: Model) -> Floats:
    """Return one row of features for each pair; below the look for whoever cannot reach it."""
    found = np.zeros((len(left), len(FEATURES)))
    found[:, len(NAMED) :] = compare_facts(table, left, right)
    at_best = probabilities(log_odds(found, model) + _most_by_name(model) + _ROUNDING)
    needed = np.flatnonzero(at_best >= model.thresholds.look)
    found[needed, : len(NAMED)] = compare_named(table, left[needed], right[needed], model.words)
    return found


def _most_by_name(model: Model) -> float:
    """Return what names add at most: features lie between 0 and 1, and some speak against."""
    return sum(max(one.weight, 0.0) for one in model.features if one.name in NAMED)
