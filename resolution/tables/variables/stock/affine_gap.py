"""The distance of strings that dedupe learns with: affine gaps, divided by both lengths.

Monge and Elkan, "The field matching problem" (1996), with dedupe's costs: a match costs 1, a
mismatch 11, a gap 10 and 7 for each of its letters; letters of the longer string beyond the length
of the shorter are an abbreviation's and cost an eighth. All costs are eighths of whole numbers, so
integers add up without rounding, faster than the floats of the original and to the same bits.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from resolution.compiled import compiled
from resolution.tables.variables.base import Floats, Integers

Letters = npt.NDArray[np.uint32]

_MATCH, _MISMATCH, _GAP, _SPACE = 8, 88, 80, 56
_ABBREVIATED_GAP, _ABBREVIATED_SPACE = 10, 7
_FAR = 1 << 28


def letters_of(texts: Sequence[str]) -> tuple[Letters, Integers]:
    """Return all code points in one array, and where each text begins; last, where all end."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    return points, np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])


@compiled
def distances(letters: Letters, begins: Integers, left: Integers, right: Integers) -> Floats:
    """Return the normalized distance of each pair of texts; none is empty."""
    longest = 0
    for text in range(len(begins) - 1):
        longest = max(longest, begins[text + 1] - begins[text])
    best = np.empty(longest + 1, np.int32)
    deleted = np.empty(longest + 1, np.int32)
    found = np.empty(len(left), np.float64)
    for pair in range(len(left)):
        one = letters[begins[left[pair]] : begins[left[pair] + 1]]
        other = letters[begins[right[pair]] : begins[right[pair] + 1]]
        if len(one) < len(other):
            one, other = other, one
        if left[pair] == right[pair]:
            eighths = _MATCH * len(one)
        else:
            eighths = _eighths(one, other, best, deleted)
        found[pair] = np.float32(eighths / 8) / np.float32(len(one) + len(other))
    return found


@compiled
def _eighths(
    longer: Letters, shorter: Letters, best: npt.NDArray[np.int32], deleted: npt.NDArray[np.int32]
) -> int:
    """Return eight times the cost of turning one text into the other.

    `best` is the cheapest way to each prefix of the longer text, `deleted` the cheapest that ends
    in a gap there; both are overwritten row by row, a row for each letter of the shorter.
    """
    size = len(longer)
    best[0] = 0
    for place in range(1, size + 1):
        best[place] = _GAP + _SPACE * place
        deleted[place] = _FAR
    for row in range(1, len(shorter) + 1):
        letter = shorter[row - 1]
        diagonal = best[0]
        before = _GAP + _SPACE * row
        best[0] = before
        inserted = _FAR
        for place in range(1, size + 1):
            if place <= len(shorter):
                inserted = min(inserted, before + _GAP) + _SPACE
            else:
                inserted = min(inserted, before + _ABBREVIATED_GAP) + _ABBREVIATED_SPACE
            above = best[place]
            gap = min(deleted[place], above + _GAP) + _SPACE
            deleted[place] = gap
            aligned = diagonal + (_MATCH if longer[place - 1] == letter else _MISMATCH)
            before = min(inserted, gap, aligned)
            best[place] = before
            diagonal = above
    return int(best[size])
