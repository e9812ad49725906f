"""Korean names told apart by their syllables: Yong Chol is Young-cheol and is not Myong Chol.

Folded names in, two findings a pair out: both Korean and the same by syllables, both Korean and
different. A name that does not read as Korean finds nothing.
"""

from collections.abc import Sequence

import numpy as np

from actors.names import is_korean_surname, korean_keys
from resolution.alignment.spellings import SplitNames
from resolution.tables.variables.base import Comparer, Floats, Integers

FINDINGS = ("same syllables", "other syllables")
_ABSENT = -1


def syllable_comparer(names: Sequence[str], split: SplitNames) -> Comparer:
    """Prepare the Korean keys of all names, two of each at most."""
    number: dict[str, int] = {}
    ends = np.full((len(names), 2), _ABSENT, dtype=np.int64)
    for row in _perhaps_korean(split).tolist():
        for place, key in enumerate(sorted(korean_keys(names[row]))):
            ends[row, place] = number.setdefault(key, len(number))

    def compare(left: Integers, right: Integers) -> Floats:
        first, second = ends[left], ends[right]
        are_korean = (first[:, 0] != _ABSENT) & (second[:, 0] != _ABSENT)
        shares = np.zeros(len(left), dtype=bool)
        for one in range(2):
            for other in range(2):
                shares |= (first[:, one] == second[:, other]) & (first[:, one] != _ABSENT)
        return np.column_stack([are_korean & shares, are_korean & ~shares]).astype(np.float64)

    return compare


def _perhaps_korean(split: SplitNames) -> Integers:
    """Return the names that have a Korean surname at either end: few tables have many."""
    is_surname = np.array([is_korean_surname(word) for word in split.spelled], dtype=np.bool_)
    told = np.flatnonzero(np.diff(split.starts))
    ends = is_surname[split.words[split.starts[told]]]
    ends |= is_surname[split.words[split.starts[told + 1] - 1]]
    return told[ends]
