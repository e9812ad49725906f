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
from resolution.odds import probabilities

Labels = npt.NDArray[np.int64]
Fold = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]

_FOLDS = 5
# With weaker ones the weights that speak for a match add up to more than a veto.
_PENALTIES = (0.01, 0.03, 0.1, 0.3, 1, 3)
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

    def scores(self, examples: "Examples") -> Floats:
        """Return the probability that each example is one actor."""
        learned = examples.distances @ np.array(self.weights) + self.bias
        return probabilities(learned + examples.decided)


def folds_of(components: npt.NDArray[np.int64], others: int = 0) -> list[Fold]:
    """Return training and test rows of each fold, no component on both sides.

    `others` are rows behind those of the components; they teach in every fold and are tested in
    none.
    """
    folds = np.concatenate([components % _FOLDS, np.full(others, _FOLDS)])
    splits = ((np.flatnonzero(folds != one), np.flatnonzero(folds == one)) for one in range(_FOLDS))
    return [(rest, held) for rest, held in splits if len(held)]


def classifier_for(folds: Sequence[Fold]) -> sklearn.model_selection.GridSearchCV:
    """Return dedupe's search for a logistic regression, judged by what we use its scores for.

    dedupe takes the penalty with the best F1 on folds in the order of the labels. Our scores are
    probabilities that people read and thresholds cut, and our labels come actor by actor: so the
    penalty is chosen by log loss on folds of whole components, the strongest penalty within one
    standard error of the best (Breiman et al. 1984): a few hundred labels see little of the world.
    The error is that of the difference, fold by fold, as some folds are harder than others.
    """
    return sklearn.model_selection.GridSearchCV(
        estimator=sklearn.linear_model.LogisticRegression(max_iter=5000),
        param_grid={"C": _PENALTIES},
        scoring="neg_log_loss",
        cv=list(folds),
        refit=_strongest_penalty,
    )


def _strongest_penalty(results: Mapping[str, npt.NDArray[np.float64]]) -> int:
    folds = sum(name.startswith("split") for name in results)
    scores = np.array([results[f"split{one}_test_score"] for one in range(folds)])
    behind = scores[:, [int(scores.mean(axis=0).argmax())]] - scores
    good_enough = behind.mean(axis=0) <= behind.std(axis=0) / np.sqrt(folds)
    # The grid runs from the strongest penalty to the weakest.
    return int(np.flatnonzero(good_enough)[0])


@dataclass(frozen=True, slots=True)
class Examples:
    """Dedupe's distances, one row a pair, what each pair is, and how much it counts."""

    distances: Floats
    same: Labels
    weights: Floats
    decided: Floats
    """Log-odds that decided weights add to each pair; they count in scores and teach nothing."""


def learn_weights(
    classifier: sklearn.model_selection.GridSearchCV,
    examples: Examples,
    against: npt.NDArray[np.bool_],
) -> Learned:
    """Fit the classifier on examples; `against` marks what speaks against a match.

    A feature whose weight comes out with the wrong sign has been used to correct another one on the
    few pairs at hand; it is left out and the rest fitted again, until each says what it means.
    """
    kept = np.ones(examples.distances.shape[1], dtype=bool)
    while True:
        classifier.fit(examples.distances * kept, examples.same, sample_weight=examples.weights)
        best = classifier.best_estimator_
        weights = best.coef_[0] * kept
        wrong = np.where(against, weights > 0, weights < 0)
        if not wrong.any():
            return Learned(tuple(map(float, weights)), float(best.intercept_[0]), float(best.C))
        kept &= ~wrong


def out_of_fold(learned: Learned, examples: Examples, folds: Sequence[Fold]) -> Floats:
    """Score each pair by weights that have seen nothing of its component; NaN: in no fold."""
    scores = np.full(len(examples.distances), np.nan)
    taught = examples.distances * (np.array(learned.weights) != 0.0)
    for rest, held in folds:
        classifier = sklearn.linear_model.LogisticRegression(C=learned.penalty, max_iter=5000)
        classifier.fit(taught[rest], examples.same[rest], sample_weight=examples.weights[rest])
        odds = classifier.decision_function(taught[held]) + examples.decided[held]
        scores[held] = probabilities(odds)
    return scores


def choose_thresholds(scores: Floats, same: Labels) -> Thresholds:
    """Take the middle of the widest range of thresholds with the best F0.5 of scores out of fold.

    F0.5 holds precision twice as dear as recall (van Rijsbergen 1979): two that stay apart are
    found by whoever looks for them, two that were merged wrongly accuse a stranger.
    """
    known = np.isfinite(scores)
    grid = np.round(np.arange(_LOWEST, _HIGHEST + 0.005, 0.01), 2)
    values = np.array([_f_half(scores[known] >= cut, same[known] == 1) for cut in grid])
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


def _f_half(said: npt.NDArray[np.bool_], true: npt.NDArray[np.bool_]) -> float:
    right = float((said & true).sum())
    return 1.25 * right / max(float(said.sum() + 0.25 * true.sum()), 1.0)
