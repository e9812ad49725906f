"""From log-odds of a fit to chances that hold: what the labels say out of fold.

A fit to few labels is unsure of too much. Labels alone cannot tell how little the bulk of a million
unlike pairs is worth, so the background counts here too, and what is far below the line may fall
off faster than what is near it.
"""

from dataclasses import dataclass

import numpy as np

from resolution.learning.tables.regression import Booleans, Lesson, Signs, fit
from resolution.odds import probabilities
from resolution.tables.variables import Floats

_FAR_BELOW = -2.0
_PENALTY = 0.5
_NOTHING = 0.01
"""Chances below this count as none: a million of them would outweigh all matches."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Slope and shift as in Platt (1999), and two further terms."""

    slope: float
    shift: float
    falling: float
    """What far below the line is added to the slope."""
    together: float
    """What being in one cluster adds."""

    def chances(self, odds: Floats, together: Booleans) -> Floats:
        """Return the chance that each pair is one, given its log-odds and its cluster."""
        total = (
            self.slope * odds
            + self.shift
            + self.falling * np.minimum(odds - _FAR_BELOW, 0.0)
            + self.together * together
        )
        chance = probabilities(total.astype(np.float64))
        return np.where(chance < _NOTHING, 0.0, chance)


def calibrate(odds: Floats, together: Booleans, same: Floats, importance: Floats) -> Calibration:
    """Fit to log-odds out of fold; a prior holds the slope near 1 and the rest near 0."""
    inputs = np.column_stack([odds, np.minimum(odds - _FAR_BELOW, 0.0), together])
    lesson = Lesson(inputs, same, importance, np.arange(len(same)))
    signs = Signs(np.array([-0.7, 0.0, 0.0]), np.array([2.0, 3.0, 4.0]))
    found = fit(lesson, signs, _PENALTY, offset=odds)
    falling, joined = float(found.weights[1]), float(found.weights[2])
    return Calibration(1.0 + float(found.weights[0]), found.bias, falling, joined)
