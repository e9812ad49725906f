"""Two tables whose records have one partner at most: who likely has one has hardly another."""

import numpy as np

from resolution.tables.partners import have_one_partner
from resolution.tables.variables import Floats, Integers


def rivalled(chances: Floats, left: Integers, right: Integers) -> Floats:
    """Return the chances, where records have one partner at most with each other's rivals weighed.

    A pair's odds are held against those of all other pairs of its two records.
    """
    if not have_one_partner(left, right, chances):
        return chances
    return among_rivals(chances / np.maximum(1.0 - chances, 1e-9), left, right)


def among_rivals(odds: Floats, left: Integers, right: Integers) -> Floats:
    """Return the chances by odds that are held against those of the pairs' rivals."""
    size = int(max(left.max(initial=-1), right.max(initial=-1))) + 1
    of_left = np.bincount(left, odds, size)[left]
    of_right = np.bincount(right, odds, size)[right]
    weighed: Floats = odds / (1.0 + np.maximum(of_left, of_right))
    return weighed
