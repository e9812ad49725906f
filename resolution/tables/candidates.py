"""Blocks in, distinct pairs out: record by record, in order, as many at a time as one asks for.

For each record the others of its blocks are marked, so that no pair needs sorting or joining to be
told from those before it. Memory is that of the blocks and of one batch. Under a budget the largest
blocks are left out until the pairs fit: what many records share says least.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from resolution.compiled import compiled
from resolution.tables.blocks import Blocks
from resolution.tables.keys import Integers, Numbers

BATCH_PAIRS = 1 << 17
_MOST_REPEATS = 12
"""Blocks are looked into up to so many times the budget, pairs that several bring counted each
time: beyond, looking costs more than it finds."""


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
    codes: Numbers
    """A row for each record; two contradict, and are no pair, where both have a code other than 0
    in one place and these differ."""

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
                self.second_begins or 0, self.codes, seen, left, right,
            )  # fmt: skip
            yield begin, left[:filled].astype(np.int64), right[:filled].astype(np.int64)

    def of_records(self, drawn: Integers) -> tuple[Integers, Integers]:
        """Return the pairs that some records have with others."""
        begins, second = self.blocks.begins[: self.kept + 1], self.second_begins or 0
        of_records = _blocks_by_record(begins, self.blocks.records, self.size)
        seen = np.full(self.size, -1, dtype=np.int32)
        one, other = _partners(begins, self.blocks.records, *of_records, drawn, second, seen)
        return np.minimum(one, other), np.maximum(one, other)

    def all(self) -> tuple[Integers, Integers]:
        """Return left and right numbers of every pair, in order."""
        [(_, left, right)] = self.batches(most_pairs=self.count + 1)
        return left, right


def all_candidates(blocks: Blocks, size: int, second_begins: int | None) -> Candidates:
    """Return every pair that a block brings."""
    uncoded = np.zeros((size, 0), dtype=np.int32)
    return _counted(Candidates(size, second_begins, blocks, len(blocks), 0, uncoded), np.inf)


def candidates_within(found: Candidates, codes: Numbers, most_pairs: float) -> Candidates:
    """Leave out what contradicts, then the largest blocks, until at most so many pairs remain."""
    return _counted(replace(found, codes=codes), most_pairs)


def in_reach(blocks: Blocks, size: int, second_begins: int | None, most_pairs: float) -> Candidates:
    """Leave out the largest blocks that a budget could not reach; pairs are not counted yet."""
    brought = np.cumsum(_brought(blocks.begins, blocks.records, second_begins or 0))
    reach = int(np.searchsorted(brought, _MOST_REPEATS * most_pairs, side="right"))
    return Candidates(size, second_begins, blocks, reach, 0, np.zeros((size, 0), dtype=np.int32))


def _counted(found: Candidates, most_pairs: float) -> Candidates:
    begins, records = found.blocks.begins[: found.kept + 1], found.blocks.records
    first_right = found.second_begins or 0
    new = _new_pairs(
        begins, records, *_blocks_by_record(begins, records, found.size),
        found.second_begins or found.size, first_right, found.codes,
        np.full(found.size, -1, dtype=np.int32),
    )  # fmt: skip
    total = np.cumsum(new)
    kept = int(np.searchsorted(total, most_pairs, side="right"))
    return replace(found, kept=kept, count=int(total[kept - 1]) if kept else 0)


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
def contradict(codes: Numbers, left: int, right: int) -> bool:
    """Tell whether both have a code in some place, and not the same."""
    for place in range(codes.shape[1]):
        one, other = codes[left, place], codes[right, place]
        if one != other and min(abs(one), abs(other)) > 0:
            return True
    return False


@compiled
def _partners(  # noqa: PLR0913, PLR0917  # compiled code knows arrays, not records
    begins: Integers,
    records: Numbers,
    starts: Integers,
    blocks: Numbers,
    drawn: Integers,
    second_begins: int,
    seen: Numbers,
) -> tuple[Integers, Integers]:
    """Return each drawn record with every other that it shares a block with."""
    ones, others = [np.int64(0) for _ in range(0)], [np.int64(0) for _ in range(0)]
    for one in drawn:
        for own in range(starts[one], starts[one + 1]):
            block = blocks[own]
            for place in range(begins[block], begins[block + 1]):
                other = records[place]
                is_across = second_begins == 0 or (one < second_begins) != (other < second_begins)
                if other != one and seen[other] != one and is_across:
                    seen[other] = one
                    ones.append(np.int64(one))
                    others.append(np.int64(other))
    return np.array(ones, dtype=np.int64), np.array(others, dtype=np.int64)


@compiled
def _new_pairs(  # noqa: PLR0913, PLR0917  # compiled code knows arrays, not records
    begins: Integers,
    records: Numbers,
    starts: Integers,
    blocks: Numbers,
    end: int,
    first_right: int,
    codes: Numbers,
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
                    found[block] += not contradict(codes, left, right)
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
    codes: Numbers,
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
                    filled += not contradict(codes, left, right)
        lefts[first:filled] = left
        rights[first:filled] = np.sort(rights[first:filled])
        left += 1
    return left, filled
