"""A table, questions and answers in, a model out.

The same records, fields, answers and seed give the same model, byte for byte. Linear algebra runs
in one thread: on matrices as small as these, several wait for each other for most of the time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

from actors.progress import Progress, Silent
from resolution.labelling import Answers
from resolution.learning.tables.curve import expected_with_twice
from resolution.learning.tables.judged import JudgedPairs
from resolution.learning.tables.labelled import Labelled, check_both_kinds
from resolution.learning.tables.learner import Learner, Taught, draw_background
from resolution.learning.tables.loop import ask_and_learn
from resolution.learning.tables.pool import Pool, draw_pool
from resolution.learning.tables.regression import signs_of
from resolution.learning.tables.rehearsal import Rehearsal
from resolution.learning.tables.rules import Chosen, choose_rules
from resolution.learning.tables.settings import TrainingSettings
from resolution.learning.tables.threshold import EVEN, THRESHOLDS, Expected, best_of, expected_of
from resolution.learning.tables.worded import worded
from resolution.odds import probabilities
from resolution.tables.comparison import Comparison, feature_names
from resolution.tables.fields import Fields
from resolution.tables.model import TableModel, Weight
from resolution.tables.records import Records
from resolution.tables.rereading import reread
from resolution.tables.variables import Variable, variables_of

_COMPARED_AT_ONCE = 50_000


def train(  # noqa: PLR0913  # what is learned from, by whom, within what bounds, who watches
    records: Records,
    variables: Sequence[Variable],
    fields: Fields,
    answers: Answers,
    *,
    settings: TrainingSettings | None = None,
    progress: Progress | None = None,
) -> TableModel:
    """Learn which pairs of records are one, from the labels there are and the answers to come."""
    chosen, watched = settings or TrainingSettings(), progress or Silent()
    with threadpool_limits(limits=1, user_api="blas"):
        return _trained(records, variables, fields, answers, chosen, watched)


def _trained(  # noqa: PLR0913, PLR0917  # as above
    records: Records,
    variables: Sequence[Variable],
    fields: Fields,
    answers: Answers,
    chosen: TrainingSettings,
    watched: Progress,
) -> TableModel:
    given, fields = fields, worded(fields, records)
    if fields != given:
        variables = variables_of(fields)
        records = reread(records, given, fields, variables)
    pool = draw_pool(records, variables, chosen, watched)
    watched.stage("comparison of pairs", len(pool.left))
    comparison = Comparison(records, variables)
    features = _features(comparison, pool, watched)
    names = feature_names(variables)
    labelled = Labelled(len(records), comparison.features)
    labelled.update(answers.labels)
    background = draw_background(pool, comparison.features, chosen.seed)
    learner = Learner(signs_of(names, variables), background)
    ask_and_learn(pool, features, labelled, learner, answers, settings=chosen, progress=watched)
    check_both_kinds(len(labelled), int(labelled.same.sum()))
    watched.stage("rules")
    regression = learner.settled(labelled)
    odds = regression.log_odds(features)
    budget = chosen.budget(len(records))
    rules = choose_rules(pool, odds, len(records), budget)
    model = TableModel(
        fields=fields,
        rules=rules.rules,
        weights=tuple(
            Weight(name, float(weight))
            for name, weight in zip(names, regression.weights, strict=True)
            if weight != 0.0
        ),
        bias=regression.bias,
        threshold=EVEN,
        pairs_per_record=budget,
        trained_on={},
    )
    watched.stage("rehearsal of runs", len(THRESHOLDS))
    rehearsal = Rehearsal(records, variables, model, comparison)
    runs, pairs = [], JudgedPairs(pool, odds)
    for threshold in THRESHOLDS.tolist():
        compared, run = rehearsal.at(threshold)
        pairs.add(compared)
        runs.append(run)
        watched.advance()
    taught = learner.taught(labelled)
    judged = pairs.judged(taught)
    best = best_of(judged, runs)
    unseen = rehearsal.unseen(best.threshold, taught.labelled(len(labelled)))
    expected = expected_of(judged, best, unseen)
    return replace(
        model,
        threshold=expected.threshold,
        trained_on={
            "records": len(records),
            **_told(labelled),
            "different_told_apart": _told_apart(taught, expected.threshold, len(labelled)),
            "seed": chosen.seed,
            "candidate_pairs": len(pool.left),
            "drawn_records": int(pool.is_drawn.sum()),
            "penalty": learner.penalty,
            **_expectations(expected, rules),
            "expected_f1_with_twice_the_labels": expected_with_twice(
                labelled, learner, features, odds, expected
            ),
            "versions": {name: version(name) for name in ("dramatis-personae", "numpy")},
        },
    )


def _features(comparison: Comparison, pool: Pool, progress: Progress) -> npt.NDArray[np.float32]:
    """Compare the pool; single precision is enough to choose questions and rules by."""
    found = [comparison.features(pool.left[:0], pool.right[:0]).astype(np.float32)]
    for part in _parts(len(pool.left)):
        found.append(comparison.features(pool.left[part], pool.right[part]).astype(np.float32))
        progress.advance(len(found[-1]))
    return np.vstack(found)


def _parts(size: int) -> Iterator[slice]:
    return (slice(begin, begin + _COMPARED_AT_ONCE) for begin in range(0, size, _COMPARED_AT_ONCE))


def _told(labelled: Labelled) -> Mapping[str, object]:
    same = int(labelled.same.sum())
    return {"labels": len(labelled), "same": same, "different": len(labelled) - same}


def _expectations(expected: Expected, rules: Chosen) -> Mapping[str, object]:
    return {
        "expected_recall_of_rules": rules.recall,
        "expected_precision": expected.precision,
        "expected_recall": expected.recall,
        "expected_f1": expected.f1,
    }


def _told_apart(taught: Taught, threshold: float, labels: int) -> int:
    """Return how many pairs labelled as two are told apart by a fit that has not seen them."""
    is_apart = probabilities(taught.odds[:labels]) < threshold
    return int((is_apart & (taught.same[:labels] == 0)).sum())
