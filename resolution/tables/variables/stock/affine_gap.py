"""The distance of strings that dedupe learns with: affine gaps, divided by both lengths.

Monge and Elkan, "The field matching problem" (1996), with dedupe's costs: a match costs 1, a
mismatch 11, a gap 10 and 7 for each of its letters; letters of the longer string beyond the length
of the shorter are an abbreviation's and cost an eighth. All costs are eighths of whole numbers, so
integers add up without rounding and to the same bits. Pairs of like lengths are aligned side by
side, each in a lane of its own, so that one vector instruction takes a step in many of them: ten
times the pairs a second of one after the other.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from resolution.compiled import compiled
from resolution.tables.variables.base import Floats, Integers

Letters = npt.NDArray[np.uint32]
Costs = npt.NDArray[np.int32]

_LANES = 32
_MATCH, _MISMATCH, _GAP, _SPACE = (np.int32(8 * cost) for cost in (1, 11, 10, 7))
_SHORT_GAP, _SHORT_SPACE = np.int32(10), np.int32(7)
"""Those of an abbreviation, an eighth of the others."""
_FAR = np.int32(1 << 28)


def letters_of(texts: Sequence[str]) -> tuple[Letters, Integers]:
    """Return all code points in one array, and where each text begins; last, where all end."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    return points, np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])


def distances(letters: Letters, begins: Integers, left: Integers, right: Integers) -> Floats:
    """Return the normalized distance of each pair of texts, by number; none is empty."""
    lengths = np.diff(begins)
    swapped = lengths[left] < lengths[right]
    longer, shorter = np.where(swapped, right, left), np.where(swapped, left, right)
    # Lanes beside each other end together where lengths are alike.
    order = np.argsort((lengths[longer] << 32) + lengths[shorter])
    longest = int(lengths.max(initial=1))
    eighths = np.empty(len(left), np.int64)
    _align(letters, begins, longer, shorter, order, longest, eighths)
    same = left == right
    eighths[same] = _MATCH * lengths[left[same]]
    whole = (lengths[left] + lengths[right]).astype(np.float32)
    return ((eighths / 8).astype(np.float32) / whole).astype(np.float64)


@compiled
def _align(  # noqa: PLR0913, PLR0917  # compiled code knows arrays, not records
    letters: Letters,
    begins: Integers,
    longer: Integers,
    shorter: Integers,
    order: Integers,
    longest: int,
    eighths: Integers,
) -> None:
    """Write eight times the cost of each pair, lanes of pairs at a time."""
    columns = np.zeros((longest, _LANES), np.uint32)
    rows = np.zeros((longest, _LANES), np.uint32)
    best = np.empty((longest, _LANES), np.int32)
    deleted = np.empty((longest, _LANES), np.int32)
    widths = np.empty(_LANES, np.int32)
    heights = np.empty(_LANES, np.int32)
    costs = np.empty(_LANES, np.int32)
    for first in range(0, len(order), _LANES):
        for lane in range(_LANES):
            # The last lanes of the last round repeat a pair.
            pair = order[min(first + lane, len(order) - 1)]
            widths[lane] = _write(letters, begins, longer[pair], columns, lane)
            heights[lane] = _write(letters, begins, shorter[pair], rows, lane)
        _step(columns, rows, widths, heights, best, deleted, costs)
        for lane in range(min(_LANES, len(order) - first)):
            eighths[order[first + lane]] = costs[lane]


@compiled
def _write(letters: Letters, begins: Integers, text: int, lanes: Letters, lane: int) -> int:
    begin, end = begins[text], begins[text + 1]
    for place in range(end - begin):
        lanes[place, lane] = letters[begin + place]
    return int(end - begin)


@compiled
def _step(  # noqa: PLR0913, PLR0917
    columns: Letters,
    rows: Letters,
    widths: Costs,
    heights: Costs,
    best: Costs,
    deleted: Costs,
    costs: Costs,
) -> None:
    """Fill the table of alignment of every lane, row by row; a cell is the cheapest of three ways.

    `best` is the cheapest way to each prefix of the longer text, `deleted` the cheapest that ends
    in a gap there, `inserted` the cheapest that ends in a gap of the shorter. Each sum is cut to 32
    bits at once, or the compiler would hold half as many lanes in one register.
    """
    diagonal = np.empty(_LANES, np.int32)
    inserted = np.empty(_LANES, np.int32)
    before = np.empty(_LANES, np.int32)
    for column in range(widths.max()):
        for lane in range(_LANES):
            best[column, lane] = _GAP + _SPACE * (column + 1)
            deleted[column, lane] = _FAR
    for row in range(heights.max()):
        for lane in range(_LANES):
            diagonal[lane] = 0 if row == 0 else _GAP + _SPACE * row
            before[lane] = _GAP + _SPACE * (row + 1)
            inserted[lane] = _FAR
        for column in range(widths.max()):
            for lane in range(_LANES):
                above = best[column, lane]
                gap = np.int32(min(deleted[column, lane], np.int32(above + _GAP)) + _SPACE)
                deleted[column, lane] = gap
                step = _MATCH if columns[column, lane] == rows[row, lane] else _MISMATCH
                aligned = min(gap, np.int32(diagonal[lane] + step))
                diagonal[lane] = above
                is_short = np.int32(column) >= heights[lane]
                opened = np.int32(before[lane] + (_SHORT_GAP if is_short else _GAP))
                space = _SHORT_SPACE if is_short else _SPACE
                inserted[lane] = np.int32(min(inserted[lane], opened) + space)
                before[lane] = min(inserted[lane], aligned)
                best[column, lane] = before[lane]
        for lane in range(_LANES):
            if heights[lane] == row + 1:
                costs[lane] = best[widths[lane] - 1, lane]
