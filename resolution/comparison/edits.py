"""Texts compared letter by letter, compiled: the share that needs no edit.

Letters of all texts and where each begins in, one number for each pair out. Words that changed
places are `kernels`' business.
"""

import numpy as np
import numpy.typing as npt

from resolution.comparison.words import MOST_LETTERS
from resolution.compiled import compiled

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

_CODES = 256


@compiled
def edits(  # noqa: PLR0913, PLR0917  # compiled code knows arrays, not records
    letters: npt.NDArray[np.uint8],
    left: int,
    left_length: int,
    right: int,
    right_length: int,
    board: Integers,
) -> int:
    """Return how many letters must be put in, left out, changed or exchanged with their neighbour.

    A column of the table of distances is two words of bits (Hyyrö 2003, optimal string alignment).
    """
    for place in range(left_length):
        board[letters[left + place]] |= 1 << place
    last = 1 << (left_length - 1)
    higher, lower, straight, before = -1, 0, 0, 0
    distance = left_length
    for place in range(right_length):
        here = board[letters[right + place]]
        exchanged = ((~straight & here) << 1) & before
        straight = (((here & higher) + higher) ^ higher) | here | lower | exchanged
        more = lower | ~(straight | higher)
        less = straight & higher
        distance += int(more & last != 0) - int(less & last != 0)
        more = (more << 1) | 1
        higher = (less << 1) | ~(straight | more)
        lower = more & straight
        before = here
    for place in range(left_length):
        board[letters[left + place]] = 0
    return distance


@compiled
def spell_pairs(
    letters: npt.NDArray[np.uint8], begins: Integers, left: Integers, right: Integers
) -> Floats:
    """Return for pairs of texts, each from one begin to the next, the share of letters that agree.

    Of long texts the first MOST_LETTERS letters are compared.
    """
    found = np.empty(len(left))
    board = np.zeros(_CODES, dtype=np.int64)
    for row in range(len(left)):
        one, other = begins[left[row]], begins[right[row]]
        first = min(MOST_LETTERS, begins[left[row] + 1] - one)
        second = min(MOST_LETTERS, begins[right[row] + 1] - other)
        longest = max(first, second)
        if min(first, second) == 0:
            found[row] = 0.0
        else:
            found[row] = 1.0 - edits(letters, one, first, other, second, board) / longest
    return found
