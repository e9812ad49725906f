"""Names as compiled code takes them: arrays of words and letters, and a pair's sides at work."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Letters = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int32]

ABSENT = -1
MOST_WORDS = 12
"""Beyond this many words a name is a sentence; what follows adds time and no evidence."""
MOST_LETTERS = 62
"""Words are compared by their first so many letters, as compiled code has a bit for each."""
CODES = 256
"""How many letters there may be: the places of a board, see `letters`."""

INITIAL, NUMBER = 1, 2
"""What a word is, as bits."""
LENGTH, MASK, HEAD, SKELETON, KIND, NICKNAMES = range(6)
"""Columns of a word's facts; nicknames take all from theirs on."""
WEIGHT, RARITY, PART = range(3)
"""Columns of what a word counts."""
HEAD_LETTERS = 4


class Spellings(NamedTuple):
    """Names as arrays. Words are numbered in alphabetic order."""

    letters: Letters
    """Of all names, without spaces."""
    places: Numbers
    """For each word of each name, where its letters begin."""
    starts: Integers
    """For each name, where its words begin; one more than there are names."""
    words: Numbers
    """For each word of each name, its number."""
    facts: Integers
    """For each word, in one line of memory: its length, a bit for each letter that it has, its
    first four letters, the number of its skeleton, what it is, and groups of given names that are
    called alike, ABSENT after the last."""
    counts: Floats
    """For each word its weight, its rarity, and whether it names a part."""


class Side(NamedTuple):
    """One name of a pair, while the two are aligned."""

    start: int
    """Where its words begin."""
    size: int
    """How many of them are aligned."""
    rest: Floats
    """What of each word is not matched yet."""
    nearest: Floats
    """How alike that word of the other name is which is most like each."""
