"""How much agreeing on a value proves: the rarer it is in its own column, the more.

Counts in, logarithms out, in units in which 1 is one in a million. They grow with the table, as
they must: who looks for one person among more needs rarer evidence.
"""

import numpy as np
import numpy.typing as npt

from resolution.tables.variables.base import Floats

_ONE_IN_A_MILLION = 6.0
"""Decades."""


def rarities(counts: npt.NDArray[np.number], total: float) -> Floats:
    """Return the rarity of what occurs so often among `total`; 0 for what all have."""
    found: Floats = np.log10(total / np.maximum(counts, 1.0)).clip(0.0) / _ONE_IN_A_MILLION
    return found
