"""Likely pairs in, who hangs together out: components, and in crowds by better pairs only.

Whom chance makes look alike grows with the square of a component's records, who is the same actor
only with their number. So beyond MANY_RECORDS the odds that a pair needs rise as the records do,
without a step. But a pair that is the best of either of its ends needs no more than the threshold:
the equally alike stay together, however many they are and whoever else comes.
"""

import numpy as np
import numpy.typing as npt

from resolution.tables.components import components

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

MANY_RECORDS = 400
"""Beyond this a component is a crowd of namesakes, not one actor."""


def hanging_together(
    size: int, left: Integers, right: Integers, scores: Floats, threshold: float
) -> Integers:
    """Return for each of `size` nodes the smallest that it hangs together with.

    The pairs are those at the threshold.
    """
    component = components(size, left, right)
    records = np.bincount(component, minlength=size)[component[left]]
    if records.max(initial=0) <= MANY_RECORDS:
        return component
    needed = needed_among(records, threshold)
    best = np.zeros(size)
    for side in (left, right):
        np.maximum.at(best, side, scores)
    holds = scores >= np.minimum(needed, np.minimum(best[left], best[right]))
    holds |= records <= MANY_RECORDS
    return components(size, left[holds], right[holds])


def needed_among(records: Integers, threshold: float) -> Floats:
    """Return the score that a pair needs in a component of so many records."""
    rise = np.maximum(records / MANY_RECORDS, 1.0)
    needed: Floats = threshold * rise / (1.0 - threshold + threshold * rise)
    return needed
