"""What a type of field must know: to read a value, to give its keys, to compare two values."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from resolution.tables.records import Column

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

KeyFunction = Callable[[Any], Iterable[str]]
"""A value in, the blocking keys that other values may share with it out."""

PreparedKeys = Callable[[int, int], tuple[Integers, pa.Array]]
"""A stretch of prepared values in, from one number to below another; for each value how many keys
it has, and all their keys, value after value, out."""


@runtime_checkable
class ManyKeys(Protocol):
    """A key function that is faster on many values at once; the keys are the same."""

    def __call__(self, value: Any, /) -> Iterable[str]:  # noqa: ANN401
        """Return the keys of one value."""

    def prepared(self, values: Sequence[Any], /) -> PreparedKeys:
        """Return a function that gives the keys of a stretch of the values."""


Comparer = Callable[[Integers, Integers], Floats]
"""Numbers of left and right values in, one row of features a pair out. It is symmetric: swapping
left and right gives the same bits. NaN says that the two cannot be compared."""


EXISTS = "Exists"
"""The predicate that all variables with has_missing have, as dedupe's: whether there is a value."""


def keys_of_missing(function: str) -> tuple[str, ...]:
    """Return the keys that a predicate gives records without a value: none, but for `EXISTS`."""
    return ("0",) if function == EXISTS else ()


class Variable(Protocol):
    """One field, compared in one way. Made by its type from a Field; see `TYPES`."""

    @property
    def name(self) -> str:
        """Its name among the variables of a table."""

    @property
    def features(self) -> tuple[str, ...]:
        """The names of the columns that `comparer` gives, each beginning with the variable's."""

    @property
    def against(self) -> frozenset[str]:
        """Features that speak against a match: a weight above 0 would be wrong."""

    @property
    def in_favour(self) -> frozenset[str]:
        """Features that speak for a match: a weight below 0 would be wrong."""

    @property
    def has_missing(self) -> bool:
        """Whether a feature tells that both sides have a value, as dedupe's has_missing does."""

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """Key functions by the name that models use."""

    def read(self, cell: Any) -> Hashable | None:  # noqa: ANN401  # whatever a file's cell holds
        """Return the value that a table's cell states, None where it states none."""

    def comparer(self, column: Column) -> Comparer:
        """Prepare all distinct values of a column once; the answer compares pairs of them."""
