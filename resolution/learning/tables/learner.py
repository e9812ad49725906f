"""Regressions fitted to the labels so far, before a background of pairs that are hardly one.

Labels are chosen where the model is unsure. A fit to them alone is unsure of everything, and its
doubts about a million unlike pairs outweigh all matches. So pairs drawn from the pool that the fit
itself finds unlikely count as different, a little each.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from resolution.learning.tables.labelled import Compare, Labelled
from resolution.learning.tables.pool import Pool
from resolution.learning.tables.regression import (
    Booleans,
    Lesson,
    Regression,
    Signs,
    choose_penalty,
    fit,
    folds_of,
    out_of_fold,
)
from resolution.odds import probabilities
from resolution.tables.scored import Scored
from resolution.tables.variables import Floats, Integers

_COMMITTEE = 5
_ENOUGH_TO_CHOOSE_PENALTY = 40
_FIRST_PENALTY = 0.3
_ROUNDS = 3
"""Fits and penalties are chosen in turns, as each depends on the other."""
_BACKGROUND_PAIRS = 400
_BACKGROUND_SHARE = 0.3
"""What the background counts, in parts of what the labels count."""
_UNLIKELY = -2.0
"""Log-odds below which a pair of the background is taken for different."""


@dataclass(frozen=True, slots=True)
class Background:
    """Pairs drawn from the pool."""

    left: Integers
    right: Integers
    features: Floats
    is_quiet: Booleans
    """Which of them the fewest keys speak for: they are taken for different before any fit."""


def draw_background(pool: Pool, compare: Compare, seed: int) -> Background:
    """Draw pairs from the pool."""
    random = np.random.default_rng(seed)
    count = min(_BACKGROUND_PAIRS, len(pool.left))
    rows = np.sort(random.choice(len(pool.left), count, replace=False))
    left, right, evidence = pool.left[rows], pool.right[rows], pool.evidence[rows]
    middle = np.median(evidence) if count else 0.0
    return Background(left, right, compare(left, right), evidence <= middle)


@dataclass(frozen=True, slots=True)
class Taught:
    """Pairs that are labelled or taken for different, with their log-odds out of fold."""

    left: Integers
    right: Integers
    odds: Floats
    same: Floats
    importance: Floats

    def labelled(self, labels: int) -> Scored:
        """Return the labelled pairs, which come first, with their scores out of fold."""
        left, right = (side[:labels].astype(np.int32) for side in (self.left, self.right))
        return Scored(left, right, probabilities(self.odds[:labels]))


@dataclass(slots=True)
class Learner:
    """Fits regressions; remembers the penalty and which pairs of the background are quiet."""

    signs: Signs
    background: Background
    penalty: float = _FIRST_PENALTY
    is_quiet: Booleans = field(init=False)
    """Which pairs of the background are taken for different."""
    _chosen_at: int = 0

    def __post_init__(self) -> None:
        """Begin with what the background says by itself."""
        self.is_quiet = self.background.is_quiet

    def lesson(self, labelled: Labelled) -> Lesson:
        """Return labels and background together."""
        quiet = self.background.features[self.is_quiet]
        share = _BACKGROUND_SHARE * len(labelled) / max(len(quiet), 1)
        own = labelled.components.max(initial=-1) + 1 + np.arange(len(quiet))
        return Lesson(
            np.vstack([labelled.features, quiet]),
            np.append(labelled.same, np.zeros(len(quiet))),
            np.append(np.ones(len(labelled)), np.full(len(quiet), share)),
            np.append(labelled.components, own),
        )

    def fit(self, labelled: Labelled) -> Regression:
        """Fit all labels; the penalty is chosen again when there are a quarter more."""
        if len(labelled) >= max(_ENOUGH_TO_CHOOSE_PENALTY, self._chosen_at * 1.25):
            self.choose_penalty(labelled)
        found = fit(self.lesson(labelled), self.signs, self.penalty)
        self.is_quiet = found.log_odds(self.background.features) < _UNLIKELY
        return found

    def settled(self, labelled: Labelled) -> Regression:
        """Fit to the labels alone, whatever was asked and fitted on the way to them."""
        self.penalty, self._chosen_at = _FIRST_PENALTY, 0
        self.is_quiet = self.background.is_quiet
        for _ in range(_ROUNDS):
            self.fit(labelled)
            self.choose_penalty(labelled)
        return self.fit(labelled)

    def choose_penalty(self, labelled: Labelled) -> None:
        """Choose the penalty by the labels so far."""
        lesson = self.lesson(labelled)
        self.penalty = choose_penalty(lesson, self.signs, folds_of(lesson.components))
        self._chosen_at = len(labelled)

    def committee(self, labelled: Labelled, random: np.random.Generator) -> list[Regression]:
        """Fit draws, with replacement, of the components of the labels."""
        lesson = self.lesson(labelled)
        count = int(lesson.components.max()) + 1
        found = []
        for _ in range(_COMMITTEE):
            times = np.bincount(random.integers(0, count, count), minlength=count)
            drawn = replace(lesson, importance=lesson.importance * times[lesson.components])
            found.append(fit(drawn, self.signs, self.penalty))
        return found

    def taught(self, labelled: Labelled) -> Taught:
        """Return what is known, scored by weights that have not seen it; each pair counts 1."""
        lesson, quiet = self.lesson(labelled), self.is_quiet
        odds = out_of_fold(lesson, self.signs, folds_of(lesson.components), self.penalty)
        return Taught(
            np.append(labelled.left, self.background.left[quiet]),
            np.append(labelled.right, self.background.right[quiet]),
            odds,
            lesson.same,
            np.ones(len(odds)),
        )
