"""Custom: a comparison of two texts by a function of ours that the definition names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from rapidfuzz.distance import Indel, JaroWinkler, Levenshtein
from rapidfuzz.fuzz import token_set_ratio

from actors.errors import FieldsError
from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers, KeyFunction
from resolution.tables.variables.stock.definition import Definition
from resolution.tables.variables.stock.strings import read_text

Comparator = Callable[[str, str], float]
"""Two texts in, one number out; symmetric."""


def _shared_words(left: str, right: str) -> float:
    return token_set_ratio(left, right) / 100


COMPARATORS: Mapping[str, Comparator] = {
    "indel": Indel.normalized_similarity,
    "jaro_winkler": JaroWinkler.similarity,
    "levenshtein": Levenshtein.distance,
    "shared_words": _shared_words,
}
"""By the name that a field's option `comparator` may have. A new one is registered here: a
definition names code of ours and never a path to import, so that a model file runs nothing else."""


@dataclass(frozen=True, slots=True)
class Custom(Definition):
    """The number that a comparator gives; it has no predicates of its own."""

    def __post_init__(self) -> None:
        """Refuse a comparator that is not registered."""
        if self.field.options.get("comparator") not in COMPARATORS:
            raise FieldsError(f"a Custom needs a comparator, one of {', '.join(COMPARATORS)}")

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """None but whether there is a value, where the field says that it may be missing."""
        return self.with_exists({})

    def read(self, cell: Any) -> str | None:  # noqa: ANN401
        """Return the cell as text."""
        return read_text(cell)

    def comparer(self, column: Column) -> Comparer:
        """Call the comparator for each pair."""
        values = [str(value) for value in column.values]
        comparator = COMPARATORS[str(self.field.options["comparator"])]

        def compare(left: Integers, right: Integers) -> Floats:
            found = np.fromiter(
                (
                    comparator(values[one], values[other])
                    for one, other in zip(left, right, strict=True)
                ),
                np.float32,
                len(left),
            )
            return found.astype(np.float64)[:, None]

        return compare
