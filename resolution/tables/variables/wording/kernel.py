"""Words of two texts aligned in any order, each word weighted by its rarity; compiled.

Greedy: two words that the other text writes as one come first, then the most alike words, ties to
the word that stands first. Words are alike as Jaro and Winkler (1990) say, with exceptions: words
that hold figures are equal, when long off by a slip, or begin one another; a single letter agrees
in part with the word it begins. A code is a word with figures of four characters or more, as models
of products have: codes count only if they are equal.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from resolution.compiled import compiled
from resolution.tables.variables.base import Floats, Integers

Letters = npt.NDArray[np.uint32]

MEASURES = 7
"""Similarity, evidence, clash, extra, other figures, codes shared, other codes."""

_LEAST_ALIKE, _LEAST_ALIKE_FIGURES = 0.8, 0.9
"""Words less alike than this are different words."""
_INITIAL = 0.75
_LONG_NUMBER = 5
_LONG_CODE = 4
_BEGUN = 0.8
"""A code and one that goes on after it, as FS105 and FS105NA."""
_MOST_WORDS = 64
_MOST_LETTERS = 64
_BITS = 63
_BONUS_FROM = 0.7
"""Words less alike by Jaro gain nothing by a common beginning."""


class Texts(NamedTuple):
    """All texts of a column by numbers, and what is known of each word."""

    starts: Integers
    """Text t has the words from starts[t] to starts[t + 1]."""
    words: Integers
    joined: Integers
    """For each place the word that this word and the next are if written as one; -1 for none."""
    letter_starts: Integers
    letters: Letters
    has_figure: npt.NDArray[np.bool_]
    rarity: Floats


@compiled
def aligned(left: Integers, right: Integers, texts: Texts) -> Floats:
    """Return the measures of each pair of texts, given by number."""
    found = np.zeros((len(left), MEASURES))
    likeness = np.zeros((_MOST_WORDS, _MOST_WORDS))
    for pair in range(len(left)):
        begin, end = texts.starts[left[pair]], texts.starts[left[pair] + 1]
        other_begin, other_end = texts.starts[right[pair]], texts.starts[right[pair] + 1]
        if begin == end or other_begin == other_end:
            continue
        one, other = texts.words[begin:end], texts.words[other_begin:other_end]
        for row in range(len(one)):
            for column in range(len(other)):
                likeness[row, column] = _similar(one[row], other[column], texts)
        matched = np.zeros(6)
        _join(one, other, texts.joined[begin:end], likeness, texts, matched, False)
        _join(other, one, texts.joined[other_begin:other_end], likeness.T, texts, matched, True)
        _measure(one, other, likeness, texts, matched, found[pair])
    return found


@compiled
def _join(  # noqa: PLR0913, PLR0917  # two texts, what is known of them, what is written down
    one: Integers,
    other: Integers,
    joined: Integers,
    likeness: Floats,
    texts: Texts,
    matched: Floats,
    is_swapped: bool,
) -> None:
    """Match every two words of one text that the other writes as one, and strike them out."""
    for row in range(len(one) - 1):
        if joined[row] < 0:
            continue
        for column in range(len(other)):
            word = other[column]
            if (
                word != joined[row]
                or likeness[row, column] < 0.0
                or likeness[row + 1, column] < 0.0
            ):
                continue
            parts, whole = texts.rarity[one[row]] + texts.rarity[one[row + 1]], texts.rarity[word]
            matched[0] += whole if is_swapped else parts
            matched[1] += parts if is_swapped else whole
            matched[2] += min(parts, whole)
            matched[3] += texts.has_figure[word]
            if _is_code(word, texts):
                matched[4] += whole
                matched[5] += 1
            likeness[row, : len(other)] = -1.0
            likeness[row + 1, : len(other)] = -1.0
            likeness[: len(one), column] = -1.0
            break


@compiled
def _measure(  # noqa: PLR0913, PLR0917
    one: Integers,
    other: Integers,
    likeness: Floats,
    texts: Texts,
    matched: Floats,
    found: Floats,
) -> None:
    """Match the words of two texts, and write down what is shared and what is left."""
    rarity, has_figure = texts.rarity, texts.has_figure
    left_total, right_total = rarity[one].sum(), rarity[other].sum()
    left_matched, right_matched, evidence, figures, codes, same_codes = matched
    for _ in range(min(len(one), len(other))):
        best, row, column = _most_alike(likeness, len(one), len(other))
        if best <= 0.0:
            break
        left_rarity, right_rarity = rarity[one[row]], rarity[other[column]]
        left_matched += best * left_rarity
        right_matched += best * right_rarity
        evidence += best * min(left_rarity, right_rarity)
        figures += has_figure[one[row]] and has_figure[other[column]]
        if one[row] == other[column] and _is_code(one[row], texts):
            codes += left_rarity
            same_codes += 1
        likeness[row, : len(other)] = 0.0
        likeness[: len(one), column] = 0.0
    left_rest, right_rest = left_total - left_matched, right_total - right_matched
    found[0] = (left_matched + right_matched) / (left_total + right_total)
    found[1] = evidence
    found[2] = max(min(left_rest, right_rest), 0.0) / min(left_total, right_total)
    found[3] = max(left_rest, right_rest) / max(left_total, right_total)
    fewer = min(has_figure[one].sum(), has_figure[other].sum())
    if fewer:
        found[4] = 1.0 - min(figures / fewer, 1.0)
    found[5] = codes
    fewer = min(_count_codes(one, texts), _count_codes(other, texts))
    if fewer:
        found[6] = 1.0 - min(same_codes / fewer, 1.0)


@compiled
def _is_code(word: int, texts: Texts) -> bool:
    length = texts.letter_starts[word + 1] - texts.letter_starts[word]
    return bool(texts.has_figure[word] and length >= _LONG_CODE)


@compiled
def _count_codes(words: Integers, texts: Texts) -> int:
    count = 0
    for word in words:
        count += _is_code(word, texts)
    return count


@compiled
def _most_alike(likeness: Floats, rows: int, columns: int) -> tuple[float, int, int]:
    best, best_row, best_column = 0.0, 0, 0
    for row in range(rows):
        for column in range(columns):
            if likeness[row, column] > best:
                best, best_row, best_column = likeness[row, column], row, column
    return best, best_row, best_column


@compiled
def _similar(one: int, other: int, texts: Texts) -> float:
    if one == other:
        return 1.0
    left = texts.letters[texts.letter_starts[one] : texts.letter_starts[one + 1]]
    right = texts.letters[texts.letter_starts[other] : texts.letter_starts[other + 1]]
    shorter, longer = min(len(left), len(right)), max(len(left), len(right))
    least = _LEAST_ALIKE
    if texts.has_figure[one] or texts.has_figure[other]:
        are_both = texts.has_figure[one] and texts.has_figure[other]
        if are_both and shorter >= _LONG_CODE and (left[:shorter] == right[:shorter]).all():
            return _BEGUN
        if shorter < _LONG_NUMBER or longer - shorter > 1:
            return 0.0
        least = _LEAST_ALIKE_FIGURES
    elif shorter == 1:
        return _INITIAL if longer > 1 and left[0] == right[0] else 0.0
    if shorter * 2 < longer or _most_jaro(left, right) <= _BONUS_FROM:
        return 0.0
    found = jaro_winkler(left, right)
    return found if found >= least else 0.0


@compiled
def _most_jaro(left: Letters, right: Letters) -> float:
    """Bound Jaro's similarity by the letters that occur in both: most pairs of words are unlike."""
    seen = np.uint64(0)
    for letter in right:
        seen |= np.uint64(1) << np.uint64(letter & _BITS)
    common = 0
    for letter in left:
        common += (seen >> np.uint64(letter & _BITS)) & np.uint64(1) != 0
    return (common / len(left) + min(common, len(right)) / len(right) + 1.0) / 3.0


