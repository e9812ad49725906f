"""Exact: values are equal or they are not."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers, KeyFunction
from resolution.tables.variables.stock.definition import Definition


@dataclass(frozen=True, slots=True)
class Exact(Definition):
    """Equal values agree entirely, others not at all."""

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """The value itself."""
        return self.with_exists({"wholeFieldPredicate": whole_value})

    def read(self, cell: Any) -> Hashable | None:  # noqa: ANN401
        """Return the cell as it stands; an empty one states nothing."""
        return None if cell is None or cell == "" else cell

    def comparer(self, column: Column) -> Comparer:
        """Compare numbers: equal values have one."""
        del column

        def compare(left: Integers, right: Integers) -> Floats:
            return np.equal(left, right)[:, None].astype(np.float64)

        return compare


def whole_value(value: object) -> tuple[str, ...]:
    """Return the value as text; 0 and False give none, as dedupe takes them for empty."""
    return (str(value),) if value else ()
