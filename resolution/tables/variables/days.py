"""Two days compared as far as both are told, compiled: one level for each pair of dates.

Dates come as rows of year, month and day, 0 for what is not told.
"""

import numpy as np
import numpy.typing as npt

from resolution.compiled import compiled
from resolution.tables.variables.base import Floats, Integers

LEVELS = (
    "same day", "same month", "same year", "swapped", "slip", "one part", "near", "far", "conflict",
)  # fmt: skip
DAY, MONTH, YEAR, SWAPPED, SLIP, PART, NEAR, FAR, CONFLICT = range(len(LEVELS))
# Years that are only about right still say something.
_NEAR_YEARS, _NEAR_YEARS_ABOUT = 1, 3
# Of two dates of one century about four figures of eight agree by chance.
_MOST_DIFFERING = 4
_MOST_DAYS = 60
_DAYS = (365, 30, 1)


@compiled
def compare_days(
    parts: Integers, about: npt.NDArray[np.bool_], left: Integers, right: Integers
) -> Integers:
    """Return for each pair its level; `about` tells which dates are only about right."""
    found = np.empty(len(left), dtype=np.int64)
    for row in range(len(left)):
        one, other = parts[left[row]], parts[right[row]]
        is_about = about[left[row]] or about[right[row]]
        if one[2] and other[2] and not is_about:
            found[row] = _full(one, other)
        elif one[0] == other[0]:
            if one[1] == 0 or other[1] == 0 or is_about:
                found[row] = YEAR
            elif one[1] == other[1]:
                found[row] = MONTH
            else:
                bare = (one[1] == 1 and one[2] == 1) or (other[1] == 1 and other[2] == 1)
                found[row] = YEAR if bare else NEAR
        else:
            most = _NEAR_YEARS_ABOUT if is_about else _NEAR_YEARS
            found[row] = NEAR if abs(one[0] - other[0]) <= most else FAR
    return found


@compiled
def alike_days(parts: Integers, left: Integers, right: Integers) -> Floats:
    """Return how near full dates are, from 1: by figures that differ, or by days between."""
    found = np.zeros(len(left))
    for row in range(len(left)):
        one, other = parts[left[row]], parts[right[row]]
        if one[2] == 0 or other[2] == 0:
            continue
        differing, days = 0, 0
        for place in range(3):
            days += _DAYS[place] * (one[place] - other[place])
            first, second = one[place], other[place]
            while first or second:
                differing += first % 10 != second % 10
                first //= 10
                second //= 10
        found[row] = max(0.0, 1.0 - differing / _MOST_DIFFERING, 1.0 - abs(days) / _MOST_DAYS)
    return found


@compiled
def _full(one: Integers, other: Integers) -> int:
    same = 0
    for place in range(3):
        same += one[place] == other[place]
    if same == 3:
        return DAY
    if one[0] == other[0]:
        if one[1] == other[2] and one[2] == other[1]:
            return SWAPPED
        if (one[1] == 1 and one[2] == 1) or (other[1] == 1 and other[2] == 1):
            return YEAR
    if _is_slip(
        one[0] * 10000 + one[1] * 100 + one[2], other[0] * 10000 + other[1] * 100 + other[2]
    ):
        return SLIP
    return PART if same == 2 else CONFLICT


@compiled
def _is_slip(one: int, other: int) -> bool:
    """Tell whether eight figures differ in one, or in two neighbours that changed places."""
    wrong, before, before_other, last = 0, -1, -1, -2
    for place in range(8):
        figure, other_figure = one % 10, other % 10
        one //= 10
        other //= 10
        if figure == other_figure:
            continue
        wrong += 1
        if wrong == 2 and not (
            last == place - 1 and figure == before_other and other_figure == before
        ):
            return False
        if wrong == 3:
            return False
        before, before_other, last = figure, other_figure, place
    return True
