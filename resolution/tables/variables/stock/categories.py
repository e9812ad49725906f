"""Categorical and Exists: which combination of two values a pair has, one feature each.

Of the combinations, the first is the one that all features 0 stands for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from actors.errors import FieldsError
from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers, KeyFunction
from resolution.tables.variables.stock.definition import Definition
from resolution.tables.variables.stock.exact import whole_value


@dataclass(frozen=True, slots=True)
class Categorical(Definition):
    """One of few values, declared in the option `categories`."""

    def __post_init__(self) -> None:
        """Refuse a definition without distinct categories."""
        given = self.field.options.get("categories")
        if not (
            isinstance(given, list)
            and len(given) > 1
            and all(isinstance(one, str) and one for one in given)
            and len(set(given)) == len(given)
        ):
            raise FieldsError(
                "a Categorical needs categories, a list of at least two different texts"
            )

    @property
    def categories(self) -> tuple[str, ...]:
        """The values that a cell may state, in the order of their definition."""
        return tuple(self.field.options["categories"])  # type: ignore[arg-type]  # held by __post_init__

    @property
    def has_missing(self) -> bool:
        """Never: dedupe gives its combinations no feature for a missing value."""
        return False

    @property
    def features(self) -> tuple[str, ...]:
        """Every combination but the first."""
        named = [f"{self.name}: {left} and {right}" for left, right in _pairs(self.categories)]
        return tuple(named[1:])

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """The value itself."""
        return self.with_exists({"wholeFieldPredicate": whole_value})

    def read(self, cell: Any) -> str | None:  # noqa: ANN401
        """Return the category; a ValueError tells a value that was not declared."""
        if cell is None or cell == "":
            return None
        if str(cell) not in self.categories:
            raise ValueError(f"is none of the categories {', '.join(self.categories)}")
        return str(cell)

    def comparer(self, column: Column) -> Comparer:
        """Compare places among the categories."""
        places = np.array([self.categories.index(str(value)) for value in column.values], np.int64)
        table = _combinations(self.categories)

        def compare(left: Integers, right: Integers) -> Floats:
            return table[places[left], places[right]]

        return compare


@dataclass(frozen=True, slots=True)
class Exists(Definition):
    """Whether both records have a value, or one has; a missing one is a value here."""

    @property
    def has_missing(self) -> bool:
        """Never: what is missing is what it compares."""
        return False

    @property
    def features(self) -> tuple[str, ...]:
        """Both have one; one has one."""
        return (f"{self.name}: both", f"{self.name}: one")

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """None but whether there is a value, where the field says that it may be missing."""
        return self.with_exists({})

    def read(self, cell: Any) -> bool:  # noqa: ANN401
        """Return whether the cell states anything."""
        return bool(cell)

    def comparer(self, column: Column) -> Comparer:
        """Compare which of two have a value."""
        there = np.array([bool(value) for value in column.values], np.int64)

        def compare(left: Integers, right: Integers) -> Floats:
            count = there[left] + there[right]
            return np.stack([count == 2, count == 1], axis=1).astype(np.float64)

        return compare


def _pairs(values: tuple[str, ...]) -> list[tuple[str, str]]:
    return [*((value, value) for value in values), *combinations(values, 2)]


def _combinations(categories: tuple[str, ...]) -> Floats:
    """Return the features of each pair of places."""
    pairs = _pairs(categories)
    table = np.zeros((len(categories), len(categories), len(pairs) - 1))
    for feature, (left, right) in enumerate(pairs[1:]):
        one, other = categories.index(left), categories.index(right)
        table[one, other, feature] = table[other, one, feature] = 1.0
    return table
