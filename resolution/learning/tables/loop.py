"""The learning loop: ask, fit, ask where the fit is least sure.

Flows in: the pool with its features, labels that exist already, whoever answers. Flows out: all
labels with their features, and the regression they teach. Nothing but the answers tells the loop
what is true.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from actors.progress import Progress
from resolution.labelling import Answers, Label, StopAsking
from resolution.learning.tables.pool import Pool
from resolution.learning.tables.questions import FIRST_QUESTIONS, Chooser
from resolution.learning.tables.regression import (
    Regression,
    Signs,
    choose_penalty,
    fit,
    folds_of,
)
from resolution.learning.weights import components_of
from resolution.tables.variables import Floats, Integers

_COMMITTEE = 5
_ENOUGH_TO_CHOOSE_PENALTY = 40
_FIRST_PENALTY = 0.3


@dataclass(slots=True)
class Labelled:
    """The labels in force, with the features of their pairs."""

    records: int
    compare: Callable[[Integers, Integers], Floats]
    labels: Sequence[Label] = ()
    features: Floats = field(default_factory=lambda: np.empty((0, 0)))
    """One row a label."""

    def update(self, labels: Sequence[Label]) -> None:
        """Take the labels as they stand now: of one pair the last that was given."""
        by_pair = {(min(one[:2]), max(one[:2])): one.match for one in labels}
        self.labels = [Label(*pair, match) for pair, match in by_pair.items()]
        left, right = np.array(list(by_pair), dtype=np.int64).reshape(-1, 2).T
        self.features = self.compare(left, right)

    @property
    def same(self) -> Floats:
        """1 where a label says that two records are one."""
        return np.array([float(one.match) for one in self.labels])

    @property
    def components(self) -> Integers:
        """Which labels hang together by their records."""
        return components_of([(one.left, one.right) for one in self.labels], self.records)

    @property
    def has_both(self) -> bool:
        """Whether there is something to tell apart."""
        return 0 < self.same.sum() < len(self.labels)


@dataclass(slots=True)
class Learner:
    """Fits regressions to the labels so far."""

    signs: Signs
    penalty: float = _FIRST_PENALTY
    _chosen_at: int = 0

    def fit(self, labelled: Labelled) -> Regression:
        """Fit all labels; the penalty is chosen again when there are a quarter more."""
        features, same = labelled.features, labelled.same
        if len(same) >= max(_ENOUGH_TO_CHOOSE_PENALTY, self._chosen_at * 1.25):
            self.choose_penalty(labelled)
        return fit(features, same, self.signs, self.penalty)

    def choose_penalty(self, labelled: Labelled) -> None:
        """Choose the penalty by the labels so far."""
        folds = folds_of(labelled.components)
        self.penalty = choose_penalty(labelled.features, labelled.same, self.signs, folds)
        self._chosen_at = len(labelled.labels)

    def committee(self, labelled: Labelled, random: np.random.Generator) -> list[Regression]:
        """Fit draws, with replacement, of the components of the labels."""
        features, same, components = labelled.features, labelled.same, labelled.components
        count = int(components.max()) + 1
        return [
            fit(
                features, same, self.signs, self.penalty, importance=times[components].astype(float)
            )
            for times in (
                np.bincount(random.integers(0, count, count), minlength=count)
                for _ in range(_COMMITTEE)
            )
        ]


def ask_and_learn(  # noqa: PLR0913  # all that the loop needs, and no two of them belong together
    pool: Pool,
    features: npt.NDArray[np.float32],
    labelled: Labelled,
    learner: Learner,
    answers: Answers,
    *,
    most_questions: int,
    seed: int,
    progress: Progress,
) -> None:
    """Ask until nobody answers, the pool is exhausted or enough has been asked."""
    random = np.random.default_rng(seed)
    chooser = Chooser(pool.left, pool.right, random)
    asked = _known(pool, labelled)
    progress.stage("questions", most_questions)
    questions = 0
    try:
        while questions < most_questions:
            count = min(_batch_size(len(labelled.labels)), most_questions - questions)
            rows = _rows_to_ask(chooser, pool, features, labelled, learner, asked, count)
            if not rows:
                break
            for row in rows:
                asked[row] = True
                answers.ask(int(pool.left[row]), int(pool.right[row]))
                questions += 1
                progress.advance()
            labelled.update(answers.labels)
    except StopAsking:
        pass
    labelled.update(answers.labels)


def _batch_size(labels: int) -> int:
    """Few at first, as the first answers change most; then one in twenty."""
    return max(5, labels // 20)


def _rows_to_ask(  # noqa: PLR0913, PLR0917
    chooser: Chooser,
    pool: Pool,
    features: npt.NDArray[np.float32],
    labelled: Labelled,
    learner: Learner,
    asked: npt.NDArray[np.bool_],
    count: int,
) -> Sequence[int]:
    if not labelled.has_both:
        return chooser.first(pool.evidence, asked, FIRST_QUESTIONS)[:FIRST_QUESTIONS]
    odds = learner.fit(labelled).log_odds(features)
    members = learner.committee(labelled, chooser.random)

    def committee(rows: Integers) -> list[Floats]:
        return [one.log_odds(features[rows]) for one in members]

    return chooser.next(odds, committee, asked, count)


def _known(pool: Pool, labelled: Labelled) -> npt.NDArray[np.bool_]:
    """Mark pairs of the pool that are labelled already."""
    size = labelled.records
    codes = [min(one[:2]) * size + max(one[:2]) for one in labelled.labels]
    return np.isin(pool.left * size + pool.right, np.array(codes, dtype=np.int64))
