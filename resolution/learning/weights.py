"""Weights and threshold from judged pairs: dedupe's classifier, thresholds out of fold.

A threshold chosen on the pairs that taught the weights flatters itself. Folds are whole connected
components of the judged pairs, so that no actor teaches about itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import sklearn.linear_model
import sklearn.model_selection

from resolution.clustering.union import Union
from resolution.comparison.values import Floats
from resolution.model import Thresholds
from resolution.scoring import probabilities

Labels = npt.NDArray[np.int64]
Fold = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]

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
    """The C that the search chose."""


def folds_of(components: npt.NDArray[np.int64]) -> list[Fold]:
    """Return training and test rows of each fold, no component on both sides."""
    folds = components % _FOLDS
    splits = ((np.flatnonzero(folds != one), np.flatnonzero(folds == one)) for one in range(_FOLDS))
    return [(rest, held) for rest, held in splits if len(held)]


def classifier_for(folds: Sequence[Fold]) -> sklearn.model_selection.GridSearchCV:
    """Return dedupe's search for a logistic regression, judged by what we use its scores for.

    dedupe takes the penalty with the best F1 on folds in the order of the labels. Our scores are
    probabilities that people read and thresholds cut, and our labels come actor by actor: so the
    penalty is chosen by log loss on folds of whole components, the strongest penalty within one
    standard error of the best (Breiman et al. 1984): a few hundred labels see little of the world.
    """
    return sklearn.model_selection.GridSearchCV(
        estimator=sklearn.linear_model.LogisticRegression(max_iter=5000),
        param_grid={"C": [0.01, 0.03, 0.1, 0.3, 1, 3, 10]},
        scoring="neg_log_loss",
        cv=list(folds),
        refit=_strongest_penalty,
    )


def _strongest_penalty(results: Mapping[str, npt.NDArray[np.float64]]) -> int:
    mean, spread = results["mean_test_score"], results["std_test_score"]
    best = int(mean.argmax())
    good_enough = mean[best] - spread[best] / np.sqrt(_FOLDS)
    # The grid runs from the strongest penalty to the weakest.
    return int(np.flatnonzero(mean >= good_enough)[0])


def learn_weights(
    classifier: sklearn.model_selection.GridSearchCV,
    distances: Floats,
    same: Labels,
    against: npt.NDArray[np.bool_],
) -> Learned:
    """Fit the classifier on dedupe's distances; `against` marks what speaks against a match.

    A feature whose weight comes out with the wrong sign has been used to correct another one on the
    few pairs at hand; it is left out and the rest fitted again, until each says what it means.
    """
    kept = np.ones(distances.shape[1], dtype=bool)
    while True:
        classifier.fit(distances * kept, same)
        best = classifier.best_estimator_
        weights = best.coef_[0] * kept
        wrong = np.where(against, weights > 0, weights < 0)
        if not wrong.any():
            return Learned(tuple(map(float, weights)), float(best.intercept_[0]), float(best.C))
        kept &= ~wrong


def out_of_fold(learned: Learned, distances: Floats, same: Labels, folds: Sequence[Fold]) -> Floats:
    """Score each pair by weights that have seen nothing of its component."""
    scores = np.full(len(distances), np.nan)
    taught = distances * (np.array(learned.weights) != 0.0)
    for rest, held in folds:
        classifier = sklearn.linear_model.LogisticRegression(C=learned.penalty, max_iter=5000)
        classifier.fit(taught[rest], same[rest])
        scores[held] = probabilities(classifier.decision_function(taught[held]))
    return scores


def choose_thresholds(scores: Floats, same: Labels) -> Thresholds:
    """Take the middle of the widest range of thresholds with the best F1 of scores out of fold."""
    known = np.isfinite(scores)
    grid = np.round(np.arange(_LOWEST, _HIGHEST + 0.005, 0.01), 2)
    values = np.array([_f1(scores[known] >= cut, same[known] == 1) for cut in grid])
    best = grid[values >= values.max() - 1e-12]
    return Thresholds(merge=float(best[len(best) // 2]), look=_WORTH_A_LOOK)


def components_of(pairs: Sequence[tuple[int, int]], size: int) -> npt.NDArray[np.int64]:
    """Return the connected component of each judged pair, numbered in their order."""
    union = Union(size)
    for one, other in pairs:
        union.join(one, other)
    roots = [union.find(one) for one, _ in pairs]
    number = {root: count for count, root in enumerate(dict.fromkeys(roots))}
    return np.array([number[root] for root in roots], dtype=np.int64)


def _f1(said: npt.NDArray[np.bool_], true: npt.NDArray[np.bool_]) -> float:
    right = float((said & true).sum())
    return 2 * right / max(float(said.sum() + true.sum()), 1.0)
