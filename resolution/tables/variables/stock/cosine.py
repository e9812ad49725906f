"""Cosine similarity of documents as bags of terms, each term weighing by its rarity in a corpus.

A term weighs log(documents / documents with it), one that the corpus has not as much as one that a
single document has; without a corpus all weigh 1. Documents without weight cannot be compared:
their similarity is NaN, as dedupe has it.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field

import numpy as np

from actors.errors import FieldsError
from resolution.compiled import compiled
from resolution.tables.fields import Field
from resolution.tables.variables.base import Floats, Integers


@dataclass(frozen=True, slots=True)
class Corpus:
    """In how many of its documents each term occurs."""

    documents: int = 0
    counts: Mapping[str, int] = dataclass_field(default_factory=dict)

    def weight(self, term: str) -> float:
        """Return what one occurrence of the term adds to a document."""
        if term in self.counts:
            return math.log(self.documents / self.counts[term])
        return math.log(self.documents) if self.documents else 1.0


def corpus_of(field: Field) -> Corpus:
    """Return the corpus that a field's options give: documents themselves or their counts."""
    given = field.options.get("corpus")
    match given:
        case None:
            return Corpus()
        case {"documents": int(documents), "counts": dict(counts)} if all(
            isinstance(count, int) and 0 < count <= documents for count in counts.values()
        ):
            return Corpus(documents, counts)
        case list(documents):
            return _counted([_terms(one) for one in documents if one])
    raise FieldsError(
        f"Field {field.name}: its corpus is neither a list of documents nor "
        '{"documents": N, "counts": {term: documents that have it}}'
    )


def _terms(document: object) -> Iterable[str]:
    return document.split() if isinstance(document, str) else map(str, document)  # type: ignore[call-overload]


def _counted(documents: Sequence[Iterable[str]]) -> Corpus:
    counts = Counter(term for document in documents for term in set(document))
    return Corpus(len(documents), counts)


class Cosine:
    """The weighted terms of every distinct document, as rows of sorted term numbers."""

    def __init__(self, documents: Sequence[Sequence[str]], corpus: Corpus) -> None:
        """Weigh each document's terms."""
        number: dict[str, int] = {}
        terms: list[int] = []
        weights: list[float] = []
        begins, norms = [0], []
        for document in documents:
            counted = Counter(document)
            row = sorted(
                (number.setdefault(term, len(number)), _added(corpus.weight(term), times))
                for term, times in counted.items()
            )
            terms += [term for term, _ in row]
            weights += [weight for _, weight in row]
            begins.append(len(terms))
            norms.append(math.sqrt(sum(weight * weight for _, weight in row)))
        self._terms = np.array(terms, np.int64)
        self._weights = np.array(weights, np.float64)
        self._begins = np.array(begins, np.int64)
        self._norms = np.array(norms, np.float64)

    def similarities(self, left: Integers, right: Integers) -> Floats:
        """Return the cosine of each pair of documents."""
        products = _products(self._terms, self._weights, self._begins, left, right)
        norms = self._norms[left] * self._norms[right]
        found = np.full(len(left), np.nan)
        np.divide(products, norms, out=found, where=norms != 0)
        return found


def _added(weight: float, times: int) -> float:
    return sum([weight] * times)


@compiled
def _products(
    terms: Integers, weights: Floats, begins: Integers, left: Integers, right: Integers
) -> Floats:
    """Return the scalar product of each pair of rows, whose terms ascend."""
    found = np.zeros(len(left), np.float64)
    for pair in range(len(left)):
        one, other = begins[left[pair]], begins[right[pair]]
        one_ends, other_ends = begins[left[pair] + 1], begins[right[pair] + 1]
        total = 0.0
        while one < one_ends and other < other_ends:
            if terms[one] == terms[other]:
                total += weights[one] * weights[other]
                one += 1
                other += 1
            elif terms[one] < terms[other]:
                one += 1
            else:
                other += 1
        found[pair] = total
    return found
