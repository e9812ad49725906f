"""The threshold: where the expected F1 of the clusters of a run is best.

Labels chosen where the model is unsure are no sample of the table, so F1 on them means little, and
average linkage, in which a pair that was not compared counts 0, needs lower thresholds than pairs
do. So the pool is clustered at each threshold as a run would do it, and the calibrated chances of
all pairs tell how many matches the clusters are expected to hold. Two pairs of equal score are not
equally likely if one lies within a cluster: labels inside and outside clusters say how much. Where
records have one partner at most, rivals tell which pairs are matches, labels how many there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from resolution.learning.tables.calibration import calibrate
from resolution.learning.tables.judged import Judged
from resolution.learning.tables.rehearsal import Rehearsed
from resolution.learning.tables.rivals import among_rivals
from resolution.tables.keys import Numbers
from resolution.tables.variables import Floats, Integers

THRESHOLDS = np.round(np.arange(0.1, 0.91, 0.05), 2)
EVEN = 0.5
"""Where a threshold takes for one what is likelier than not."""
_AS_GOOD = 0.02
_NEIGHBOURS = 2
_MOST_RAISED = 1.0
"""Log-odds by which rivals are raised at most: where that is not enough, calibration is off."""
_HALVINGS = 12


@dataclass(frozen=True, slots=True)
class Expected:
    """What a threshold is expected to bring."""

    threshold: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


def best_of(judged: Judged, runs: Sequence[Rehearsed]) -> Rehearsed:
    """Return, of the runs about as good as the best, that of the threshold nearest to one half.

    A few labels move a single threshold up or down: each counts with its neighbours. Labels do not
    tell apart what then differs by a fiftieth of the expected error. Where records have one partner
    at most, no cluster holds two of one table from one half on, but below: the sides are two lines.
    """
    values = np.array([expected_of(judged, run).f1 for run in runs])
    below = sum(run.has_one_partner and run.threshold < EVEN for run in runs)
    values = np.concatenate([_smoothed(side) for side in np.split(values, [below])])
    first = last = int(values.argmax())
    enough = values[first] - _AS_GOOD * (1.0 - values[first])
    while first > 0 and values[first - 1] >= enough:
        first -= 1
    while last < len(values) - 1 and values[last + 1] >= enough:
        last += 1
    return min(runs[first : last + 1], key=lambda one: abs(one.threshold - EVEN))


def _smoothed(values: Floats) -> Floats:
    """Return each value's mean with its neighbours, as far as there are as many on both sides."""
    reach = np.minimum(
        _NEIGHBOURS, np.minimum(np.arange(len(values)), np.arange(len(values))[::-1])
    )
    return np.array(
        [values[place - near : place + near + 1].mean() for place, near in enumerate(reach)]
    )


def expected_of(judged: Judged, run: Rehearsed, unseen: Numbers | None = None) -> Expected:
    """Return what the clusters of a run are expected to hold.

    With the clusters that there would be had labelled pairs been `unseen`, this is what to tell:
    labelled matches are in one cluster more often than others are, as they have been learned from.
    Without, it is what tells thresholds apart.
    """
    numbers, taught = run.numbers, judged.taught
    together = numbers[judged.left] == numbers[judged.right]
    known = numbers if unseen is None else unseen
    known_together = known[taught.left] == known[taught.right]
    calibration = calibrate(taught.odds, known_together, taught.same, taught.importance)
    chances = calibration.chances(judged.odds, together)
    if run.has_one_partner:
        chances = _as_many(chances, judged.left, judged.right)
    right, all_matches = float(chances[together].sum()), float(chances.sum())
    precision = right / max(int(together.sum()), 1)
    return Expected(run.threshold, precision, right / max(all_matches, 1e-9))


def _as_many(chances: Floats, left: Integers, right: Integers) -> Floats:
    """Return the chances with rivals weighed, raised until as many matches are expected as before.

    Calibrated chances add up to the matches that labels speak of, rivals or not. To weigh rivals
    alone would lose those that no threshold finds, and so tell too high a recall.
    """
    weighed = np.zeros(len(chances))
    rows = np.flatnonzero(chances)
    odds = chances[rows] / np.maximum(1.0 - chances[rows], 1e-9)
    least, most = 0.0, _MOST_RAISED
    for _ in range(_HALVINGS):
        raised = (least + most) / 2.0
        weighed[rows] = among_rivals(odds * np.exp(raised), left[rows], right[rows])
        if weighed.sum() < chances.sum():
            least = raised
        else:
            most = raised
    return weighed
