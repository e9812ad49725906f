"""Wording: two texts compared by their words, their letters and how rare what they share is.

dedupe's String gives one distance, which says the same of two Smiths as of two Featherstonehaughs
and cannot tell a text that says less from one that says otherwise. Agreement and disagreement are
separate features here, each with its sign, so that a missing value (all 0) is neither.
"""

import math
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers, KeyFunction
from resolution.tables.variables.stock.definition import Definition
from resolution.tables.variables.wording.folding import folded_words
from resolution.tables.variables.wording.kernel import Texts, aligned
from resolution.tables.variables.wording.keys import KEYS

_IN_FAVOUR = ("same", "rare", "alike", "shared", "spelled alike", "codes")
_AGAINST = ("unlike", "spelled unlike", "clash", "extra", "other figures", "other codes")
_CHUNK = 200_000


@dataclass(frozen=True, slots=True)
class Wording(Definition):
    """A text of any kind, compared as people write."""

    @property
    def features(self) -> tuple[str, ...]:
        """Agreement first, then disagreement."""
        return tuple(f"{self.name}: {one}" for one in (*_IN_FAVOUR, *_AGAINST))

    @property
    def against(self) -> frozenset[str]:
        """What the texts differ in."""
        return frozenset(f"{self.name}: {one}" for one in _AGAINST)

    @property
    def in_favour(self) -> frozenset[str]:
        """What the texts share."""
        return frozenset(f"{self.name}: {one}" for one in _IN_FAVOUR)

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """Keys of folded words."""
        return KEYS

    def read(self, cell: Any) -> Hashable | None:  # noqa: ANN401
        """Return the folded words; a cell without letters or figures states nothing."""
        return None if cell is None else folded_words(str(cell)) or None

    def comparer(self, column: Column) -> Comparer:
        """Prepare all words of the column once."""
        return _Prepared(column)


class _Prepared:
    """All texts of a column as numbers of words, and words as code points."""

    def __init__(self, column: Column) -> None:
        texts: list[tuple[str, ...]] = list(column.values)  # type: ignore[arg-type]
        number: dict[str, int] = {}
        words = [number.setdefault(one, len(number)) for text in texts for one in text]
        lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
        sizes = np.fromiter(map(len, number), dtype=np.int64, count=len(number))
        counts = column.counts.astype(np.float64)
        total = max(int(column.counts.sum()), 2)
        with_word = np.bincount(words, weights=np.repeat(counts, lengths), minlength=len(number))
        self._texts = Texts(
            np.concatenate([[0], np.cumsum(lengths)]),
            np.array(words, dtype=np.int64),
            np.array([one for text in texts for one in _joined(text, number)], dtype=np.int64),
            np.concatenate([[0], np.cumsum(sizes)]),
            np.frombuffer("".join(number).encode("utf-32-le"), dtype=np.uint32),
            np.fromiter(
                (any(map(str.isdigit, one)) for one in number), dtype=bool, count=len(number)
            ),
            _rarity(with_word, total),
        )
        self._wholes = np.array(["".join(text) for text in texts], dtype=object)
        same: dict[str, int] = {}
        self._whole = np.array(
            [same.setdefault(one, len(same)) for one in self._wholes], dtype=np.int64
        )
        with_text = np.bincount(self._whole, weights=counts, minlength=len(same))
        self._text_rarity = _rarity(with_text, total)

    def __call__(self, left: Integers, right: Integers) -> Floats:
        """Compare pairs of texts, given by number, the smaller first."""
        smaller, larger = np.minimum(left, right), np.maximum(left, right)
        return np.vstack(
            [
                np.empty((0, len(_IN_FAVOUR) + len(_AGAINST))),
                *(
                    self._compare(smaller[begin : begin + _CHUNK], larger[begin : begin + _CHUNK])
                    for begin in range(0, len(smaller), _CHUNK)
                ),
            ]
        )

    def _compare(self, left: Integers, right: Integers) -> Floats:
        measures = aligned(left, right, self._texts).T
        similarity, evidence, clash, extra, figures, codes, other_codes = measures
        same = (self._whole[left] == self._whole[right]).astype(np.float64)
        spelled = cpdist(
            self._wholes[left].tolist(),
            self._wholes[right].tolist(),
            scorer=OSA.normalized_similarity,
            dtype=np.float64,
        )
        similarity = np.maximum(similarity, same)
        different = 1.0 - same
        return np.column_stack(
            [
                same,
                same * self._text_rarity[self._whole[left]],
                np.maximum(similarity - 0.6, 0.0) / 0.4,
                np.minimum(evidence, 3.0) / 3.0,
                np.maximum(spelled - 0.6, 0.0) / 0.4,
                np.minimum(codes, 1.0),
                np.maximum(0.6 - similarity, 0.0) / 0.6,
                np.maximum(0.7 - spelled, 0.0) / 0.7,
                different * clash,
                different * extra,
                different * figures,
                different * other_codes,
            ]
        )


def _joined(text: Sequence[str], number: Mapping[str, int]) -> Iterator[int]:
    """Give for each word the one that it and the next would be, -1 where no text has it."""
    for one, following in pairwise(text):
        yield number.get(one + following, -1)
    if text:
        yield -1


def _rarity(counts: npt.ArrayLike, total: int) -> Floats:
    """Return how rare each is, 10 nats being 1: what agreeing on it adds to a match's log-odds."""
    rarest = math.log(total)
    return np.maximum(rarest - np.log(np.maximum(counts, 1.0)), 0.05 * rarest) / 10.0
