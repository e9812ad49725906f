"""Blocks in, distinct pairs out: record by record, in order, as many at a time as one asks for.

For each record the others of its blocks are marked, so that no pair needs sorting or joining to be
told from those before it. Memory is that of the blocks and of one batch. Under a budget the largest
blocks are left out until the pairs fit: what many records share says least.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from resolution.compiled import compiled
from resolution.tables.blocks import Blocks
from resolution.tables.keys import Integers, Numbers

BATCH_PAIRS = 1 << 17
_MOST_REPEATS = 8
"""Pairs are counted, repeated ones with them, to so many times the budget and no further."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pairs of records that a budget's worth of blocks brings."""

    size: int
    """How many records there are."""
    second_begins: int | None
    blocks: Blocks
    kept: int
    """How many of the blocks, from the smallest, bring pairs; the others exceed the budget."""
    count: int
    """How many distinct pairs there are."""

    def batches(
        self, begin: int = 0, most_pairs: int = BATCH_PAIRS
    ) -> Iterator[tuple[int, Integers, Integers]]:
        """Give the record to go on from, and left and right numbers of pairs, in order.

        A record's pairs are not parted, so that a batch may be larger by those of one record.
        """
        end = self.size if self.second_begins is None else self.second_begins
        begins = self.blocks.begins[: self.kept + 1]
        of_records = _blocks_by_record(begins, self.blocks.records, self.size)
        left, right = np.empty((2, most_pairs + self.size), dtype=np.int32)
        seen = np.full(self.size, -1, dtype=np.int32)
        while begin < end:
            begin, filled = _fill(
                begins, self.blocks.records, *of_records, begin, end, most_pairs,
                self.second_begins or 0, seen, left, right,
            )  # fmt: skip
            yield begin, left[:filled].astype(np.int64), right[:filled].astype(np.int64)

    def all(self) -> tuple[Integers, Integers]:
        """Return left and right numbers of every pair, in order."""
        [(_, left, right)] = self.batches(most_pairs=self.count + 1)
        return left, right


def candidates(
    blocks: Blocks, size: int, second_begins: int | None, pairs_per_record: float | None
) -> Candidates:
    """Leave out the largest blocks until at most so many pairs a record remain."""
    first_right = second_begins or 0
    end = size if second_begins is None else second_begins
    reach = len(blocks)
    if pairs_per_record is not None:
        brought = _brought(blocks.begins, blocks.records, first_right)
        most = _MOST_REPEATS * pairs_per_record * size
        reach = int(np.searchsorted(np.cumsum(brought), most, side="right"))
    begins = blocks.begins[: reach + 1]
    of_records = _blocks_by_record(begins, blocks.records, size)
    seen = np.full(size, -1, dtype=np.int32)
    total = np.cumsum(_new_pairs(begins, blocks.records, *of_records, end, first_right, seen))
    kept = reach
    if pairs_per_record is not None:
        kept = int(np.searchsorted(total, pairs_per_record * size, side="right"))
    return Candidates(size, second_begins, blocks, kept, int(total[kept - 1]) if kept else 0)


@compiled
def _brought(begins: Integers, records: Numbers, first_right: int) -> Integers:
    """Return how many pairs each block brings by itself."""
    brought = np.empty(len(begins) - 1, dtype=np.int64)
    for block in range(len(brought)):
        begin, end = begins[block], begins[block + 1]
        lefts = 0
        while begin + lefts < end and records[begin + lefts] < first_right:
            lefts += 1
        size = end - begin
        brought[block] = lefts * (size - lefts) if first_right else size * (size - 1) // 2
    return brought


@compiled
def _blocks_by_record(begins: Integers, records: Numbers, size: int) -> tuple[Integers, Numbers]:
    """Return where each record's blocks begin, and the blocks, the smallest first."""
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
    return starts, blocks


@compiled
def _after(begins: Integers, records: Numbers, block: int, lowest: int) -> int:
    """Return the place of the block's first record that is not below `lowest`."""
    low, high = begins[block], begins[block + 1]
    while low < high:
        middle = (low + high) // 2
        if records[middle] < lowest:
            low = middle + 1
        else:
            high = middle
    return int(low)


@compiled
def _new_pairs(  # noqa: PLR0913, PLR0917  # compiled code knows arrays, not records
    begins: Integers,
    records: Numbers,
    starts: Integers,
    blocks: Numbers,
    end: int,
    first_right: int,
    seen: Numbers,
) -> Integers:
    """Return for each block the pairs that no smaller one brings."""
    found = np.zeros(len(begins) - 1, dtype=np.int64)
    for left in range(end):
        for own in range(starts[left], starts[left + 1]):
            block = blocks[own]
            after = _after(begins, records, block, max(left + 1, first_right))
            for place in range(after, begins[block + 1]):
                right = records[place]
                if seen[right] != left:
                    seen[right] = left
                    found[block] += 1
    return found


@compiled
def _fill(  # noqa: PLR0913, PLR0917
    begins: Integers,
    records: Numbers,
    starts: Integers,
    blocks: Numbers,
    begin: int,
    end: int,
    most_pairs: int,
    first_right: int,
    seen: Numbers,
    lefts: Numbers,
    rights: Numbers,
) -> tuple[int, int]:
    """Write pairs from one record on; return the next record and how many were written."""
    filled, left = 0, begin
    while left < end and filled < most_pairs:
        first = filled
        for own in range(starts[left], starts[left + 1]):
            block = blocks[own]
            after = _after(begins, records, block, max(left + 1, first_right))
            for place in range(after, begins[block + 1]):
                right = records[place]
                if seen[right] != left:
                    seen[right] = left
                    rights[filled] = right
                    filled += 1
        lefts[first:filled] = left
        rights[first:filled] = np.sort(rights[first:filled])
        left += 1
    return left, filled
