"""Logistic regression whose weights keep their signs.

Features that speak for a match may not count against it, nor the other way round. With few labels a
free fit uses one feature to correct another and is wrong on everything it has not seen; the signs
teach more than the first hundred labels. The penalty (L2, not on the bias) is chosen by log loss on
folds of whole components of the labels, so that no record teaches about itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from resolution.scoring import probabilities
from resolution.tables.variables import Floats, Integers, Variable

Flags = npt.NDArray[np.bool_]

PENALTIES = (10.0, 3.0, 1.0, 0.3, 0.1, 0.03, 0.01)
"""From the strongest; one is chosen."""
_FOLDS = 5
_MOST_STEPS = 50
_NO_BETTER = 1e-7
_BIAS_PENALTY = 1e-3


@dataclass(frozen=True, slots=True)
class Signs:
    """For each feature, in the order of the matrix, the bounds of its weight."""

    lowest: Floats
    highest: Floats


@dataclass(frozen=True, slots=True)
class Regression:
    """Weights in the order of the features, and the bias."""

    weights: Floats
    bias: float

    def log_odds(self, features: Floats) -> Floats:
        """Return bias and weighted features added up."""
        return features @ self.weights.astype(features.dtype) + self.bias


def signs_of(names: Sequence[str], variables: Sequence[Variable]) -> Signs:
    """Return which weights must not be negative, which not positive."""
    against = {name for one in variables for name in one.against}
    in_favour = {name for one in variables for name in one.in_favour}
    return Signs(
        np.array([0.0 if name in in_favour else -np.inf for name in names]),
        np.array([0.0 if name in against else np.inf for name in names]),
    )


def fit(  # noqa: PLR0913  # what is fitted, how tightly, from where
    features: Floats,
    same: Floats,
    signs: Signs,
    penalty: float,
    *,
    importance: Floats | None = None,
    start: Regression | None = None,
) -> Regression:
    """Fit by Newton's method on the weights that no bound holds (Bertsekas 1982)."""
    weighing = np.ones(len(same)) if importance is None else importance
    inputs = np.column_stack([features, np.ones(len(same))])
    width = features.shape[1]
    lowest, highest = np.append(signs.lowest, -np.inf), np.append(signs.highest, np.inf)
    ridge = np.append(np.full(width, penalty), _BIAS_PENALTY)
    found = np.zeros(width + 1) if start is None else np.append(start.weights, start.bias)

    def loss(parameters: Floats) -> float:
        odds = inputs @ parameters
        errors = np.logaddexp(0.0, odds) - same * odds
        return float(weighing @ errors + 0.5 * ridge @ parameters**2)

    before = loss(found)
    for _ in range(_MOST_STEPS):
        chance = probabilities(inputs @ found)
        gradient = inputs.T @ (weighing * (chance - same)) + ridge * found
        held = ((found <= lowest) & (gradient > 0)) | ((found >= highest) & (gradient < 0))
        free = np.flatnonzero(~held)
        curved = inputs[:, free] * (weighing * chance * (1.0 - chance))[:, None]
        curvature = curved.T @ inputs[:, free] + np.diag(ridge[free])
        step = np.zeros(width + 1)
        step[free] = np.linalg.solve(curvature, gradient[free])
        found, after = _descended(loss, found, step, (lowest, highest), before)
        if before - after < _NO_BETTER * max(before, 1.0):
            break
        before = after
    return Regression(found[:width], float(found[width]))


def _descended(
    loss: Callable[[Floats], float],
    found: Floats,
    step: Floats,
    bounds: tuple[Floats, Floats],
    before: float,
) -> tuple[Floats, float]:
    """Return the first of ever shorter steps within the bounds that is better."""
    for halving in range(20):
        tried = np.clip(found - step * 0.5**halving, *bounds)
        after = loss(tried)
        if after < before:
            return tried, after
    return found, before


def folds_of(components: Integers) -> list[Integers]:
    """Return the rows of each fold, whole components together, the large ones spread first."""
    names, inverse, sizes = np.unique(components, return_inverse=True, return_counts=True)
    fold = np.empty(len(names), dtype=np.int64)
    filled = np.zeros(_FOLDS)
    for one in np.argsort(-sizes, kind="stable"):
        fold[one] = filled.argmin()
        filled[fold[one]] += sizes[one]
    return [rows for one in range(_FOLDS) if len(rows := np.flatnonzero(fold[inverse] == one))]


def choose_penalty(features: Floats, same: Floats, signs: Signs, folds: list[Integers]) -> float:
    """Return the penalty with the least log loss out of fold."""
    losses = np.zeros(len(PENALTIES))
    for held in folds:
        rest = np.setdiff1d(np.arange(len(same)), held)
        found = None
        for number, penalty in enumerate(PENALTIES):
            found = fit(features[rest], same[rest], signs, penalty, start=found)
            losses[number] += _log_loss(found.log_odds(features[held]), same[held])
    return PENALTIES[int(np.argmin(losses))]


def out_of_fold(
    features: Floats, same: Floats, signs: Signs, folds: list[Integers], penalty: float
) -> Floats:
    """Return each pair's log-odds by weights that have seen nothing of its component."""
    odds = np.zeros(len(same))
    for held in folds:
        rest = np.setdiff1d(np.arange(len(same)), held)
        odds[held] = fit(features[rest], same[rest], signs, penalty).log_odds(features[held])
    return odds


def _log_loss(odds: Floats, same: Floats) -> float:
    return float(np.sum(np.logaddexp(0.0, odds) - same * odds))
