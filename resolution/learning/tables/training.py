"""A table, questions and answers in, a model out.

The same records, fields, labels, answers and seed give the same model, byte for byte.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from actors.errors import LabelsError
from actors.progress import Progress, Silent
from resolution.labelling import Answers
from resolution.learning.tables.loop import Labelled, Learner, ask_and_learn
from resolution.learning.tables.pool import Pool, draw_pool
from resolution.learning.tables.regression import folds_of, out_of_fold, signs_of
from resolution.learning.tables.rules import choose_rules
from resolution.learning.tables.settings import TrainingSettings
from resolution.learning.tables.threshold import best_threshold, calibrate
from resolution.scoring import probabilities
from resolution.tables.comparison import Comparison, feature_names
from resolution.tables.fields import Fields
from resolution.tables.model import TableModel, Weight
from resolution.tables.records import Records
from resolution.tables.variables import Variable

_COMPARED_AT_ONCE = 50_000


def train(  # noqa: PLR0913
    records: Records,
    variables: Sequence[Variable],
    fields: Fields,
    answers: Answers,
    *,
    settings: TrainingSettings | None = None,
    progress: Progress | None = None,
) -> TableModel:
    """Learn which pairs of records are one, from the labels there are and the answers to come."""
    chosen = settings or TrainingSettings()
    watched = progress or Silent()
    pool = draw_pool(records, variables, chosen, watched)
    watched.stage("comparison of pairs", len(pool.left))
    comparison = Comparison(records, variables)
    features = _features(comparison, pool, watched)
    names = feature_names(variables)
    labelled = Labelled(len(records), comparison.features)
    labelled.update(answers.labels)
    learner = Learner(signs_of(names, variables))
    ask_and_learn(
        pool,
        features,
        labelled,
        learner,
        answers,
        most_questions=chosen.most_questions,
        seed=chosen.seed,
        progress=watched,
    )
    _check(labelled)
    learner.choose_penalty(labelled)
    regression = learner.fit(labelled)
    folds = folds_of(labelled.components)
    held_out = out_of_fold(labelled.features, labelled.same, learner.signs, folds, learner.penalty)
    calibration = calibrate(held_out, labelled.same)
    odds = regression.log_odds(features)
    calibrated = calibration(odds)
    chance = probabilities(calibrated)
    budget = chosen.budget(len(records))
    rules = choose_rules(pool, chance, len(records), budget)
    expected = best_threshold(odds[rules.found], calibrated[rules.found], float(chance.sum()))
    matches = int(labelled.same.sum())
    return TableModel(
        fields=fields,
        rules=rules.rules,
        weights=tuple(
            Weight(name, float(weight))
            for name, weight in zip(names, regression.weights, strict=True)
            if weight != 0.0
        ),
        bias=regression.bias,
        threshold=expected.threshold,
        pairs_per_record=budget,
        trained_on={
            "records": len(records),
            "labels": len(labelled.labels),
            "same": matches,
            "different": len(labelled.labels) - matches,
            "seed": chosen.seed,
            "pool_pairs": len(pool.left),
            "penalty": learner.penalty,
            "calibration": [calibration.slope, calibration.shift],
            "expected_recall_of_rules": rules.recall,
            "expected_precision": expected.precision,
            "expected_recall": expected.recall,
            "expected_f1": expected.f1,
        },
    )


def _features(comparison: Comparison, pool: Pool, progress: Progress) -> npt.NDArray[np.float32]:
    """Compare the pool; single precision is enough to choose questions and rules by."""
    found = []
    for begin in range(0, len(pool.left), _COMPARED_AT_ONCE):
        part = slice(begin, begin + _COMPARED_AT_ONCE)
        found.append(comparison.features(pool.left[part], pool.right[part]).astype(np.float32))
        progress.advance(len(found[-1]))
    empty = comparison.features(pool.left[:0], pool.right[:0]).astype(np.float32)
    return np.vstack([empty, *found])


def _check(labelled: Labelled) -> None:
    same, count = int(labelled.same.sum()), len(labelled.labels)
    if not labelled.has_both:
        raise LabelsError(
            f"{count} labels, {same} of them same and {count - same} different: training needs "
            "both; label pairs of the kind that is missing"
        )
