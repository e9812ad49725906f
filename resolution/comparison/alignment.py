"""Two names aligned word by word, in any order, each word weighted by its rarity.

Numbers of names in, one row of measures for each pair out. Words are matched greedily, the most
alike first; ties go to the word that stands first in the smaller name, so that left and right never
matter. Pairs of equal width are worked on together; a pair's result does not depend on the others.
"""

import numpy as np
import numpy.typing as npt

from actors.names import korean_keys, without_company_form
from resolution.blocking import initials
from resolution.comparison.values import Floats, Integers
from resolution.comparison.words import ABSENT, Words, alike, words_of
from resolution.model import WordCounts

MEASURES = ("similarity", "exact", "evidence", "clash", "extra", "part", "acronym")

# Beyond this many words a name is a sentence; what follows adds time and no evidence.
_MOST_WORDS = 12
_CHUNK_CELLS = 2_000_000
# Korean names differ by one syllable of three: who differs in it is somebody else.
_KOREAN_SAME, _KOREAN_DIFFERENT = 0.97, 0.55
_KOREAN_CLASH = 0.5
_FULL_EVIDENCE = 3.0
_SHORTEST_ACRONYM = 3


def align(names: list[str], smaller: Integers, larger: Integers, counts: WordCounts) -> Floats:
    """Measure pairs of names, given by number, `smaller` before `larger` in the alphabet."""
    words = words_of(names, counts, _MOST_WORDS)
    widths = np.maximum(words.lengths[smaller], words.lengths[larger])
    measured = np.zeros((len(smaller), len(MEASURES)))
    for width in range(1, int(widths.max(initial=0)) + 1):
        rows = np.flatnonzero(widths == width)
        step = max(1, _CHUNK_CELLS // (width * width))
        for start in range(0, len(rows), step):
            chunk = rows[start : start + step]
            left = words.numbers[smaller[chunk], :width]
            right = words.numbers[larger[chunk], :width]
            measured[chunk, :6] = _aligned(words, left, right)
    _mark_joined(measured, names, smaller, larger)
    _mark_korean(measured, names, smaller, larger)
    return measured


def _aligned(words: Words, left: npt.NDArray[np.int32], right: npt.NDArray[np.int32]) -> Floats:
    count, width = left.shape
    grid = alike(
        words,
        np.repeat(left[:, :, None], width, axis=2),
        np.repeat(right[:, None, :], width, axis=1),
    )
    left_weights = np.where(left == ABSENT, 0.0, words.weights[left])
    right_weights = np.where(right == ABSENT, 0.0, words.weights[right])
    left_rarities = np.where(left == ABSENT, 0.0, words.rarities[left])
    right_rarities = np.where(right == ABSENT, 0.0, words.rarities[right])
    left_total, right_total = left_weights.sum(axis=1), right_weights.sum(axis=1)
    left_parts = np.where(left == ABSENT, 0.0, words.parts[left])
    right_parts = np.where(right == ABSENT, 0.0, words.parts[right])
    rows = np.arange(count)
    left_matched, right_matched, shared = np.zeros(count), np.zeros(count), np.zeros(count)
    for _ in range(width):
        best = grid.reshape(count, -1).argmax(axis=1)
        row, column = best // width, best % width
        likeness = grid[rows, row, column]
        left_weight, right_weight = left_weights[rows, row], right_weights[rows, column]
        left_matched += likeness * left_weight
        right_matched += likeness * right_weight
        shared += likeness * np.minimum(left_rarities[rows, row], right_rarities[rows, column])
        left_parts[rows, row] *= 1.0 - likeness
        right_parts[rows, column] *= 1.0 - likeness
        grid[rows, row, :] = 0.0
        grid[rows, :, column] = 0.0
    left_rest, right_rest = left_total - left_matched, right_total - right_matched
    return np.column_stack(
        [
            (left_matched + right_matched) / (left_total + right_total),
            np.zeros(count),
            np.minimum(shared / _FULL_EVIDENCE, 1.0),
            np.minimum(left_rest, right_rest) / np.minimum(left_total, right_total),
            np.maximum(left_rest, right_rest) / np.maximum(left_total, right_total),
            np.maximum(left_parts.max(axis=1), right_parts.max(axis=1)),
        ]
    )


def _mark_joined(measured: Floats, names: list[str], left: Integers, right: Integers) -> None:
    """Names that are one when written together are equal; acronyms are told from their words."""
    joined = [without_company_form(name).replace(" ", "") for name in names]
    shorts = [initials(name) for name in names]
    number = {text: position for position, text in enumerate(dict.fromkeys(joined))}
    whole = np.array([number[text] for text in joined], dtype=np.int64)
    acronym = np.array(
        [number.get(text, ABSENT) if len(text) >= _SHORTEST_ACRONYM else ABSENT for text in shorts],
        dtype=np.int64,
    )
    is_equal = (whole[left] == whole[right]) | (measured[:, 0] >= 1.0)
    measured[is_equal, 0] = 1.0
    measured[is_equal, 1] = 1.0
    measured[is_equal, 3:6] = 0.0
    is_short = (whole[left] == acronym[right]) | (acronym[left] == whole[right])
    measured[:, 6] = np.where(is_short, 1.0, 0.0)


def _mark_korean(measured: Floats, names: list[str], left: Integers, right: Integers) -> None:
    """Romanisations of one Korean name are one; Korean names that differ by a syllable are two."""
    keys = [sorted(korean_keys(name)) for name in names]
    number = {key: position for position, key in enumerate({key for both in keys for key in both})}
    ends = np.full((len(names), 2), ABSENT, dtype=np.int64)
    for row, both in enumerate(keys):
        ends[row, : len(both)] = [number[key] for key in both]
    first, second = ends[left], ends[right]
    are_korean = (first[:, 0] != ABSENT) & (second[:, 0] != ABSENT)
    shares = np.zeros(len(left), dtype=bool)
    for one in range(2):
        for other in range(2):
            shares |= (first[:, one] == second[:, other]) & (first[:, one] != ABSENT)
    same = are_korean & shares
    measured[same, 0] = np.maximum(measured[same, 0], _KOREAN_SAME)
    measured[same, 3:6] = 0.0
    # Two words in another order are one name, whichever of them is the surname.
    differ = are_korean & ~shares & (measured[:, 0] < 1.0)
    measured[differ, 0] = np.minimum(measured[differ, 0], _KOREAN_DIFFERENT)
    measured[differ, 3] = np.maximum(measured[differ, 3], _KOREAN_CLASH)
