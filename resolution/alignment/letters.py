"""Stretches of letters compared as Jaro and Winkler (1990) do, compiled.

Letters are bytes or code points: whatever numbers a board has places for.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from resolution.alignment.names import Integers
from resolution.compiled import compiled

Letters = npt.NDArray[np.unsignedinteger[Any]]

BONUS_FROM = 0.7
"""Words less alike by Jaro gain nothing by a common beginning."""
_MOST_PREFIX = 4


class Stretch(NamedTuple):
    """Letters beside one another; at most 64 can be compared, as there is a bit for each."""

    begin: int
    length: int


@compiled
def jaro_winkler(letters: Letters, left: Stretch, right: Stretch, board: Integers) -> float:
    """Return the likeness of two stretches of letters.

    `board` holds a 0 for each letter there may be, and does so again afterwards. On it each
    letter's places in the left word are bits, so that no step depends on what the last one found.
    Each letter of the right word takes the first free one of the left.
    """
    for place in range(left.length):
        board[letters[left.begin + place]] |= 1 << place
    window = max(0, max(left.length, right.length) // 2 - 1)
    left_flags, right_flags, common = 0, 0, 0
    for place in range(right.length):
        first = max(0, place - window)
        within = ((1 << (2 * window + 1 - max(0, window - place))) - 1) << first
        free = board[letters[right.begin + place]] & within & ~left_flags
        lowest = free & -free
        left_flags |= lowest
        is_common = int(lowest != 0)
        right_flags |= is_common << place
        common += is_common
    moved, place = 0, 0
    while left_flags:  # as many as right ones; shifting never empties a 64th bit
        lowest = left_flags & -left_flags
        if right_flags & 1:
            moved += int(board[letters[right.begin + place]] & lowest == 0)
            left_flags ^= lowest
        right_flags >>= 1
        place += 1
    for place in range(left.length):
        board[letters[left.begin + place]] = 0
    if common == 0:
        return 0.0
    found = common / left.length
    found += common / right.length
    found += (common - moved // 2) / common
    found /= 3.0
    if found > BONUS_FROM:
        found += _prefix(letters, left, right) * 0.1 * (1.0 - found)
    return min(found, 1.0)


@compiled
def _prefix(letters: Letters, left: Stretch, right: Stretch) -> int:
    """Return how many of the first four letters agree."""
    place = 0
    while (
        place < min(_MOST_PREFIX, left.length, right.length)
        and letters[left.begin + place] == letters[right.begin + place]
    ):
        place += 1
    return place
