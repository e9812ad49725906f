"""Words of two texts matched in any order, each word weighted by its rarity; compiled.

Greedy: two words that the other text writes as one come first, then the most alike words, ties to
the word that stands first. Codes, as models of products have, count only if they are equal.
"""

from typing import NamedTuple

import numpy as np

from resolution.compiled import compiled
from resolution.tables.variables.base import Floats, Integers
from resolution.tables.variables.wording.folding import MOST_WORDS
from resolution.tables.variables.wording.likeness import likeness
from resolution.tables.variables.wording.texts import Flags, Texts

MEASURES = 7
"""Similarity, evidence, clash, extra, other figures, codes shared, other codes."""


class _Side(NamedTuple):
    """One text of a pair: its words, and what each and the next are if written as one."""

    words: Integers
    joined: Integers


class _Shared(NamedTuple):
    """What matched words come to: of either text's rarity, as evidence, and how many of a kind."""

    left: float
    right: float
    evidence: float
    figures: float
    codes: float
    same_codes: float


@compiled
def aligned(left: Integers, right: Integers, texts: Texts) -> Floats:
    """Return the measures of each pair of texts, given by number."""
    found = np.zeros((len(left), MEASURES))
    alike = np.zeros((MOST_WORDS, MOST_WORDS))
    board = np.zeros(texts.alphabet, dtype=np.int64)
    for pair in range(len(left)):
        one, other = _side(texts, left[pair]), _side(texts, right[pair])
        if min(len(one.words), len(other.words)) == 0:
            continue
        for row in range(len(one.words)):
            for column in range(len(other.words)):
                alike[row, column] = likeness(texts, one.words[row], other.words[column], board)
        shared = _join(texts, one, other, alike, _Shared(0.0, 0.0, 0.0, 0.0, 0.0, 0.0))
        shared = _swapped(_join(texts, other, one, alike.T, _swapped(shared)))
        shared = _match(texts, one.words, other.words, alike, shared)
        _measure(texts, one.words, other.words, shared, found[pair])
    return found


@compiled
def _side(texts: Texts, text: int) -> _Side:
    begin, end = texts.starts[text], texts.starts[text + 1]
    return _Side(texts.words[begin:end], texts.joined[begin:end])


@compiled
def _swapped(shared: _Shared) -> _Shared:
    return _Shared(
        shared.right,
        shared.left,
        shared.evidence,
        shared.figures,
        shared.codes,
        shared.same_codes,
    )


@compiled
def _join(texts: Texts, one: _Side, other: _Side, alike: Floats, shared: _Shared) -> _Shared:
    """Match every two words of one text that the other writes as one, and strike them out."""
    left, right, evidence, figures, codes, same_codes = shared
    for row in range(len(one.words) - 1):
        if one.joined[row] < 0:
            continue
        for column in range(len(other.words)):
            word = other.words[column]
            if word != one.joined[row] or min(alike[row, column], alike[row + 1, column]) < 0.0:
                continue
            parts = texts.rarity[one.words[row]] + texts.rarity[one.words[row + 1]]
            left += parts
            right += texts.rarity[word]
            evidence += min(parts, texts.rarity[word])
            figures += texts.has_figure[word]
            if texts.is_code[word]:
                codes += texts.rarity[word]
                same_codes += 1.0
            alike[row : row + 2, : len(other.words)] = -1.0
            alike[: len(one.words), column] = -1.0
            break
    return _Shared(left, right, evidence, figures, codes, same_codes)


@compiled
def _match(texts: Texts, one: Integers, other: Integers, alike: Floats, shared: _Shared) -> _Shared:
    """Match words, the most alike first, and strike them out."""
    left, right, evidence, figures, codes, same_codes = shared
    for _ in range(min(len(one), len(other))):
        best, row, column = _most_alike(alike, len(one), len(other))
        if best <= 0.0:
            break
        word, partner = one[row], other[column]
        left += best * texts.rarity[word]
        right += best * texts.rarity[partner]
        evidence += best * min(texts.rarity[word], texts.rarity[partner])
        figures += texts.has_figure[word] and texts.has_figure[partner]
        if word == partner and texts.is_code[word]:
            codes += texts.rarity[word]
            same_codes += 1.0
        alike[row, : len(other)] = 0.0
        alike[: len(one), column] = 0.0
    return _Shared(left, right, evidence, figures, codes, same_codes)


@compiled
def _most_alike(alike: Floats, rows: int, columns: int) -> tuple[float, int, int]:
    best, best_row, best_column = 0.0, 0, 0
    for row in range(rows):
        for column in range(columns):
            if alike[row, column] > best:
                best, best_row, best_column = alike[row, column], row, column
    return best, best_row, best_column


@compiled
def _measure(texts: Texts, one: Integers, other: Integers, shared: _Shared, found: Floats) -> None:
    """Write down what is shared and what is left."""
    left, right = _total(texts.rarity, one), _total(texts.rarity, other)
    left_rest, right_rest = left - shared.left, right - shared.right
    found[0] = (shared.left + shared.right) / (left + right)
    found[1] = shared.evidence
    found[2] = max(min(left_rest, right_rest), 0.0) / min(left, right)
    found[3] = max(left_rest, right_rest) / max(left, right)
    found[4] = _other(texts.has_figure, one, other, shared.figures)
    found[5] = shared.codes
    found[6] = _other(texts.is_code, one, other, shared.same_codes)


@compiled
def _total(rarity: Floats, words: Integers) -> float:
    total = 0.0
    for word in words:
        total += rarity[word]
    return total


@compiled
def _other(is_kind: Flags, one: Integers, other: Integers, shared: float) -> float:
    """Return which share of a kind's words has no partner, in the text that has fewer of them."""
    fewer = min(_count(is_kind, one), _count(is_kind, other))
    return 1.0 - min(shared / fewer, 1.0) if fewer else 0.0


@compiled
def _count(is_kind: Flags, words: Integers) -> int:
    count = 0
    for word in words:
        count += is_kind[word]
    return count
