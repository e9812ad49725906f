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
from joblib import parallel_config

from resolution.clustering.union import Union
from resolution.comparison.values import Floats
from resolution.learning.variables import Record
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


def learn_weights(deduper: dedupe.Dedupe, pairs: Sequence[tuple[Record, Record]], same: Labels) -> Learned:
    """Fit dedupe's classifier on the distances its data model computes."""
    distances = deduper.data_model.distances(pairs)
    # Threads, not processes: a few hundred pairs are fitted before a process has started.
    with parallel_config(backend="threading"):
        deduper.classifier.fit(distances, same)
    best = deduper.classifier.best_estimator_
    return Learned(
        tuple(float(weight) for weight in best.coef_[0]), float(best.intercept_[0]), float(best.C)
    )


def out_of_fold(
    deduper: dedupe.Dedupe,
    pairs: Sequence[tuple[Record, Record]],
    same: Labels,
    components: npt.NDArray[np.int64],
) -> Floats:
    """Score each pair by a classifier that has seen nothing of its component."""
    distances = deduper.data_model.distances(pairs)
    scores = np.full(len(pairs), np.nan)
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


