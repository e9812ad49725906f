"""The threshold: where the expected F1 of what a run merges is best.

Labels chosen where the model is unsure are no sample of the table, so that F1 on them means little.
Instead the model's own probabilities, calibrated out of fold on the labels, say how many matches
are expected among all pairs of the pool above and below each threshold.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from resolution.scoring import probabilities
from resolution.tables.variables import Floats

_GRID = np.round(np.arange(0.2, 0.951, 0.01), 2)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Turns log-odds out of a fit into log-odds that hold out of fold: slope and shift."""

    slope: float
    shift: float

    def __call__(self, odds: Floats) -> Floats:
        """Return the calibrated log-odds."""
        return self.slope * odds + self.shift


def calibrate(odds: Floats, same: Floats) -> Calibration:
    """Fit slope and shift (Platt 1999) to log-odds out of fold, kept near 1 and 0 by a prior."""

    def loss(parameters: Floats) -> float:
        moved = parameters[0] * odds + parameters[1]
        prior = (parameters[0] - 1.0) ** 2 / 0.1 + parameters[1] ** 2 / 2.0
        return float((np.logaddexp(0.0, moved) - same * moved).sum() + 0.5 * prior)

    slope, shift = minimize(loss, np.array([1.0, 0.0]), bounds=[(0.2, 3.0), (-3.0, 3.0)]).x
    return Calibration(float(slope), float(shift))


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


def best_threshold(odds: Floats, calibrated: Floats, total: float) -> Expected:
    """Return the threshold on the model's own scores with the best expected F1.

    `total` is how many matches are expected in all, those that no rule finds included.
    """
    scores, chance = probabilities(odds), probabilities(calibrated)
    order = np.argsort(-scores, kind="stable")
    right = np.concatenate([[0.0], np.cumsum(chance[order])])
    said = np.searchsorted(-scores[order], -_GRID, side="right")
    precision = right[said] / np.maximum(said, 1)
    recall = right[said] / max(total, 1e-9)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    best = np.flatnonzero(f1 >= f1.max() - 1e-4)
    place = int(best[len(best) // 2])
    return Expected(float(_GRID[place]), float(precision[place]), float(recall[place]))
