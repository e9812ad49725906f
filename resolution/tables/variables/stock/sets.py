"""Set: values without order, e.g. the authors of a paper; in CSV `first|second|third`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log10
from typing import Any

from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers, KeyFunction
from resolution.tables.variables.stock.cosine import Cosine, corpus_of
from resolution.tables.variables.stock.definition import Definition, as_feature

Elements = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Set(Definition):
    """A value is its distinct elements, sorted; the similarity is the cosine of their weights.

    The option `corpus` is as for Text: a list of lists, or documents and counts.
    """

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """The set, its elements, the first and last, neighbours, and how many there are."""
        return self.with_exists(_KEYS)

    def read(self, cell: Any) -> Elements | None:  # noqa: ANN401
        """Return the elements of a list, or of a text that separates them by bars."""
        if cell is None:
            return None
        parts: Iterable[object] = cell.split("|") if isinstance(cell, str) else cell
        elements = {str(part).strip() for part in parts if part is not None} - {""}
        return tuple(sorted(elements)) or None

    def comparer(self, column: Column) -> Comparer:
        """Compare by elements."""
        cosine = Cosine([_elements(value) for value in column.values], corpus_of(self.field))

        def compare(left: Integers, right: Integers) -> Floats:
            return as_feature(cosine.similarities(left, right))

        return compare


def _elements(value: object) -> Elements:
    assert isinstance(value, tuple)
    return value


def _neighbours(elements: Elements, length: int) -> tuple[str, ...]:
    return tuple(" ".join(elements[at : at + length]) for at in range(len(elements) - length + 1))


_KEYS: Mapping[str, KeyFunction] = {
    "wholeSetPredicate": lambda elements: (str(elements),),
    "commonSetElementPredicate": lambda elements: elements,
    "lastSetElementPredicate": lambda elements: (elements[-1],),
    "commonTwoElementsPredicate": lambda elements: _neighbours(elements, 2),
    "commonThreeElementsPredicate": lambda elements: _neighbours(elements, 3),
    "magnitudeOfCardinality": lambda elements: (str(round(log10(len(elements)))),),
    "firstSetElementPredicate": lambda elements: (elements[0],),
}
