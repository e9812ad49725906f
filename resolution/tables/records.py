"""Records as columns: each field's distinct values once, and which of them each record has.

Everything later works on numbers: of a record (its row) and of a value (its place in the column).
Equal values are read, keyed and compared once, however many records share them.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]
MISSING = -1


@dataclass(frozen=True, slots=True)
class Unread:
    """Cells that state something which a variable cannot read: they count as missing."""

    records: int
    example: str


@dataclass(frozen=True, slots=True)
class Column:
    """One variable's values: distinct, in order of first appearance, and each record's number."""

    values: Sequence[Hashable]
    numbers: Numbers
    """For each record the number of its value, MISSING where it has none."""
    counts: npt.NDArray[np.int64]
    """For each value, how many records have it."""
    unread: Unread | None = None
    """What its cells said in vain, where they were read from a table."""


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one table or two."""

    ids: Sequence[str]
    columns: Mapping[str, Column]
    """By the name of the variable."""
    second_begins: int | None = None
    """The number of the second table's first record; with two tables only pairs across count."""

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self.ids)


def column_of(values: Sequence[Hashable | None]) -> Column:
    """Return the numbered values of one field; None where a record has none."""
    number: dict[Hashable, int] = {}
    numbers = np.fromiter(
        (MISSING if one is None else number.setdefault(one, len(number)) for one in values),
        dtype=np.int32,
        count=len(values),
    )
    counts = np.bincount(numbers[numbers != MISSING], minlength=len(number))
    return Column(list(number), numbers, counts)
