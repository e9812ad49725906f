"""Log-odds as probabilities."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def probabilities(odds: Floats) -> Floats:
    """Turn log-odds into probabilities, without overflow at either end."""
    small = np.exp(-np.abs(odds))
    return np.where(odds >= 0, 1.0, small) / (1.0 + small)
