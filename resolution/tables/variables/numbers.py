"""Number: prices, measures, counts: how near two of them are, and how rare an equal one is.

dedupe's Price is the difference of logarithms alone: 0 for equal prices as for a price that is
missing, so that equal prices teach nothing. Here equal, near and apart are features with signs.
A cell may have a currency or a unit beside the number, and separators of thousands.
"""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from math import floor, isfinite, log, nan
from typing import Any

import numpy as np

from resolution.tables.fields import Field
from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers
from resolution.tables.variables.own import Findings, OwnVariable
from resolution.tables.variables.rarity import rarities

FINDINGS = Findings(("same", "rarity", "near", "apart"), against=frozenset({"apart"}))
_NEAR = 0.1
"""Numbers that differ by more than about a tenth are not near."""
_FAR = log(2.0)
"""From the double on, numbers are equally far apart."""
_STEP = 0.05
"""The width of a key, as part of the number; the next is a key too."""

_WRITTEN = re.compile(r"[-+]?\d[\d.,' ]*(?:e[-+]?\d+)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}(?:([.,' ])\d{3})(?:\1\d{3})*(?!\d)")
_POINT_AND_THREE = re.compile(r"[-+]?\d+\.\d{3}")
"""By itself such a cell is read as a fraction; so it is beside a unit."""


@dataclass(frozen=True, slots=True)
class NumberVariable(OwnVariable):
    """A column of numbers; what they are known by is the number, not how it is written."""

    def read(self, cell: Any) -> Hashable | None:  # noqa: ANN401  # whatever a file's cell holds
        """Return the number that a cell states."""
        return read_number(cell)


def number(field: Field) -> OwnVariable:
    """Return the variable that compares a column of numbers."""
    return NumberVariable(field, FINDINGS, str, _prepare, NUMBER_KEYS)


def read_number(cell: object) -> float | None:
    """Return the one number that a cell states.

    >>> read_number("$1,299.00"), read_number("1.299,5 EUR"), read_number(12), read_number("4 x 6")
    (1299.0, 1299.5, 12.0, None)
    """
    text = str(cell).strip()
    try:
        # What Python takes for a separator, as in 1_0, no table means so.
        found = float(text.replace("_", "no"))
    except ValueError:
        found = _with_company(text)
    return found if isfinite(found) else None


def _with_company(text: str) -> float:
    """Return the one number among letters and signs; NaN where there are none or several."""
    written = [one.rstrip(" .,'") for one in _WRITTEN.findall(text)]
    if len(written) != 1:
        return nan
    [only] = written
    thousands = None if _POINT_AND_THREE.fullmatch(only) else _THOUSANDS.match(only)
    if thousands:
        whole, rest = only[: thousands.end()], only[thousands.end() :]
        only = whole.replace(thousands[1], "") + rest
    try:
        return float(only.replace(",", "."))
    except ValueError:
        return nan


def _prepare(column: Column) -> Comparer:
    values = np.array(column.values, np.float64)
    sizes = np.log(np.maximum(np.abs(values), 1e-300))
    signs = np.sign(values)
    rarity = rarities(column.counts, float(column.counts.sum()))

    def compare(left: Integers, right: Integers) -> Floats:
        distance = np.abs(sizes[left] - sizes[right])
        distance = np.where(signs[left] == signs[right], distance, np.inf)
        same = values[left] == values[right]
        return np.column_stack(
            [
                same,
                np.where(same, np.minimum(rarity[left], rarity[right]), 0.0),
                np.maximum(1.0 - distance / _NEAR, 0.0),
                np.minimum(distance, _FAR) / _FAR,
            ]
        ).astype(np.float64)

    return compare


def _whole(value: float) -> Iterable[str]:
    return (repr(value),)


def _near(value: float) -> Iterable[str]:
    """Give the number's place on a scale of even ratios, and the next: near ones share one."""
    place = floor(log(abs(value)) / _STEP) if value else 0
    return (f"{_sign(value)} {place}", f"{_sign(value)} {place + 1}")


def _magnitude(value: float) -> Iterable[str]:
    return (f"{_sign(value)} {round(log(abs(value))) if value else 0}",)


def _sign(value: float) -> str:
    return "below" if value < 0 else "above" if value > 0 else "zero"


NUMBER_KEYS = {"whole": _whole, "near": _near, "magnitude": _magnitude}
