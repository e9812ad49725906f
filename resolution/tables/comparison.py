"""Candidate pairs in, a matrix of features out: each distinct pair of values compared once.

A value that is missing on either side is neither same nor different: its features are 0. For a
variable that `has_missing` a last feature says that both sides have one, as dedupe's does. Products
are rounded to 32 bits, in which dedupe holds its distances.
"""

from collections.abc import Sequence
from copy import copy

import numpy as np
import numpy.typing as npt

from resolution.tables.distinct import distinct_pairs
from resolution.tables.records import Records
from resolution.tables.variables import Comparer, Floats, Integers, Interaction, Variable

Booleans = npt.NDArray[np.bool_]

BOTH_KNOWN = ": both known"
"""Ends the name of the feature that says that both sides have a value."""


def feature_names(variables: Sequence[Variable]) -> tuple[str, ...]:
    """Return the names of the matrix' columns."""
    names = [name for one in variables for name in one.features]
    return (*names, *(f"{one.name}{BOTH_KNOWN}" for one in variables if one.has_missing))


class Comparison:
    """Prepared columns of all records; made once, asked for many batches of pairs."""

    def __init__(self, records: Records, variables: Sequence[Variable]) -> None:
        """Prepare every variable's distinct values."""
        names = feature_names(variables)
        self._places = {name: place for place, name in enumerate(names)}
        self._width = len(names)
        self._missing = [one for one in variables if one.has_missing]
        self._products = [one for one in variables if isinstance(one, Interaction)]
        self._compared = [one for one in variables if not isinstance(one, Interaction)]
        self._columns = {one.name: records.columns[one.name] for one in self._compared}
        self._comparers: dict[str, Comparer] = {
            one.name: one.comparer(self._columns[one.name]) for one in self._compared
        }

    def among(self, chosen: Records) -> "Comparison":
        """Return this comparison, prepared already, of some of the records by their places."""
        found = copy(self)
        found._columns = {  # noqa: SLF001  # of its own class
            name: chosen.columns[name] for name in self._columns
        }
        return found

    def features(self, left: Integers, right: Integers) -> Floats:
        """Return one row of features for each pair of records; columns are contiguous."""
        matrix = np.empty((len(left), self._width), order="F")
        for one in self._compared:
            self._compare(one, left, right, matrix)
        for product in self._products:
            self._multiply(product, matrix)
        incomparable = self._fill(matrix)
        for one in self._missing:
            known = self._places[f"{one.name}{BOTH_KNOWN}"]
            matrix[:, known] = ~incomparable[one.name]
        return matrix

    def _compare(self, one: Variable, left: Integers, right: Integers, matrix: Floats) -> None:
        numbers = self._columns[one.name].numbers
        smaller, larger, places = distinct_pairs(numbers[left], numbers[right])
        nothing = np.full((1, len(one.features)), np.nan)
        found = nothing
        if len(smaller):
            compared = self._comparers[one.name](smaller.astype(np.int64), larger.astype(np.int64))
            # The last row answers missing pairs, whose place is -1.
            found = np.vstack([compared, nothing])
        for number, name in enumerate(one.features):
            np.take(found[:, number], places, out=matrix[:, self._places[name]], mode="wrap")

    def _multiply(self, product: Interaction, matrix: Floats) -> None:
        for name, factors in zip(product.features, product.multiplied, strict=True):
            total = matrix[:, self._places[factors[0]]].astype(np.float32)
            for factor in factors[1:]:
                total *= matrix[:, self._places[factor]].astype(np.float32)
            matrix[:, self._places[name]] = total

    def _fill(self, matrix: Floats) -> dict[str, Booleans]:
        """Put 0 where nothing could be compared; return where, for each variable."""
        found = {}
        for one in (*self._compared, *self._products):
            columns = [self._places[name] for name in one.features]
            incomparable = np.isnan(matrix[:, columns[0]])
            for column in columns[1:]:
                incomparable |= np.isnan(matrix[:, column])
            for column in columns:
                values = matrix[:, column]
                values[np.isnan(values)] = 0.0
            found[one.name] = incomparable
        return found
