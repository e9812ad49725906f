"""Weights and threshold from judged pairs: dedupe's classifier, thresholds out of fold.

A threshold chosen on the pairs that taught the weights flatters itself. Folds are whole connected
components of the judged pairs, so that no actor teaches about itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import dedupe
import numpy as np
import numpy.typing as npt
import sklearn.base
import sklearn.linear_model
from joblib import parallel_config

from resolution.clustering.union import Union
from resolution.comparison.values import Floats
from resolution.model import Thresholds
from resolution.scoring import probabilities

Labels = npt.NDArray[np.int64]

_FOLDS = 5
# Below an even chance nothing merges, however few judged pairs say otherwise.
_LOWEST, _HIGHEST = 0.5, 0.95
_WORTH_A_LOOK = 0.1


@dataclass(frozen=True, slots=True)
class Learned:
    """A linear model of the features dedupe saw, in their order."""

    weights: tuple[float, ...]
    bias: float
    penalty: float
    """The C that dedupe's search chose."""


def learn_weights(
    deduper: dedupe.Dedupe, distances: Floats, same: Labels, against: npt.NDArray[np.bool_]
) -> Learned:
    """Fit dedupe's classifier on distances; `against` marks the features that speak against a match.

    A feature whose weight comes out with the wrong sign has been used to correct another one on the
    few pairs at hand; it is left out and the rest fitted again, until each says what it means.
    """
    kept = np.ones(distances.shape[1], dtype=bool)
    while True:
        best = _fitted(deduper, distances * kept, same)
        weights = best.coef_[0] * kept
        wrong = np.where(against, weights > 0, weights < 0)
        if not wrong.any():
            return Learned(tuple(map(float, weights)), float(best.intercept_[0]), float(best.C))
        kept &= ~wrong


def _fitted(
    deduper: dedupe.Dedupe, distances: Floats, same: Labels
) -> sklearn.linear_model.LogisticRegression:
    # Threads, not processes: a few hundred pairs are fitted before a process has started.
    with parallel_config(backend="threading"):
        deduper.classifier.fit(distances, same)
    return deduper.classifier.best_estimator_


def out_of_fold(
    deduper: dedupe.Dedupe,
    distances: Floats,
    same: Labels,
    components: npt.NDArray[np.int64],
) -> Floats:
    """Score each pair by a classifier that has seen nothing of its component."""
    scores = np.full(len(distances), np.nan)
    folds = components % _FOLDS
    for fold in range(_FOLDS):
        held, rest = folds == fold, folds != fold
        if not held.any() or len(set(same[rest].tolist())) < 2:
            continue
        classifier = sklearn.base.clone(deduper.classifier.best_estimator_)
        classifier.fit(distances[rest], same[rest])
        scores[held] = probabilities(classifier.decision_function(distances[held]))
    return scores


def choose_thresholds(scores: Floats, same: Labels) -> Thresholds:
    """Take the middle of the widest range of thresholds with the best F1 of scores out of fold."""
    known = ~np.isnan(scores)
    grid = np.round(np.arange(_LOWEST, _HIGHEST + 0.005, 0.01), 2)
    values = np.array([_f1(scores[known] >= cut, same[known] == 1) for cut in grid])
    best = grid[values >= values.max() - 1e-12]
    return Thresholds(merge=float(best[len(best) // 2]), look=_WORTH_A_LOOK)


def components_of(pairs: Sequence[tuple[int, int]], size: int) -> npt.NDArray[np.int64]:
    """Number the connected components of judged pairs in the order of their first pair."""
    union = Union(size)
    for one, other in pairs:
        union.join(one, other)
    roots = [union.find(one) for one, _ in pairs]
    number = {root: count for count, root in enumerate(dict.fromkeys(roots))}
    return np.array([number[root] for root in roots], dtype=np.int64)


def _f1(said: npt.NDArray[np.bool_], true: npt.NDArray[np.bool_]) -> float:
    right = float((said & true).sum())
    return 2 * right / max(float(said.sum() + true.sum()), 1.0)


