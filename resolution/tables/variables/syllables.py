"""Korean names told apart by their syllables: Yong Chol is Young-cheol and is not Myong Chol.

Folded names in, two findings a pair out: both Korean and the same by syllables, both Korean and
different; and how rare the syllables are that are the same, counted over all their spellings. A
name that does not read as Korean finds nothing.
"""

from collections.abc import Sequence

import numpy as np

from actors.names import is_korean_surname, korean_keys
from resolution.alignment.spellings import SplitNames
from resolution.tables.variables.base import Comparer, Floats, Integers
from resolution.tables.variables.rarity import rarities

FINDINGS = ("same syllables", "other syllables")
SAME, OTHER, RARITY = range(3)
"""Columns of the comparer; the last is none of the findings."""
_ABSENT = -1


def syllable_comparer(names: Sequence[str], split: SplitNames, counts: Integers) -> Comparer:
    """Prepare the Korean keys of all names, two of each at most; `counts` are of records."""
    number: dict[str, int] = {}
    ends = np.full((len(names), 2), _ABSENT, dtype=np.int64)
    for row in _perhaps_korean(split).tolist():
        for place, key in enumerate(sorted(korean_keys(names[row]))):
            ends[row, place] = number.setdefault(key, len(number))
    rarity = _rarity(ends, counts, len(number))
    is_korean = ends[:, 0] != _ABSENT

    def compare(left: Integers, right: Integers) -> Floats:
        found = np.zeros((len(left), 3))
        both = np.flatnonzero(is_korean[left] & is_korean[right])
        shared = _rarest_shared(ends[left[both]], ends[right[both]], rarity)
        found[both, SAME] = shared != _ABSENT
        found[both, OTHER] = shared == _ABSENT
        found[both, RARITY] = np.maximum(shared, 0.0)
        return found

    return compare


def _rarest_shared(left: Integers, right: Integers, rarity: Floats) -> Floats:
    """Return how rare the rarest key is that two names share, ABSENT where they share none."""
    found = np.full(len(left), float(_ABSENT))
    for one in range(2):
        for other in range(2):
            key = left[:, one]
            same = (key == right[:, other]) & (key != _ABSENT)
            found[same] = np.maximum(found[same], rarity[key[same]])
    return found


def _rarity(ends: Integers, counts: Integers, keys: int) -> Floats:
    """Return how rare each key is among all records."""
    has_key = ends != _ABSENT
    held = np.bincount(ends[has_key], np.repeat(counts, has_key.sum(axis=1)), keys)
    return rarities(held, float(counts.sum()))


def _perhaps_korean(split: SplitNames) -> Integers:
    """Return the names that have a Korean surname at either end: few tables have many."""
    is_surname = np.array([is_korean_surname(word) for word in split.spelled], dtype=np.bool_)
    told = np.flatnonzero(np.diff(split.starts))
    ends = is_surname[split.words[split.starts[told]]]
    ends |= is_surname[split.words[split.starts[told + 1] - 1]]
    return told[ends]
