"""What a run made of millions of keys, looked up for one pair: who has a key, whom blocks bring.

Sorted once, so that explaining hundreds of pairs does not read everything for each.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from resolution.tables.candidates import Candidates
from resolution.tables.keys import Hashes, Integers, Numbers, RecordKeys


class Brought:
    """The pairs that the rules of a model bring within its budget."""

    def __init__(self, candidates: Candidates) -> None:
        """Take what blocking found."""
        self._candidates = candidates

    def contradict(self, left: int, right: int) -> bool:
        """Whether two records are left out for what they say, to keep the budget."""
        return bool(self._parting(left, right))

    def is_parted_by(self, codes: Numbers, left: int, right: int) -> bool:
        """Whether these codes are among those that leave two records out."""
        kept = self._candidates.codes
        return any(np.array_equal(kept[:, one], codes) for one in self._parting(left, right))

    def share_a_block(self, left: int, right: int) -> bool:
        """Whether a key that the budget has room for brings two records together."""
        return not self._blocks_of(left).isdisjoint(self._blocks_of(right))

    def _parting(self, left: int, right: int) -> list[int]:
        """Return the places in which both have a code, and not the same."""
        one, other = self._candidates.codes[left], self._candidates.codes[right]
        found: list[int] = np.flatnonzero((one != 0) & (other != 0) & (one != other)).tolist()
        return found

    def _blocks_of(self, record: int) -> set[int]:
        """Return the blocks that a record is in and the budget has room for."""
        records, order = self._places
        begin, end = range_of(records, record)
        begins = self._candidates.blocks.begins
        blocks = np.searchsorted(begins, order[begin:end], "right") - 1
        return {int(block) for block in blocks if block < self._candidates.kept}

    @cached_property
    def _places(self) -> tuple[Numbers, Integers]:
        """The records of all blocks in ascending order, and where each stands among the blocks."""
        order = np.argsort(self._candidates.blocks.records, kind="stable")
        return self._candidates.blocks.records[order], order


@dataclass(frozen=True, slots=True)
class SortedKeys:
    """The keys of a rule, to be looked up by record and by key."""

    of_records: RecordKeys
    hashes: Hashes
    """In ascending order."""
    records: Numbers
    """The record that has each."""

    @classmethod
    def of(cls, keys: RecordKeys) -> "SortedKeys":
        """Sort the keys of a rule."""
        order = np.argsort(keys.hashes, kind="stable")
        return cls(keys, keys.hashes[order], keys.records[order])


def range_of(ascending: Numbers, wanted: int) -> tuple[int, int]:
    """Return where a number stands; of its own type, as numpy would convert the whole array."""
    one = ascending.dtype.type(wanted)
    begin, end = (int(np.searchsorted(ascending, one, side)) for side in ("left", "right"))
    return begin, end
