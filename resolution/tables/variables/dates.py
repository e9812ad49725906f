"""Date: partial dates compared as far as both are told; slips and exchanges told from conflicts.

One finding is 1 for a pair, besides the rarity of what agrees and how near full dates are that do
not. A day that its month lacks, as 30 February, is a mistyped one: it may be a slip of another, and
is otherwise as good as none. The first of January may mean no more than its year. With the option
`"veto": true`, full dates in conflict decide alone, whatever the names say.
"""

from functools import partial

import numpy as np

from resolution.tables.fields import Field
from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers
from resolution.tables.variables.calendar import is_possible, parts_of, read_date
from resolution.tables.variables.datekeys import DATE_KEYS
from resolution.tables.variables.days import (
    CONFLICT,
    DAY,
    LEVELS,
    SWAPPED,
    YEAR,
    alike_days,
    compare_days,
)
from resolution.tables.variables.own import Findings, OwnVariable
from resolution.tables.variables.rarity import rarities

FINDINGS = Findings(
    (*LEVELS, "rarity", "alike"),
    against=frozenset({"far", "conflict"}),
    undecided=frozenset({"slip", "one part", "near"}),
)
_RARITY, _ALIKE = len(LEVELS), len(LEVELS) + 1


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
        unsure = (is_impossible[left] | is_impossible[right]) & np.isin(levels, (DAY, CONFLICT))
        levels[unsure] = compare_days(sure, about, left[unsure], right[unsure])
        found[np.arange(len(left)), levels] = 1.0
        found[:, _ALIKE] = alike_days(parts, left, right) * (levels >= SWAPPED)
        agrees = np.flatnonzero(levels <= YEAR)
        found[agrees, _RARITY] = rarity[left[agrees], levels[agrees]]
        return found

    return compare


def _rarities(parts: Integers, counts: Integers) -> Floats:
    """Return how rare each date is among those equal to it as far as `parts` go."""
    _, group = np.unique(parts, axis=0, return_inverse=True)
    group = group.reshape(-1)
    return rarities(np.bincount(group, weights=counts), float(counts.sum()))[group]
