"""Keys of every record by every predicate, as numbers; blocks and their sizes.

A key function is asked once for each distinct value. Keys of a conjunction are pairs of numbers in
one number, so that any two predicates can be combined without looking at a text again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from resolution.tables.model import Predicate
from resolution.tables.records import MISSING, Column, Records
from resolution.tables.variables import Integers, KeyFunction, Variable


@dataclass(frozen=True, slots=True)
class Keys:
    """What records share: one row for each record and key it has, ordered by record."""

    records: npt.NDArray[np.int32]
    keys: Integers
    count: int
    """Keys are below this number."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Records in order of their key; a block is a key's stretch of them."""

    records: npt.NDArray[np.int32]
    starts: Integers
    sizes: Integers
    pairs: Integers
    """Candidate pairs in each block: with two tables only those across."""


def keys_by_predicate(
    records: Records, variables: Sequence[Variable]
) -> Iterator[tuple[Predicate, Keys]]:
    """Yield every predicate of every variable with the keys it gives."""
    for variable in variables:
        column = records.columns.get(variable.name)
        for name, function in variable.predicates.items():
            if column is not None:
                yield Predicate(variable.name, name), keys_of(column, function)


def keys_of(column: Column, function: KeyFunction) -> Keys:
    """Return each record's keys by one function of its value."""
    number: dict[str, int] = {}
    by_value = [
        [number.setdefault(key, len(number)) for key in dict.fromkeys(function(value))]
        for value in column.values
    ]
    lengths = np.fromiter(map(len, by_value), dtype=np.int64, count=len(by_value))
    flat = np.array([key for keys in by_value for key in keys], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    known = np.flatnonzero(column.numbers != MISSING)
    values = column.numbers[known]
    records, places = _spread(known, starts[values], lengths[values])
    return Keys(records, flat[places], max(len(number), 1))


def combined(one: Keys, other: Keys, size: int) -> Keys:
    """Return the keys of a conjunction: each of one with each of the other, record by record."""
    counts = np.bincount(other.records, minlength=size)
    starts = np.concatenate([[0], np.cumsum(counts)])
    rows, places = _spread(np.arange(len(one.records)), starts[one.records], counts[one.records])
    return Keys(
        one.records[rows],
        one.keys[rows] * other.count + other.keys[places],
        one.count * other.count,
    )


def _spread(
    sources: Integers, starts: Integers, lengths: Integers
) -> tuple[npt.NDArray[np.int32], Integers]:
    """Repeat each source once for each of its places, places counting from its start."""
    total = int(lengths.sum())
    ends = np.cumsum(lengths)
    places = np.arange(total) - np.repeat(ends - lengths, lengths) + np.repeat(starts, lengths)
    return np.repeat(sources, lengths).astype(np.int32), places


def blocks_of(keys: Keys, second_begins: int | None) -> Blocks:
    """Return the blocks that hold a pair."""
    order = np.argsort(keys.keys, kind="stable")
    by_key, records = keys.keys[order], keys.records[order]
    starts = np.flatnonzero(np.concatenate([[True], by_key[1:] != by_key[:-1]])[: len(by_key)])
    sizes = np.diff(np.append(starts, len(by_key)))
    if second_begins is None:
        pairs = sizes * (sizes - 1) // 2
    else:
        in_first = np.concatenate([[0], np.cumsum(records < second_begins)])
        first = in_first[starts + sizes] - in_first[starts]
        pairs = first * (sizes - first)
    useful = pairs > 0
    return Blocks(records, starts[useful], sizes[useful], pairs[useful])


def pairs_of(
    blocks: Blocks, chosen: npt.NDArray[np.bool_], second_begins: int | None
) -> tuple[Integers, Integers, Integers]:
    """Return left, right and size of the block of each pair in the chosen blocks."""
    lefts, rights, sizes = [], [], []
    for size in np.unique(blocks.sizes[chosen]):
        starts = blocks.starts[chosen & (blocks.sizes == size)]
        members = np.sort(blocks.records[starts[:, None] + np.arange(size)], axis=1)
        one, other = np.triu_indices(size, 1)
        left, right = members[:, one].ravel(), members[:, other].ravel()
        if second_begins is not None:
            across = (left < second_begins) & (right >= second_begins)
            left, right = left[across], right[across]
        lefts.append(left)
        rights.append(right)
        sizes.append(np.full(len(left), size))
    empty = [np.empty(0, dtype=np.int64)]
    left, right, size = (
        np.concatenate([*empty, *parts]).astype(np.int64) for parts in (lefts, rights, sizes)
    )
    return left, right, size