@compiled
def jaro_winkler(left: Letters, right: Letters) -> float:
    """Return the similarity of two words as code points, of the first 64 letters."""
    left, right = left[:_MOST_LETTERS], right[:_MOST_LETTERS]
    window = max(max(len(left), len(right)) // 2 - 1, 0)
    matched = np.empty(_MOST_LETTERS, dtype=np.uint32)
    taken = np.uint64(0)
    count = 0
    for place in range(len(left)):
        for other in range(max(0, place - window), min(len(right), place + window + 1)):
            bit = np.uint64(1) << np.uint64(other)
            if not taken & bit and left[place] == right[other]:
                taken |= bit
                matched[count] = left[place]
                count += 1
                break
    if count == 0:
        return 0.0
    out_of_order = position = 0
    for other in range(len(right)):
        if taken & (np.uint64(1) << np.uint64(other)):
            out_of_order += matched[position] != right[other]
            position += 1
    in_order = (count - out_of_order // 2) / count
    jaro = (count / len(left) + count / len(right) + in_order) / 3.0
    prefix = 0
    while prefix < min(4, len(left), len(right)) and left[prefix] == right[prefix]:
        prefix += 1
    return jaro + prefix * 0.1 * (1.0 - jaro) if jaro > _BONUS_FROM else jaro
