"""Texts compared letter by letter, compiled: the share that needs no edit.

Letters of all texts and where each begins in, one number for each pair out. Words that changed
places are the business of `pairs`.
"""

import numpy as np

from resolution.alignment.letters import Stretch
from resolution.alignment.names import CODES, MOST_LETTERS, Floats, Integers, Letters
from resolution.compiled import compiled


@compiled
def edits(letters: Letters, left: Stretch, right: Stretch, board: Integers) -> int:
    """Return how many letters must be put in, left out, changed or exchanged with their neighbour.

    A column of the table of distances is two words of bits (Hyyrö 2003, optimal string alignment).
    """
    for place in range(left.length):
        board[letters[left.begin + place]] |= 1 << place
    last = 1 << (left.length - 1)
    higher, lower, straight, before = -1, 0, 0, 0
    distance = left.length
    for place in range(right.length):
        here = board[letters[right.begin + place]]
        exchanged = ((~straight & here) << 1) & before
        straight = (((here & higher) + higher) ^ higher) | here | lower | exchanged
        more = lower | ~(straight | higher)
        less = straight & higher
        distance += int(more & last != 0) - int(less & last != 0)
        more = (more << 1) | 1
        higher = (less << 1) | ~(straight | more)
        lower = more & straight
        before = here
    for place in range(left.length):
        board[letters[left.begin + place]] = 0
    return distance


@compiled
def spell_pairs(letters: Letters, begins: Integers, left: Integers, right: Integers) -> Floats:
    """Return for pairs of texts, each from one begin to the next, the share of letters that agree.

    Of long texts the first MOST_LETTERS letters are compared.
    """
    found = np.empty(len(left))
    board = np.zeros(CODES, dtype=np.int64)
    for row in range(len(left)):
        one, other = _first_letters(begins, left[row]), _first_letters(begins, right[row])
        longest = max(one.length, other.length)
        if min(one.length, other.length) == 0:
            found[row] = 0.0
        else:
            found[row] = 1.0 - edits(letters, one, other, board) / longest
    return found


@compiled
def _first_letters(begins: Integers, text: int) -> Stretch:
    return Stretch(begins[text], min(MOST_LETTERS, begins[text + 1] - begins[text]))
