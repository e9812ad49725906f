"""Features in, probabilities out; added up in the model's order, so that any chunking agrees."""

from collections.abc import Sequence

import numpy as np

from resolution.odds import probabilities
from resolution.tables.comparison import Comparison
from resolution.tables.model import TableModel
from resolution.tables.variables import Floats, Integers

_PAIRS_AT_ONCE = 1 << 16


def scores(features: Floats, names: Sequence[str], model: TableModel) -> Floats:
    """Return the probability that each pair is one."""
    column = {name: number for number, name in enumerate(names)}
    total = np.full(len(features), model.bias)
    for weight in model.weights:
        total = total + features[:, column[weight.feature]] * weight.weight
    return probabilities(total)


def pair_scores(
    comparison: Comparison, names: Sequence[str], model: TableModel, left: Integers, right: Integers
) -> Floats:
    """Return the probability that each pair of records is one; features are held of some."""
    found = np.empty(len(left))
    for first in range(0, len(left), _PAIRS_AT_ONCE):
        some = slice(first, first + _PAIRS_AT_ONCE)
        found[some] = scores(comparison.features(left[some], right[some]), names, model)
    return found
