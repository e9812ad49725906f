"""Words of two texts aligned in any order, each word weighted by its rarity; compiled.

Greedy: the most alike words first, ties to the word that stands first. `_similar` is Jaro-Winkler
(Winkler 1990) with two differences: words that hold figures are equal or, when long, off by a slip;
a single letter agrees in part with the word it begins.
"""

import numpy as np
import numpy.typing as npt


from resolution.compiled import compiled
from resolution.tables.variables.base import Floats, Integers

LEAST_ALIKE = 0.8
"""Words less alike than this are different words."""
_INITIAL = 0.75
_LONG_NUMBER = 5

MEASURES = 5
"""Similarity, evidence, clash, extra, clash of figures."""


@compiled
def aligned(  # noqa: PLR0913, PLR0917  # arrays of one structure, which numba takes apart
    left: Integers,
    right: Integers,
    starts: Integers,
    words: Integers,
    letter_starts: Integers,
    letters: npt.NDArray[np.uint32],
    has_figure: npt.NDArray[np.bool_],
    rarity: Floats,
) -> Floats:
    """Return the measures of each pair of texts, given by number."""
    found = np.zeros((len(left), MEASURES))
    likeness = np.zeros((64, 64))
    for pair in range(len(left)):
        left_begin, right_begin = starts[left[pair]], starts[right[pair]]
        rows = starts[left[pair] + 1] - left_begin
        columns = starts[right[pair] + 1] - right_begin
        if rows == 0 or columns == 0:
            continue
        left_total = right_total = 0.0
        for row in range(rows):
            left_total += rarity[words[left_begin + row]]
        for column in range(columns):
            right_total += rarity[words[right_begin + column]]
        for row in range(rows):
            for column in range(columns):
                likeness[row, column] = _similar(
                    words[left_begin + row],
                    words[right_begin + column],
                    letter_starts,
                    letters,
                    has_figure,
                )
        left_matched = right_matched = shared = 0.0
        left_figures = right_figures = both_figures = 0
        for row in range(rows):
            left_figures += has_figure[words[left_begin + row]]
        for column in range(columns):
            right_figures += has_figure[words[right_begin + column]]
        for _ in range(min(rows, columns)):
            best, best_row, best_column = 0.0, -1, -1
            for row in range(rows):
                for column in range(columns):
                    if likeness[row, column] > best:
                        best, best_row, best_column = likeness[row, column], row, column
            if best_row < 0:
                break
            one, other = words[left_begin + best_row], words[right_begin + best_column]
            left_matched += best * rarity[one]
            right_matched += best * rarity[other]
            shared += best * min(rarity[one], rarity[other])
            both_figures += has_figure[one] and has_figure[other]
            for column in range(columns):
                likeness[best_row, column] = 0.0
            for row in range(rows):
                likeness[row, best_column] = 0.0
        left_rest, right_rest = left_total - left_matched, right_total - right_matched
        found[pair, 0] = (left_matched + right_matched) / (left_total + right_total)
        found[pair, 1] = shared
        found[pair, 2] = min(left_rest, right_rest) / min(left_total, right_total)
        found[pair, 3] = max(left_rest, right_rest) / max(left_total, right_total)
        if left_figures and right_figures:
            found[pair, 4] = 1.0 - both_figures / min(left_figures, right_figures)
    return found


@compiled
def _similar(
    one: int,
    other: int,
    letter_starts: Integers,
    letters: npt.NDArray[np.uint32],
    has_figure: npt.NDArray[np.bool_],
) -> float:
    if one == other:
        return 1.0
    left = letters[letter_starts[one] : letter_starts[one + 1]]
    right = letters[letter_starts[other] : letter_starts[other + 1]]
    shorter, longer = min(len(left), len(right)), max(len(left), len(right))
    if has_figure[one] or has_figure[other]:
        if shorter < _LONG_NUMBER or longer - shorter > 1:
            return 0.0
        found = jaro_winkler(left, right)
        return found if found >= 0.9 else 0.0
    if shorter == 1:
        return _INITIAL if longer > 1 and left[0] == right[0] else 0.0
    if shorter * 2 < longer:
        return 0.0
    found = jaro_winkler(left, right)
    return found if found >= LEAST_ALIKE else 0.0


@compiled
def jaro_winkler(left: npt.NDArray[np.uint32], right: npt.NDArray[np.uint32]) -> float:
    """Return Jaro-Winkler's similarity of two words as code points, at most 64 of each."""
    left, right = left[:64], right[:64]
    window = max(max(len(left), len(right)) // 2 - 1, 0)
    taken = np.uint64(0)
    one = np.uint64(1)
    matched_left = np.empty(64, dtype=np.uint32)
    count = 0
    for place in range(len(left)):
        first, last = max(0, place - window), min(len(right), place + window + 1)
        for other in range(first, last):
            bit = one << np.uint64(other)
            if not taken & bit and left[place] == right[other]:
                taken |= bit
                matched_left[count] = left[place]
                count += 1
                break
    if count == 0:
        return 0.0
    half_transposed = 0
    position = 0
    for other in range(len(right)):
        if taken & (one << np.uint64(other)):
            half_transposed += matched_left[position] != right[other]
            position += 1
    jaro = (count / len(left) + count / len(right) + (count - half_transposed // 2) / count) / 3.0
    prefix = 0
    while prefix < min(4, len(left), len(right)) and left[prefix] == right[prefix]:
        prefix += 1
    return jaro + prefix * 0.1 * (1.0 - jaro) if jaro > 0.7 else jaro
