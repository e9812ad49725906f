"""Wording: two texts compared by their words, their letters and how rare what they share is.

dedupe's String gives one distance, which says the same of two Smiths as of two Featherstonehaughs
and cannot tell a text that says less from one that says otherwise. Agreement and disagreement are
separate features here, each with its sign, so that a missing value (all 0) is neither.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers, KeyFunction
from resolution.tables.variables.stock.definition import Definition
from resolution.tables.variables.wording.folding import Words, folded_words
from resolution.tables.variables.wording.keys import KEYS
from resolution.tables.variables.wording.matching import aligned
from resolution.tables.variables.wording.texts import rarity, texts_of

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
    """All texts of a column, by words and as wholes."""

    def __init__(self, column: Column) -> None:
        self._texts = texts_of(column)
        texts: Sequence[Words] = column.values  # type: ignore[assignment]
        self._wholes = np.array(["".join(text) for text in texts], dtype=object)
        same: dict[str, int] = {}
        self._whole = np.array(
            [same.setdefault(one, len(same)) for one in self._wholes], dtype=np.int64
        )
        with_text = np.bincount(self._whole, weights=column.counts, minlength=len(same))
        self._text_rarity = rarity(with_text, column)

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
