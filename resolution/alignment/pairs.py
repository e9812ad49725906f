"""Pairs of names in, one row of measures for each out, compiled.

Of two names the one that stands first in the alphabet is aligned with the other, so that left and
right never matter. A pair's result does not depend on the others.
"""

import numpy as np

from resolution.alignment.joining import join
from resolution.alignment.matching import CELL, compare_rest, match_best, match_equal
from resolution.alignment.measures import MEASURES, measure
from resolution.alignment.names import CODES, MOST_WORDS, Floats, Integers, Side, Spellings
from resolution.compiled import compiled


@compiled
def align_pairs(names: Spellings, left: Integers, right: Integers, joins: bool) -> Floats:
    """Measure pairs of names, given by number; `joins` matches words written apart."""
    found = np.zeros((len(left), len(MEASURES)))
    cells = np.empty(MOST_WORDS * MOST_WORDS, dtype=CELL)
    board = np.zeros(CODES, dtype=np.int64)
    first_rest, second_rest = np.empty(MOST_WORDS), np.empty(MOST_WORDS)
    first_nearest, second_nearest = np.empty(MOST_WORDS), np.empty(MOST_WORDS)
    for row in range(len(left)):
        one, other = _in_order(names, left[row], right[row])
        first = Side(names.starts[one], _size(names, one), first_rest, first_nearest)
        second = Side(names.starts[other], _size(names, other), second_rest, second_nearest)
        if min(first.size, second.size) == 0:
            continue
        shared, rest = match_equal(names, first, second)
        if rest > 0:
            alike = cells[: compare_rest(names, first, second, cells, board)]
            if joins and rest > 1:
                shared += join(names, first, second, board)
                shared += join(names, second, first, board)
            shared = match_best(names, first, second, alike, shared)
        measure(names, first, second, shared, found[row])
    return found


@compiled
def _size(names: Spellings, name: int) -> int:
    return int(min(names.starts[name + 1] - names.starts[name], MOST_WORDS))


@compiled
def _in_order(names: Spellings, left: int, right: int) -> tuple[int, int]:
    """Return two names in the order of the alphabet."""
    first, second = names.starts[left], names.starts[right]
    rows, columns = names.starts[left + 1] - first, names.starts[right + 1] - second
    for place in range(min(rows, columns)):
        one, other = names.words[first + place], names.words[second + place]
        if one != other:
            return (left, right) if one < other else (right, left)
    return (left, right) if rows <= columns else (right, left)
