"""Logistic regression whose weights keep their signs.

Features that speak for a match may not count against it, nor the other way round. With few labels a
free fit uses one feature to correct another and is wrong on everything it has not seen; the signs
teach more than the first hundred labels. The penalty (L2, not on the bias) is chosen by log loss on
folds of whole components of the labels, so that no record teaches about itself.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from resolution.odds import probabilities
from resolution.tables.variables import Floats, Integers, Variable

Booleans = npt.NDArray[np.bool_]

PENALTIES = (10.0, 3.0, 1.0, 0.3, 0.1, 0.03, 0.01)
"""From the strongest; one is chosen."""
_FOLDS = 5
_MOST_STEPS = 50
_NO_BETTER = 1e-7
_BIAS_PENALTY = 1e-6


@dataclass(frozen=True, slots=True)
class Lesson:
    """Pairs to learn from."""

    features: Floats
    same: Floats
    """1 where a pair is one, 0 where it is two."""
    importance: Floats
    """How much each pair counts; a labelled one counts 1."""
    components: Integers
    """Which pairs hang together by their records."""

    def only(self, rows: Integers) -> "Lesson":
        """Return some of the pairs."""
        return Lesson(
            self.features[rows], self.same[rows], self.importance[rows], self.components[rows]
        )


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

    def log_odds(self, features: npt.NDArray[np.float32] | Floats) -> Floats:
        """Return bias and weighted features added up, in the features' precision."""
        odds: Floats = (features @ self.weights.astype(features.dtype)).astype(np.float64)
        return odds + self.bias


def signs_of(names: Sequence[str], variables: Sequence[Variable]) -> Signs:
    """Return the bounds of each weight; one that its type has decided has no room."""
    against = {name for one in variables for name in one.against}
    in_favour = {name for one in variables for name in one.in_favour}
    decided: dict[str, float] = {}
    for one in variables:
        decided |= getattr(one, "decided", {})
    return Signs(
        np.array([decided.get(name, 0.0 if name in in_favour else -np.inf) for name in names]),
        np.array([decided.get(name, 0.0 if name in against else np.inf) for name in names]),
    )


def fit(  # what is fitted, how tightly, from where
    lesson: Lesson,
    signs: Signs,
    penalty: float,
    *,
    start: Regression | None = None,
    offset: Floats | float = 0.0,
) -> Regression:
    """Fit by Newton's method on the weights that no bound holds (Bertsekas 1982).

    `offset` is added to each pair's log-odds and not learned.
    """
    same, weighing = lesson.same, lesson.importance
    inputs = np.column_stack([lesson.features, np.ones(len(same))])
    width = lesson.features.shape[1]
    lowest, highest = np.append(signs.lowest, -np.inf), np.append(signs.highest, np.inf)
    ridge = np.append(np.full(width, penalty), _BIAS_PENALTY)
    found = np.zeros(width + 1) if start is None else np.append(start.weights, start.bias)
    found = np.clip(found, lowest, highest)

    def loss(parameters: Floats) -> float:
        odds = inputs @ parameters + offset
        errors = np.logaddexp(0.0, odds) - same * odds
        return float(weighing @ errors + 0.5 * ridge @ parameters**2)

    before = loss(found)
    for _ in range(_MOST_STEPS):
        chance = probabilities(inputs @ found + offset)
        gradient = inputs.T @ (weighing * (chance - same)) + ridge * found
        held = ((found <= lowest) & (gradient >= 0)) | ((found >= highest) & (gradient <= 0))
        held |= lowest == highest
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


def choose_penalty(lesson: Lesson, signs: Signs, folds: Sequence[Integers]) -> float:
    """Return the penalty with the least log loss out of fold."""
    losses = np.zeros(len(PENALTIES))
    for held, taught, rest in _splits(lesson, folds):
        found = None
        for number, penalty in enumerate(PENALTIES):
            found = fit(rest, signs, penalty, start=found)
            odds = found.log_odds(taught.features)
            errors = np.logaddexp(0.0, odds) - taught.same * odds
            losses[number] += float(taught.importance @ errors)
        del held
    return PENALTIES[int(np.argmin(losses))]


def out_of_fold(lesson: Lesson, signs: Signs, folds: Sequence[Integers], penalty: float) -> Floats:
    """Return each pair's log-odds by weights that have seen nothing of its component."""
    odds = np.zeros(len(lesson.same))
    for held, taught, rest in _splits(lesson, folds):
        odds[held] = fit(rest, signs, penalty).log_odds(taught.features)
    return odds


def _splits(lesson: Lesson, folds: Sequence[Integers]) -> Iterator[tuple[Integers, Lesson, Lesson]]:
    every = np.arange(len(lesson.same))
    for held in folds:
        yield held, lesson.only(held), lesson.only(np.setdiff1d(every, held))
