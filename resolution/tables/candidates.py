"""Blocks in, distinct pairs out: record by record, in order, as many at a time as one asks for.

Memory is that of the blocks and of one batch. Under a budget the largest blocks are left out until
the pairs fit: what many records share says least.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from resolution.tables.blocks import Blocks
from resolution.tables.keys import Integers, Numbers
from resolution.tables.sharing import Batch, Shelves, brought, fill, new_pairs, partners, shelved

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
        left, right = np.empty((2, most_pairs + self.size), dtype=np.int32)
        seen = self._unseen()
        shelves, end = self._shelves(), self._end
        while begin < end:
            begin, filled = fill(
                shelves, begin, end, most_pairs, self.codes, seen, Batch(left, right)
            )
            yield begin, left[:filled].astype(np.int64), right[:filled].astype(np.int64)

    def of_records(self, drawn: Integers) -> tuple[Integers, Integers]:
        """Return the pairs that some records have with others."""
        one, other = partners(self._shelves(), drawn, self._unseen())
        return np.minimum(one, other), np.maximum(one, other)

    def all(self) -> tuple[Integers, Integers]:
        """Return left and right numbers of every pair, in order."""
        [(_, left, right)] = self.batches(most_pairs=self.count + 1)
        return left, right

    def counted(self, most_pairs: float) -> "Candidates":
        """Leave out the largest blocks until at most so many pairs remain, and count these."""
        new = new_pairs(self._shelves(), self._end, self.codes, self._unseen())
        total = np.cumsum(new)
        kept = int(np.searchsorted(total, most_pairs, side="right"))
        return replace(self, kept=kept, count=int(total[kept - 1]) if kept else 0)

    @property
    def _end(self) -> int:
        """The first record that stands to the left of no other."""
        return self.size if self.second_begins is None else self.second_begins

    def _shelves(self) -> Shelves:
        begins = self.blocks.begins[: self.kept + 1]
        return shelved(begins, self.blocks.records, self.size, self.second_begins or 0)

    def _unseen(self) -> Numbers:
        return np.full(self.size, -1, dtype=np.int32)


def all_candidates(blocks: Blocks, size: int, second_begins: int | None) -> Candidates:
    """Return every pair that a block brings."""
    uncoded = np.zeros((size, 0), dtype=np.int32)
    return Candidates(size, second_begins, blocks, len(blocks), 0, uncoded).counted(np.inf)


def candidates_within(found: Candidates, codes: Numbers, most_pairs: float) -> Candidates:
    """Leave out what contradicts, then the largest blocks, until at most so many pairs remain."""
    return replace(found, codes=codes).counted(most_pairs)


def in_reach(blocks: Blocks, size: int, second_begins: int | None, most_pairs: float) -> Candidates:
    """Leave out the largest blocks that a budget could not reach; pairs are not counted yet."""
    found = np.cumsum(brought(blocks.begins, blocks.records, second_begins or 0))
    reach = int(np.searchsorted(found, _MOST_REPEATS * most_pairs, side="right"))
    return Candidates(size, second_begins, blocks, reach, 0, np.zeros((size, 0), dtype=np.int32))
