"""Price: an amount above 0, compared by its order of magnitude."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import copysign, floor, isfinite, log10
from typing import Any

import numpy as np

from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers, KeyFunction
from resolution.tables.variables.numbers import read_number
from resolution.tables.variables.stock.definition import Definition, as_feature
from resolution.tables.variables.stock.exact import whole_value

_CURRENCY = re.compile(r"[$€£¥₹₩₽]|^[A-Z]{3}\b|\b[A-Z]{3}$")


@dataclass(frozen=True, slots=True)
class Price(Definition):
    """The distance of two prices is that of their decimal logarithms; 0 and below have none."""

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """The order of magnitude, the price itself, the price rounded to one digit."""
        return self.with_exists(_KEYS)

    def read(self, cell: Any) -> float | None:  # noqa: ANN401
        """Return the number that a cell states; a ValueError says that it states none.

        dedupe takes numbers alone; here a currency may stand beside them.
        """
        if cell is None or cell == "":
            return None
        try:
            # What Python takes for a separator, as in 1_0, no table means so.
            price = float(cell.replace("_", "no") if isinstance(cell, str) else cell)
        except ValueError:
            return _with_currency(str(cell))
        if not isfinite(price):
            raise ValueError("is no finite number")
        return price

    def comparer(self, column: Column) -> Comparer:
        """Compare logarithms, taken once a price."""
        prices = np.array(column.values, np.float64)
        logarithms = np.log10(np.where(prices > 0, prices, np.nan))

        def compare(left: Integers, right: Integers) -> Floats:
            return as_feature(np.abs(logarithms[left] - logarithms[right]))

        return compare


def _with_currency(text: str) -> float:
    found = read_number(text) if _CURRENCY.search(text) else None
    if found is None:
        raise ValueError("is no number")
    return found


def _magnitude(price: float) -> tuple[str, ...]:
    return (str(round(log10(price))),) if price > 0 else ()


def _first_digit(price: float) -> tuple[str, ...]:
    if not price:
        return ()
    try:
        rounded = round(abs(price), -floor(log10(abs(price))))
    except OverflowError:
        return (f"{price:.0e}",)
    return (str(int(copysign(rounded, price))),)


_KEYS: Mapping[str, KeyFunction] = {
    "orderOfMagnitude": _magnitude,
    "wholeFieldPredicate": whole_value,
    "roundTo1": _first_digit,
}
