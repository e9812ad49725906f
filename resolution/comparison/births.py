"""Birth dates compared by what both sides know: day, month or year.

Pairs of date lists in, one column for each finding out. A mention may state several dates; the best
agreement counts, and days conflict only where nothing agrees. Two full dates that differ are a
conflict, save by what a hand or a form gets wrong: a slip, which is told apart from dates that are
near because less is known, and never speaks for a match. Missing is neither same nor different: all
columns stay 0.
"""

import numpy as np

from actors.records import PartialDate
from resolution.comparison.values import Floats, Integers, Lists, distinct, products

FINDINGS = (
    "birth_day_same",
    "birth_year_same",
    "birth_near",
    "birth_slip",
    "birth_far",
    "birth_very_far",
    "birth_day_conflict",
)

_NONE, _DAY_CONFLICT, _VERY_FAR, _FAR, _SLIP, _NEAR, _YEAR, _DAY = range(8)
# Years that are only about right still say something.
_NEAR_YEARS, _NEAR_YEARS_ABOUT = 1, 3
# A year miscounted or mistyped by a neighbouring key; ten years are another person.
_SLIP_YEARS = 2
# No list is that far out in a year it knows; about half of those two to five years apart are wrong.
_VERY_FAR_YEARS = 6


def compare_births(dates: Lists, left: Integers, right: Integers) -> Floats:
    """Return one row of findings for each pair of rows."""
    combined = products(dates, left, right)
    numbers = dates.numbers
    pairs = distinct(numbers[combined.left], numbers[combined.right], len(dates.values))
    known = [PartialDate.parse(value) for value in dates.values]
    levels = np.array(
        [
            _level(known[one], known[other])
            for one, other in zip(pairs.smaller.tolist(), pairs.larger.tolist(), strict=True)
        ],
        dtype=np.int64,
    )
    best = np.zeros(len(left), dtype=np.int64)
    if len(levels):
        np.maximum.at(best, combined.pair, levels[pairs.inverse])
    wanted = (_DAY, _YEAR, _NEAR, _SLIP, _FAR, _VERY_FAR, _DAY_CONFLICT)
    return np.column_stack([(best == level).astype(np.float64) for level in wanted])


def _level(one: PartialDate, other: PartialDate) -> int:
    if one.is_full and other.is_full:
        if one == other:
            return _DAY
        if one.year == other.year and (_is_new_year(one) or _is_new_year(other)):
            return _YEAR
        return _SLIP if _is_slip(one, other) else _DAY_CONFLICT
    years = abs(one.year - other.year)
    if years == 0:
        months = {one.month, other.month} - {None}
        return _YEAR if len(months) < 2 else _NEAR
    about = one.is_approximate or other.is_approximate
    if years <= (_NEAR_YEARS_ABOUT if about else _NEAR_YEARS):
        return _NEAR
    return _FAR if years < _VERY_FAR_YEARS else _VERY_FAR


def _is_new_year(day: PartialDate) -> bool:
    """Tell the day that forms write where only the year is known."""
    return (day.month, day.day) == (1, 1)


def _is_slip(one: PartialDate, other: PartialDate) -> bool:
    """Day and month swapped, or one of the three parts wrong, the year by little."""
    if one.year == other.year:
        is_swapped = (one.month, one.day) == (other.day, other.month)
        return is_swapped or one.month == other.month or one.day == other.day
    is_same_day = (one.month, one.day) == (other.month, other.day)
    return is_same_day and abs(one.year - other.year) <= _SLIP_YEARS
