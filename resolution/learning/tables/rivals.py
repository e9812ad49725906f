"""Two tables whose records have one partner at most: who likely has one has hardly another.

Whether it is so is read off the chances themselves: of the records with a sure partner, hardly any
may have a second sure one.
"""

import numpy as np

from resolution.tables.variables import Floats, Integers

_SURE = 0.9
_FEW = 0.05


def rivalled(chances: Floats, left: Integers, right: Integers) -> Floats:
    """Return the chances, where records have one partner at most with each other's rivals weighed.

    A pair's odds are held against those of all other pairs of its two records.
    """
    size = int(max(left.max(initial=-1), right.max(initial=-1))) + 1
    sure = chances >= _SURE
    partners = np.bincount(np.append(left[sure], right[sure]), minlength=size)
    if (partners > 1).sum() > _FEW * (partners > 0).sum():
        return chances
    odds = chances / np.maximum(1.0 - chances, 1e-9)
    of_left = np.bincount(left, odds, size)[left]
    of_right = np.bincount(right, odds, size)[right]
    weighed: Floats = odds / (1.0 + np.maximum(of_left, of_right))
    return weighed
