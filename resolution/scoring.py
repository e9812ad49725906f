"""Scores: features in, probabilities out.

Contributions are added feature by feature in the model's order, in float64: the same bits for any
chunking of the pairs, and on any machine that adds as IEEE 754 says.
"""

import numpy as np
import numpy.typing as npt

from resolution.comparison import FEATURES
from resolution.model import Model
from resolution.odds import probabilities

Floats = npt.NDArray[np.float64]


def score(features: Floats, model: Model) -> Floats:
    """Return the probability that each pair is one actor."""
    return probabilities(log_odds(features, model))


def log_odds(features: Floats, model: Model) -> Floats:
    """Return bias and weighted features added up."""
    column = {name: number for number, name in enumerate(FEATURES)}
    total = np.full(len(features), model.bias)
    for feature in model.features:
        total = total + features[:, column[feature.name]] * feature.weight
    return total
