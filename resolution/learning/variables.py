"""Our features and keys as dedupe's variable types, so that dedupe learns from them.

One variable a field of the mention table: its predicates are our key functions, its comparator our
comparison of that field. dedupe hands field values to both; ours is the row's number, and what it
stands for is computed for all rows at once, as in a run.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from dedupe.predicates import SimplePredicate
from dedupe.variables.base import DerivedType, FieldType

from resolution.blocking import FIELDS, KEYS
from resolution.comparison import compare
from resolution.comparison.values import Floats
from resolution.model import WordCounts

Record = Mapping[str, "Row"]


@dataclass(frozen=True, slots=True)
class Row:
    """A mention, as its row in the table."""

    position: int


class Material:
    """The table that is learned from: keys of every row, features of every pair asked for."""

    def __init__(self, table: pa.Table, words: WordCounts) -> None:
        """Take the table and the word counts that features use."""
        self._table = table
        self._words = words
        self._rows = table.to_pylist()
        self._features: dict[tuple[int, int], Floats] = {}

    def records(self, positions: Iterable[int]) -> dict[int, Record]:
        """Return these rows as dedupe's records."""
        return {one: dict.fromkeys(FIELDS, Row(one)) for one in positions}

    def keys(self, function: str, position: int) -> frozenset[str]:
        """Return a row's blocking keys."""
        return frozenset(KEYS[function](self._rows[position]))

    def prepare(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Compare many pairs at once."""
        left, right = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        compared = compare(self._table, left, right, self._words)
        self._features |= dict(zip(pairs, compared, strict=True))

    def features(self, left: int, right: int) -> Floats:
        """Return the features of a pair."""
        if (left, right) not in self._features:
            self.prepare([(left, right)])
        return self._features[left, right]


class KeyPredicate(SimplePredicate):
    """A key function as dedupe's predicate.

    dedupe orders sets of predicates by their hash, which Python salts anew in each process; a hash
    of our own makes training the same each time.
    """

    def __init__(self, function: str, field: str, material: Material) -> None:
        """Name the key function and the field it is taken from."""

        def keys(row: Row) -> frozenset[str]:
            return material.keys(function, row.position)

        keys.__name__ = function
        super().__init__(keys, field)
        self.function = function
        self._cached_hash = zlib.crc32(f"{field}/{function}".encode())


class FieldVariable(FieldType):
    """One field of the table with those of our features that compare it."""

    type = "Dramatis"

    def __init__(self, field: str, features: Mapping[str, int], material: Material) -> None:
        """Name the features and where they stand among all."""
        super().__init__(field)
        columns = list(features.values())
        self.predicates = [KeyPredicate(name, field, material) for name in FIELDS[field]]
        self.higher_vars = [DerivedType(name, self.type) for name in features]
        self.comparator = lambda left, right: material.features(left.position, right.position)[
            columns
        ].tolist()

    def __len__(self) -> int:
        """Return how many features compare this field."""
        return len(self.higher_vars)
