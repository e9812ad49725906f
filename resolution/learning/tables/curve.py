"""What further labels would bring: the learning curve, read off halves of the labels.

Fits to half of the labels are held against the fit to all of them. Where halves would have said
nearly the same, twice as many would hardly say otherwise; the gain of the last doubling, halved, is
taken for the gain of the next, as errors fall about as fast as labels grow.
"""

import numpy as np
import numpy.typing as npt

from resolution.learning.tables.labelled import Labelled
from resolution.learning.tables.learner import Learner
from resolution.learning.tables.regression import fit
from resolution.learning.tables.threshold import Expected
from resolution.tables.variables import Floats

_HALVES = 3


def expected_with_twice(
    labelled: Labelled,
    learner: Learner,
    features: npt.NDArray[np.float32],
    odds: Floats,
    expected: Expected,
) -> float:
    """Return the F1 to be expected of twice the labels."""
    lesson = learner.lesson(labelled)
    random = np.random.default_rng(len(labelled))
    number = int(lesson.components.max()) + 1
    now = odds >= 0.0
    agreements = []
    for _ in range(_HALVES):
        drawn = lesson.only(np.flatnonzero((random.random(number) < 0.5)[lesson.components]))
        before = fit(drawn, learner.signs, learner.penalty).log_odds(features) >= 0.0
        agreements.append(2 * float((now & before).sum()) / max(float(now.sum() + before.sum()), 1))
    last_gain = expected.f1 * (1.0 - float(np.mean(agreements)))
    return min(1.0, expected.f1 + last_gain / 2.0)
