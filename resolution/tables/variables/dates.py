"""Date: partial dates compared as far as both are told; slips and exchanges told from conflicts.

One finding is 1 for a pair, besides the rarity of what agrees and how near full dates are that do
not. A day that its month lacks, as 30 February, is a mistyped one: it may be a slip of another, and
is otherwise as good as none. The first of January may mean no more than its year. With the option
`"veto": true`, full dates in conflict decide alone, whatever the names say.
"""

from collections.abc import Iterable
from functools import partial

import numpy as np

from resolution.compiled import compiled
from resolution.tables.fields import Field
from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers
from resolution.tables.variables.calendar import is_possible, parts_of, read_date
from resolution.tables.variables.own import Findings, OwnVariable
from resolution.tables.variables.rarity import rarities

FINDINGS = Findings(
    ("same day", "same month", "same year", "swapped", "slip", "one part", "near", "far",
     "conflict", "rarity", "alike"),
    against=frozenset({"far", "conflict"}),
    undecided=frozenset({"slip", "one part", "near"}),
)  # fmt: skip
_DAY, _MONTH, _YEAR, _SWAPPED, _SLIP, _PART, _NEAR, _FAR, _CONFLICT, _RARITY, _ALIKE = range(
    len(FINDINGS.order)
)
# Years that are only about right still say something.
_NEAR_YEARS, _NEAR_YEARS_ABOUT = 1, 3
# Of two dates of one century about four figures of eight agree by chance.
_MOST_DIFFERING = 4
_MOST_DAYS = 60
_DAYS = (365, 30, 1)


def date(field: Field) -> OwnVariable:
    """Return the variable that compares a column of dates."""
    return OwnVariable(
        field,
        FINDINGS,
        partial(read_date, month_first=bool(field.options.get("month_first", False))),
        _prepare,
        DATE_KEYS,
        frozenset({"conflict"}) if field.options.get("veto") else frozenset(),
    )


def _prepare(column: Column) -> Comparer:
    told = [parts_of(str(value)) for value in column.values]
    parts = np.array([one[:3] for one in told], dtype=np.int64).reshape(-1, 3)
    about = np.array([one[3] for one in told], dtype=np.bool_)
    is_impossible = np.array([not is_possible(*one) for one in parts.tolist()], dtype=np.bool_)
    sure = parts.copy()
    sure[is_impossible, 2] = 0
    rarity = np.column_stack([_rarities(parts[:, :width], column.counts) for width in (3, 2, 1)])

    def compare(left: Integers, right: Integers) -> Floats:
        found = np.zeros((len(left), len(FINDINGS.order)))
        levels = compare_days(parts, about, left, right)
        # Of an impossible day nothing is the same, and nothing in conflict.
        unsure = (is_impossible[left] | is_impossible[right]) & np.isin(levels, (_DAY, _CONFLICT))
        levels[unsure] = compare_days(sure, about, left[unsure], right[unsure])
        found[np.arange(len(left)), levels] = 1.0
        found[:, _ALIKE] = alike_days(parts, left, right) * (levels >= _SWAPPED)
        agrees = np.flatnonzero(levels <= _YEAR)
        found[agrees, _RARITY] = rarity[left[agrees], levels[agrees]]
        return found

    return compare


def _rarities(parts: Integers, counts: Integers) -> Floats:
    """Return how rare each date is among those equal to it as far as `parts` go."""
    _, group = np.unique(parts, axis=0, return_inverse=True)
    group = group.reshape(-1)
    return rarities(np.bincount(group, weights=counts), float(counts.sum()))[group]


@compiled
def compare_days(parts: Integers, about: np.ndarray, left: Integers, right: Integers) -> Integers:
    """Return for each pair the number of the one finding that holds."""
    found = np.empty(len(left), dtype=np.int64)
    for row in range(len(left)):
        one, other = parts[left[row]], parts[right[row]]
        is_about = about[left[row]] or about[right[row]]
        if one[2] and other[2] and not is_about:
            found[row] = _full(one, other)
        elif one[0] == other[0]:
            if one[1] == 0 or other[1] == 0 or is_about:
                found[row] = _YEAR
            elif one[1] == other[1]:
                found[row] = _MONTH
            else:
                bare = (one[1] == 1 and one[2] == 1) or (other[1] == 1 and other[2] == 1)
                found[row] = _YEAR if bare else _NEAR
        else:
            most = _NEAR_YEARS_ABOUT if is_about else _NEAR_YEARS
            found[row] = _NEAR if abs(one[0] - other[0]) <= most else _FAR
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
        return _DAY
    if one[0] == other[0]:
        if one[1] == other[2] and one[2] == other[1]:
            return _SWAPPED
        if (one[1] == 1 and one[2] == 1) or (other[1] == 1 and other[2] == 1):
            return _YEAR
    if _is_slip(
        one[0] * 10000 + one[1] * 100 + one[2], other[0] * 10000 + other[1] * 100 + other[2]
    ):
        return _SLIP
    return _PART if same == 2 else _CONFLICT


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


def _days(value: str) -> Iterable[str]:
    return (value,) if value.count("-") == 2 and not value.endswith("~") else ()


def _years(value: str) -> Iterable[str]:
    return (value[:4],)


def _months(value: str) -> Iterable[str]:
    return (value[:7],) if "-" in value else ()


def _anniversaries(value: str) -> Iterable[str]:
    return (day[5:] for day in _days(value))


def _exchanged(value: str) -> Iterable[str]:
    """Give the year with month and day in order of size: who exchanges them shares it."""
    return (f"{day[:4]} {min(day[5:7], day[8:])} {max(day[5:7], day[8:])}" for day in _days(value))


def _slips(value: str) -> Iterable[str]:
    """Give the day with each figure left out in turn: who mistypes one shares it."""
    return (
        f"{day[:place]}?{day[place + 1 :]}"
        for day in _days(value)
        for place in range(len(day))
        if day[place] != "-"
    )


DATE_KEYS = {
    "whole": lambda value: (value,),
    "day": _days,
    "year": _years,
    "month": _months,
    "anniversary": _anniversaries,
    "exchanged": _exchanged,
    "slip": _slips,
}
