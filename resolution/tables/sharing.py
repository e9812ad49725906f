"""Pairs of records that share a block, found record by record, compiled.

For each record the others of its blocks are marked, so that no pair needs sorting or joining to be
told from those before it.
"""

from typing import NamedTuple

import numpy as np

from resolution.compiled import compiled
from resolution.tables.keys import Integers, Numbers


class Shelves(NamedTuple):
    """Blocks, the smallest first, and for each record those that it is in."""

    begins: Integers
    """Block b has the records from begins[b] to begins[b + 1], in ascending order."""
    records: Numbers
    starts: Integers
    """Record r is in the blocks from starts[r] to starts[r + 1], the smallest first."""
    blocks: Numbers
    second_begins: int
    """The first record of the second table, 0 where there is one table."""


class Batch(NamedTuple):
    """Room for pairs, by left and right number."""

    left: Numbers
    right: Numbers


@compiled
def brought(begins: Integers, records: Numbers, second_begins: int) -> Integers:
    """Return how many pairs each block brings by itself."""
    found = np.empty(len(begins) - 1, dtype=np.int64)
    for block in range(len(found)):
        begin, end = begins[block], begins[block + 1]
        lefts = 0
        while begin + lefts < end and records[begin + lefts] < second_begins:
            lefts += 1
        size = end - begin
        found[block] = lefts * (size - lefts) if second_begins else size * (size - 1) // 2
    return found


@compiled
def shelved(begins: Integers, records: Numbers, size: int, second_begins: int) -> Shelves:
    """Return the blocks of so many records."""
    starts = np.zeros(size + 1, dtype=np.int64)
    for place in range(begins[-1]):
        starts[records[place] + 1] += 1
    starts = np.cumsum(starts)
    filled = starts[:-1].copy()
    blocks = np.empty(begins[-1], dtype=np.int32)
    for block in range(len(begins) - 1):
        for place in range(begins[block], begins[block + 1]):
            record = records[place]
            blocks[filled[record]] = block
            filled[record] += 1
    return Shelves(begins, records, starts, blocks, second_begins)


@compiled
def contradict(codes: Numbers, left: int, right: int) -> bool:
    """Tell whether both have a code in some place, and not the same."""
    for place in range(codes.shape[1]):
        one, other = codes[left, place], codes[right, place]
        if one != other and min(abs(one), abs(other)) > 0:
            return True
    return False


@compiled
def partners(shelves: Shelves, drawn: Integers, seen: Numbers) -> tuple[Integers, Integers]:
    """Return each drawn record with every other that it shares a block with."""
    second = shelves.second_begins
    ones, others = [np.int64(0) for _ in range(0)], [np.int64(0) for _ in range(0)]
    for one in drawn:
        for own in range(shelves.starts[one], shelves.starts[one + 1]):
            block = shelves.blocks[own]
            for place in range(shelves.begins[block], shelves.begins[block + 1]):
                other = shelves.records[place]
                is_across = second == 0 or (one < second) != (other < second)
                if other != one and seen[other] != one and is_across:
                    seen[other] = one
                    ones.append(np.int64(one))
                    others.append(np.int64(other))
    return np.array(ones, dtype=np.int64), np.array(others, dtype=np.int64)


@compiled
def new_pairs(shelves: Shelves, end: int, codes: Numbers, seen: Numbers) -> Integers:
    """Return for each block the pairs, of records before `end`, that no smaller one brings."""
    found = np.zeros(len(shelves.begins) - 1, dtype=np.int64)
    for left in range(end):
        for own in range(shelves.starts[left], shelves.starts[left + 1]):
            block = shelves.blocks[own]
            for place in range(_after(shelves, block, left), shelves.begins[block + 1]):
                right = shelves.records[place]
                if seen[right] != left:
                    seen[right] = left
                    found[block] += not contradict(codes, left, right)
    return found


@compiled
def fill(  # noqa: PLR0913, PLR0917
    shelves: Shelves,
    begin: int,
    end: int,
    most_pairs: int,
    codes: Numbers,
    seen: Numbers,
    batch: Batch,
) -> tuple[int, int]:
    """Write pairs from one record on; return the next record and how many were written."""
    filled, left = 0, begin
    while left < end and filled < most_pairs:
        first = filled
        for own in range(shelves.starts[left], shelves.starts[left + 1]):
            block = shelves.blocks[own]
            for place in range(_after(shelves, block, left), shelves.begins[block + 1]):
                right = shelves.records[place]
                if seen[right] != left:
                    seen[right] = left
                    batch.right[filled] = right
                    filled += not contradict(codes, left, right)
        batch.left[first:filled] = left
        batch.right[first:filled] = np.sort(batch.right[first:filled])
        left += 1
    return left, filled


@compiled
def _after(shelves: Shelves, block: int, left: int) -> int:
    """Return the place of the block's first record that may stand to the right of another."""
    lowest = max(left + 1, shelves.second_begins)
    low, high = shelves.begins[block], shelves.begins[block + 1]
    while low < high:
        middle = (low + high) // 2
        if shelves.records[middle] < lowest:
            low = middle + 1
        else:
            high = middle
    return int(low)
