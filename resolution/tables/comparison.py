"""Candidate pairs in, a matrix of features out: each distinct pair of values compared once.

A value that is missing on either side is neither same nor different: its features are 0. For a
variable that `has_missing` a last feature says that both sides have one, as dedupe's does.
"""

from collections.abc import Sequence

import numpy as np

from resolution.tables.records import MISSING, Column, Records
from resolution.tables.variables import Comparer, Floats, Integers, Variable


def feature_names(variables: Sequence[Variable]) -> tuple[str, ...]:
    """Return the names of the matrix' columns."""
    names = [name for one in variables for name in one.features]
    return (*names, *(f"{one.name}: both known" for one in variables if one.has_missing))


class Comparison:
    """Prepared columns of all records; made once, asked for many batches of pairs."""

    def __init__(self, records: Records, variables: Sequence[Variable]) -> None:
        """Prepare every variable's distinct values."""
        self._columns = [records.columns[one.name] for one in variables]
        self._comparers: list[Comparer] = [
            one.comparer(column) for one, column in zip(variables, self._columns, strict=True)
        ]
        self._variables = variables

    def features(self, left: Integers, right: Integers) -> Floats:
        """Return one row of features for each pair of records."""
        blocks, known = [], []
        for one, column, compare in zip(
            self._variables, self._columns, self._comparers, strict=True
        ):
            values, both = _compared(column, compare, len(one.features), left, right)
            blocks.append(values)
            if one.has_missing:
                known.append(both.astype(float)[:, None])
        return np.hstack([*blocks, *known])


def _compared(
    column: Column, compare: Comparer, width: int, left: Integers, right: Integers
) -> tuple[Floats, np.ndarray]:
    one, other = column.numbers[left], column.numbers[right]
    both = (one != MISSING) & (other != MISSING)
    found = np.zeros((len(left), width))
    if both.any():
        size = max(len(column.values), 1)
        smaller = np.minimum(one[both], other[both]).astype(np.int64)
        larger = np.maximum(one[both], other[both]).astype(np.int64)
        distinct, inverse = np.unique(smaller * size + larger, return_inverse=True)
        found[both] = compare(distinct // size, distinct % size)[inverse]
    comparable = ~np.isnan(found).any(axis=1)
    return np.nan_to_num(found, nan=0.0), both & comparable
