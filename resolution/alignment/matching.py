"""Words of two names matched, compiled: equal ones first, then greedily the most alike.

Ties go to the word that stands first in the first name.
"""

import numpy as np
import numpy.typing as npt

from resolution.alignment.likeness import likeness
from resolution.alignment.names import RARITY, Integers, Side, Spellings
from resolution.compiled import compiled

CELL = np.dtype([("row", np.int64), ("column", np.int64), ("likeness", np.float64)])
Cells = npt.NDArray[np.void]
"""Pairs of words that are alike, by their places in the two names."""


@compiled
def match_equal(names: Spellings, first: Side, second: Side) -> tuple[float, int]:
    """Match equal words, which no other pairing beats; return what they prove, and what is left.

    The latter is how many words of the longer name may still be matched, 0 if either has none.
    """
    first.rest[: first.size] = 1.0
    second.rest[: second.size] = 1.0
    shared, matched = 0.0, 0
    for row in range(first.size):
        word = names.words[first.start + row]
        for column in range(second.size):
            if word == names.words[second.start + column] and second.rest[column] == 1.0:
                shared += names.counts[word, RARITY]
                first.rest[row] = 0.0
                second.rest[column] = 0.0
                matched += 1
                break
    fewer, more = min(first.size, second.size), max(first.size, second.size)
    return shared, more - matched if fewer > matched else 0


@compiled
def compare_rest(names: Spellings, first: Side, second: Side, cells: Cells, board: Integers) -> int:
    """Note which words that are not matched yet are alike, row by row; return how many pairs."""
    first.nearest[: first.size] = 0.0
    second.nearest[: second.size] = 0.0
    count = 0
    for row in range(first.size):
        if first.rest[row] == 0.0:
            continue
        for column in range(second.size):
            if second.rest[column] == 0.0:
                continue
            alike = likeness(names, first.start + row, second.start + column, board)
            if alike > 0.0:
                cells[count].row, cells[count].column = row, column
                cells[count].likeness = alike
                first.nearest[row] = max(first.nearest[row], alike)
                second.nearest[column] = max(second.nearest[column], alike)
                count += 1
    return count


@compiled
def match_best(names: Spellings, first: Side, second: Side, cells: Cells, shared: float) -> float:
    """Match words, the most alike first; add what they prove to what is shared."""
    while True:
        best, row, column = 0.0, 0, 0
        for cell in cells:
            if (
                cell.likeness > best
                and first.rest[cell.row] == 1.0
                and second.rest[cell.column] == 1.0
            ):
                best, row, column = cell.likeness, cell.row, cell.column
        if best == 0.0:
            return shared
        shared += best * min(
            names.counts[names.words[first.start + row], RARITY],
            names.counts[names.words[second.start + column], RARITY],
        )
        first.rest[row] = 1.0 - best
        second.rest[column] = 1.0 - best
