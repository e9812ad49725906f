"""Keys in, blocks out: the records that share a key of a rule, the smallest blocks first.

Blocks are numbered by size, rule and key, so that a budget that leaves out the largest keeps those
below a number. Rules count apart: a key of one is never that of another.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from resolution.compiled import compiled
from resolution.tables.keys import Hashes, Integers, Numbers, RecordKeys, record_keys, value_keys
from resolution.tables.model import Rule
from resolution.tables.records import Records
from resolution.tables.variables import Variable

_MOST_SLOTS = 1 << 26


@dataclass(frozen=True, slots=True)
class Blocks:
    """Block b has the records from begins[b] to begins[b + 1], in ascending order."""

    begins: Integers
    records: Numbers
    rules: npt.NDArray[np.int16]
    """For each block the number of its rule."""
    crowded: tuple[int, ...]
    """For each rule, how many keys more records share than it allows: they bring no pairs."""

    def __len__(self) -> int:
        """Return how many blocks there are."""
        return len(self.rules)

    @property
    def sizes(self) -> Integers:
        """How many records each block has."""
        return np.diff(self.begins)


def blocks_of(records: Records, variables: Sequence[Variable], rules: Sequence[Rule]) -> Blocks:
    """Return the blocks that bring pairs: two records or more, with two tables some of each."""
    functions = {(one.name, name): key for one in variables for name, key in one.predicates.items()}
    keys = {
        predicate: value_keys(
            records.columns[predicate.variable],
            predicate.function,
            functions[predicate.variable, predicate.function],
        )
        for predicate in dict.fromkeys(one for rule in rules for one in rule.predicates)
    }
    found = []
    for rule in rules:
        of_rule = record_keys([keys[one] for one in rule.predicates], len(records))
        found.append(_blocks(of_rule, rule.most_records, records.second_begins))
    return _joined(found)


@dataclass(frozen=True, slots=True)
class _OfRule:
    sizes: Integers
    records: Numbers
    crowded: int


def _blocks(keys: RecordKeys, most_records: int | None, second_begins: int | None) -> _OfRule:
    """Return one rule's blocks by hash."""
    slots = min(_MOST_SLOTS, 1 << max(10, (4 * len(keys.hashes)).bit_length()))
    shared = _perhaps_shared(keys.hashes, slots.bit_length() - 1)
    hashes, records = keys.hashes[shared], keys.records[shared]
    order = np.argsort(hashes, kind="stable")
    hashes, records = hashes[order], records[order]
    is_new = np.ones(len(hashes), dtype=np.bool_)
    is_new[1:] = hashes[1:] != hashes[:-1]
    is_twice = np.zeros(len(hashes), dtype=np.bool_)
    is_twice[1:] = ~is_new[1:] & (records[1:] == records[:-1])
    records, is_new = records[~is_twice], is_new[~is_twice]
    begins = np.flatnonzero(is_new)
    sizes = np.diff(np.append(begins, len(records)))
    is_useful = sizes > 1
    if second_begins is not None:
        ends = begins + sizes - 1
        is_useful = (records[begins] < second_begins) & (records[ends] >= second_begins)
    is_crowded = is_useful & (sizes > (most_records or len(records)))
    kept = is_useful & ~is_crowded
    return _OfRule(sizes[kept], records[np.repeat(kept, sizes)], int(is_crowded.sum()))


@compiled
def _perhaps_shared(hashes: Hashes, bits: int) -> npt.NDArray[np.bool_]:
    """Tell the keys apart that only one record has: most of them, and cheaper told than sorted."""
    shift = np.uint64(64 - bits)
    seen = np.zeros(1 << bits, dtype=np.uint8)
    for one in hashes:
        slot = one >> shift
        seen[slot] = min(seen[slot] + 1, 2)
    answer = np.empty(len(hashes), dtype=np.bool_)
    for key in range(len(hashes)):
        answer[key] = seen[hashes[key] >> shift] > 1
    return answer


def _joined(found: Sequence[_OfRule]) -> Blocks:
    """Return all rules' blocks in the order of their sizes."""
    nothing = np.zeros(0, dtype=np.int64)
    sizes = np.concatenate([nothing, *(one.sizes for one in found)])
    records = np.concatenate([nothing.astype(np.int32), *(one.records for one in found)])
    rules = np.repeat(np.arange(len(found), dtype=np.int16), [len(one.sizes) for one in found])
    order = np.argsort(sizes, kind="stable")
    begins = np.append(0, np.cumsum(sizes[order]))
    moved = _moved(records, np.append(0, np.cumsum(sizes)), order, begins)
    return Blocks(begins, moved, rules[order], tuple(one.crowded for one in found))


@compiled
def _moved(records: Numbers, begins: Integers, order: Integers, new_begins: Integers) -> Numbers:
    moved = np.empty_like(records)
    for block in range(len(order)):
        begin = begins[order[block]]
        size = new_begins[block + 1] - new_begins[block]
        moved[new_begins[block] : new_begins[block + 1]] = records[begin : begin + size]
    return moved
