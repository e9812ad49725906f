"""Key functions in, the keys of every record out, as 64-bit hashes.

Keys are made once for each distinct value; a compound rule's are combined from those of its parts.
Hashes stand for the strings, which would not fit in memory for a million records. Where two keys
have one hash, records are compared that need not be, and their scores part them: nothing is lost.
Among a hundred million keys that happens once in some thousands of runs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from resolution.compiled import compiled
from resolution.tables.records import MISSING, Column
from resolution.tables.variables.base import KeyFunction, ManyKeys, PreparedKeys, keys_of_missing

Hashes = npt.NDArray[np.uint64]
Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]

_BATCH_VALUES = 50_000
# FNV-1a's parameters, and the factors of MurmurHash3's last step, by which any bit changes all.
_BASIS = np.uint64(0xCBF29CE484222325)
_PRIME = np.uint64(0x100000001B3)
_FIRST_MIX = np.uint64(0xFF51AFD7ED558CCD)
_SECOND_MIX = np.uint64(0xC4CEB9FE1A85EC53)
_HALF = np.uint64(33)


@dataclass(frozen=True, slots=True)
class ValueKeys:
    """The keys of a column's values: of value v those from begins[v] to begins[v + 1].

    The last value stands for none: a predicate may give keys to records without a value.
    """

    numbers: Numbers
    """For each record the number of its value, MISSING where it has none."""
    begins: Integers
    hashes: Hashes


@dataclass(frozen=True, slots=True)
class RecordKeys:
    """Key after key, the record that has it; records ascend."""

    records: Numbers
    hashes: Hashes


def value_keys(column: Column, name: str, function: KeyFunction) -> ValueKeys:
    """Call a key function, known by a name, once for each distinct value."""
    counts: list[Integers] = [np.zeros(1, dtype=np.int64)]
    hashes: list[Hashes] = []
    prepared = (
        function.prepared(column.values)
        if isinstance(function, ManyKeys)
        else _one_by_one(column.values, function)
    )
    of_missing = _one_by_one((None,), lambda _: keys_of_missing(name))
    size = len(column.values)
    batches = (
        prepared(begin, min(begin + _BATCH_VALUES, size)) for begin in range(0, size, _BATCH_VALUES)
    )
    for of_each, keys in chain(batches, [of_missing(0, 1)]):
        counts.append(of_each)
        hashes.append(hashed(keys))
    return ValueKeys(column.numbers, np.cumsum(np.concatenate(counts)), np.concatenate(hashes))


def hashed(keys: pa.Array) -> Hashes:
    """Return the hash of each string of an array of large strings."""
    _, offsets, text = keys.buffers()
    begins = np.frombuffer(offsets, dtype=np.int64)[: len(keys) + 1]
    return _fnv(begins, np.frombuffer(text or b"", dtype=np.uint8))


def record_keys(parts: Sequence[ValueKeys], size: int) -> RecordKeys:
    """Return each record's keys under a rule: one of each part, in every combination."""
    found = RecordKeys(np.arange(size, dtype=np.int32), np.full(size, _BASIS))
    for part in parts:
        found = RecordKeys(
            *_combined(found.records, found.hashes, part.numbers, part.begins, part.hashes)
        )
    return found


def _one_by_one(values: Sequence[object], function: KeyFunction) -> PreparedKeys:
    """Return a function that gives the keys of a stretch of the values."""

    def keys(begin: int, end: int) -> tuple[Integers, pa.Array]:
        found = [tuple(function(value)) for value in values[begin:end]]
        counts = np.fromiter(map(len, found), np.int64, len(found))
        return counts, pa.array(chain.from_iterable(found), pa.large_string())

    return keys


@compiled
def _fnv(begins: Integers, text: npt.NDArray[np.uint8]) -> Hashes:
    hashes = np.empty(len(begins) - 1, dtype=np.uint64)
    for key in range(len(hashes)):
        found = _BASIS
        for place in range(begins[key], begins[key + 1]):
            found = (found ^ np.uint64(text[place])) * _PRIME
        hashes[key] = _mixed(found)
    return hashes


@compiled
def _combined(
    records: Numbers, hashes: Hashes, numbers: Numbers, begins: Integers, parts: Hashes
) -> tuple[Numbers, Hashes]:
    """Return every key so far combined with every key of one more part."""
    none = len(begins) - 2
    total = 0
    for record in records:
        value = none if numbers[record] == MISSING else numbers[record]
        total += begins[value + 1] - begins[value]
    found_records = np.empty(total, dtype=np.int32)
    found_hashes = np.empty(total, dtype=np.uint64)
    filled = 0
    for key in range(len(records)):
        record = records[key]
        value = none if numbers[record] == MISSING else numbers[record]
        for part in range(begins[value], begins[value + 1]):
            found_records[filled] = record
            found_hashes[filled] = _mixed(hashes[key] ^ parts[part]) * _PRIME
            filled += 1
    return found_records, found_hashes


@compiled
def _mixed(found: np.uint64) -> np.uint64:
    """Let each bit bear on every other."""
    found = (found ^ (found >> _HALF)) * _FIRST_MIX
    found = (found ^ (found >> _HALF)) * _SECOND_MIX
    return found ^ (found >> _HALF)
