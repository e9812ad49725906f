"""Exact: values are equal or they are not."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from resolution.tables.fields import Field
from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers, KeyFunction


@dataclass(frozen=True, slots=True)
class Exact:
    """Equal values agree entirely, others not at all."""

    field: Field

    @property
    def name(self) -> str:
        """The variable's name."""
        return self.field.name

    @property
    def has_missing(self) -> bool:
        """As the field's definition says."""
        return self.field.has_missing

    @property
    def features(self) -> tuple[str, ...]:
        """One: equal or not."""
        return (self.name,)

    @property
    def against(self) -> frozenset[str]:
        """None."""
        return frozenset()

    @property
    def in_favour(self) -> frozenset[str]:
        """None: dedupe leaves signs free."""
        return frozenset()

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """The value itself."""
        return {"wholeFieldPredicate": lambda value: (str(value),)}

    def read(self, cell: Any) -> Hashable | None:  # noqa: ANN401
        """Return the cell as it stands; an empty one states nothing."""
        return None if cell is None or cell == "" else cell

    def comparer(self, column: Column) -> Comparer:
        """Compare numbers: equal values have one."""
        del column

        def compare(left: Integers, right: Integers) -> Floats:
            return np.equal(left, right)[:, None].astype(np.float64)

        return compare
