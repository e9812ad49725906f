"""Words of two texts aligned in any order, each word weighted by its rarity; compiled.

Greedy: the most alike words first, ties to the word that stands first. Words are alike as Jaro and
Winkler (1990) say, with two exceptions: words that hold figures are equal or, when long, off by a
slip; a single letter agrees in part with the word it begins.
"""

import numpy as np
import numpy.typing as npt

from resolution.compiled import compiled
from resolution.tables.variables.base import Floats, Integers

Letters = npt.NDArray[np.uint32]

MEASURES = 5
"""Similarity, evidence, clash, extra, other figures."""

_LEAST_ALIKE, _LEAST_ALIKE_FIGURES = 0.8, 0.9
"""Words less alike than this are different words."""
_INITIAL = 0.75
_LONG_NUMBER = 5
_MOST_WORDS = 64
_MOST_LETTERS = 64
_BITS = 63
_BONUS_FROM = 0.7
"""Words less alike by Jaro gain nothing by a common beginning."""


@compiled
def aligned(  # noqa: PLR0913, PLR0917  # arrays of one structure, which numba takes apart
    left: Integers,
    right: Integers,
    starts: Integers,
    words: Integers,
    letter_starts: Integers,
    letters: Letters,
    has_figure: npt.NDArray[np.bool_],
    rarity: Floats,
) -> Floats:
    """Return the measures of each pair of texts, given by number."""
    found = np.zeros((len(left), MEASURES))
    likeness = np.zeros((_MOST_WORDS, _MOST_WORDS))
    for pair in range(len(left)):
        one = words[starts[left[pair]] : starts[left[pair] + 1]]
        other = words[starts[right[pair]] : starts[right[pair] + 1]]
        if len(one) == 0 or len(other) == 0:
            continue
        for row in range(len(one)):
            for column in range(len(other)):
                likeness[row, column] = _similar(
                    one[row], other[column], letter_starts, letters, has_figure
                )
        _measure(one, other, likeness, has_figure, rarity, found[pair])
    return found


@compiled
def _measure(  # noqa: PLR0913, PLR0917
    one: Integers,
    other: Integers,
    likeness: Floats,
    has_figure: npt.NDArray[np.bool_],
    rarity: Floats,
    found: Floats,
) -> None:
    """Match the words of two texts, and write down what is shared and what is left."""
    left_total, right_total = rarity[one].sum(), rarity[other].sum()
    left_matched = right_matched = 0.0
    figures = 0
    for _ in range(min(len(one), len(other))):
        best, row, column = _most_alike(likeness, len(one), len(other))
        if best == 0.0:
            break
        left_rarity, right_rarity = rarity[one[row]], rarity[other[column]]
        left_matched += best * left_rarity
        right_matched += best * right_rarity
        found[1] += best * min(left_rarity, right_rarity)
        figures += has_figure[one[row]] and has_figure[other[column]]
        likeness[row, : len(other)] = 0.0
        likeness[: len(one), column] = 0.0
    left_rest, right_rest = left_total - left_matched, right_total - right_matched
    found[0] = (left_matched + right_matched) / (left_total + right_total)
    found[2] = min(left_rest, right_rest) / min(left_total, right_total)
    found[3] = max(left_rest, right_rest) / max(left_total, right_total)
    fewer = min(has_figure[one].sum(), has_figure[other].sum())
    if fewer:
        found[4] = 1.0 - figures / fewer


@compiled
def _most_alike(likeness: Floats, rows: int, columns: int) -> tuple[float, int, int]:
    best, best_row, best_column = 0.0, 0, 0
    for row in range(rows):
        for column in range(columns):
            if likeness[row, column] > best:
                best, best_row, best_column = likeness[row, column], row, column
    return best, best_row, best_column


@compiled
def _similar(
    one: int,
    other: int,
    letter_starts: Integers,
    letters: Letters,
    has_figure: npt.NDArray[np.bool_],
) -> float:
    if one == other:
        return 1.0
    left = letters[letter_starts[one] : letter_starts[one + 1]]
    right = letters[letter_starts[other] : letter_starts[other + 1]]
    shorter, longer = min(len(left), len(right)), max(len(left), len(right))
    least = _LEAST_ALIKE
    if has_figure[one] or has_figure[other]:
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
