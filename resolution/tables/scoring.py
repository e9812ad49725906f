"""Features in, probabilities out; added up in the model's order, so that any chunking agrees."""

from collections.abc import Sequence

import numpy as np

from resolution.scoring import probabilities
from resolution.tables.model import TableModel
from resolution.tables.variables import Floats


def scores(features: Floats, names: Sequence[str], model: TableModel) -> Floats:
    """Return the probability that each pair is one."""
    column = {name: number for number, name in enumerate(names)}
    total = np.full(len(features), model.bias)
    for weight in model.weights:
        total = total + features[:, column[weight.feature]] * weight.weight
    return probabilities(total)
