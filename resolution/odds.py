"""Log-odds as probabilities, and probabilities as log-odds."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_SUREST = 1e-15
"""No probability is taken to be nearer to 0 or 1: its log-odds would be without bounds."""


def probabilities(odds: Floats) -> Floats:
    """Turn log-odds into probabilities, without overflow at either end."""
    small = np.exp(-np.abs(odds))
    return np.where(odds >= 0, 1.0, small) / (1.0 + small)


def log_odds(chances: Floats) -> Floats:
    """Turn probabilities into log-odds."""
    bounded = np.clip(chances, _SUREST, 1.0 - _SUREST)
    found: Floats = np.log(bounded) - np.log1p(-bounded)
    return found
