"""Two tables whose records have one partner at most: who likely has one has hardly another."""

import numpy as np

from resolution.tables.variables import Floats, Integers


def among_rivals(odds: Floats, left: Integers, right: Integers) -> Floats:
    """Return the chances by odds that are held against those of the pairs' rivals.

    A pair's odds are held against those of all other pairs of its two records.
    """
    size = int(max(left.max(initial=-1), right.max(initial=-1))) + 1
    of_left = np.bincount(left, odds, size)[left]
    of_right = np.bincount(right, odds, size)[right]
    weighed: Floats = odds / (1.0 + np.maximum(of_left, of_right))
    return weighed
