"""Pairs of values in, each distinct pair once out: many pairs of records share their values.

A hash table of open addressing, since sorting the pairs of each field would cost more than many a
comparison; which of two values stands left does not matter.
"""

import numpy as np

from resolution.compiled import compiled
from resolution.tables.records import Numbers

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


@compiled
def distinct_pairs(left: Numbers, right: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return smaller and larger of each distinct pair, and for each pair the place of its own.

    A pair with a MISSING side (below 0) has the place -1.
    """
    bits = 4
    while (1 << bits) < 2 * len(left):
        bits += 1
    shift, mask = np.uint64(64 - bits), (1 << bits) - 1
    slots = np.full(1 << bits, -1, np.int32)
    places = np.empty(len(left), np.int32)
    smaller = np.empty(len(left), np.int32)
    larger = np.empty(len(left), np.int32)
    count = 0
    for pair in range(len(left)):
        one, other = left[pair], right[pair]
        if one < 0 or other < 0:
            places[pair] = -1
            continue
        if one > other:
            one, other = other, one
        slot = np.int64((((np.uint64(one) << np.uint64(32)) | np.uint64(other)) * _GOLDEN) >> shift)
        while slots[slot] >= 0:
            held = slots[slot]
            if smaller[held] == one and larger[held] == other:
                break
            slot = (slot + 1) & mask
        if slots[slot] < 0:
            slots[slot] = count
            smaller[count], larger[count] = one, other
            count += 1
        places[pair] = slots[slot]
    return smaller[:count].copy(), larger[:count].copy(), places
