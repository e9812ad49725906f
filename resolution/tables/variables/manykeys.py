"""Keys of many names at once: what a word shares is found once a word, not once a name.

Names in, a function out that gives the keys of a stretch of them, as Arrow strings. They are the
strings that the key function gives for each name by itself, in some order.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from resolution.alignment.spellings import split_names
from resolution.compiled import compiled
from resolution.tables.variables.base import Integers, PreparedKeys

MOST_WORDS = 7
"""A long name makes no more keys than its so many longest words do."""
_FIRST_ROOM = 1 << 10
_SPACE = pa.scalar(" ", pa.large_string())


@dataclass(frozen=True, slots=True)
class Parts:
    """What of its words a name shares."""

    says_little: Callable[[str], bool]
    """Words that count only where a name has no others."""
    of_word: Callable[[str], Sequence[str]]
    is_paired: bool


class _Words(NamedTuple):
    """Words by their numbers, which follow the alphabet."""

    little: npt.NDArray[np.bool_]
    lengths: Integers
    begins: Integers
    """Where a word's parts begin; one more than there are words."""
    parts: Integers


def prepared_keys(names: Sequence[str], parts: Parts) -> PreparedKeys:
    """Tell each distinct word's parts; the answer makes keys of them, name by name."""
    split = split_names(names)
    said = [parts.of_word(word) for word in split.spelled]
    spelled, numbers = _numbered(pa.array(chain.from_iterable(said), pa.large_string()))
    words = _Words(
        little=np.array([parts.says_little(word) for word in split.spelled], dtype=np.bool_),
        lengths=np.fromiter(map(len, split.spelled), np.int64, len(split.spelled)),
        begins=np.cumsum([0, *map(len, said)]),
        parts=numbers,
    )

    def keys(begin: int, end: int) -> tuple[Integers, pa.Array]:
        counts, left, right = _keys(
            split.starts[begin : end + 1], split.words, words, parts.is_paired
        )
        found = spelled.take(pa.array(left))
        if parts.is_paired:
            found = pc.binary_join_element_wise(found, spelled.take(pa.array(right)), _SPACE)
        return counts, found

    return keys


def _numbered(parts: pa.Array) -> tuple[pa.Array, Integers]:
    """Return the distinct parts in alphabetic order, and the number of each."""
    encoded = parts.dictionary_encode()
    order = pc.array_sort_indices(encoded.dictionary)
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order.to_numpy()] = np.arange(len(order))
    return encoded.dictionary.take(order), ranks[encoded.indices.to_numpy()]


@compiled
def _keys(  # noqa: C901
    starts: Integers, numbers: npt.NDArray[np.int32], words: _Words, is_paired: bool
) -> tuple[Integers, Integers, Integers]:
    """Return how many keys each name has, and the keys as numbers of parts, one or two each."""
    counts = np.zeros(len(starts) - 1, dtype=np.int64)
    left = np.empty(_FIRST_ROOM, dtype=np.int64)
    right = np.empty(_FIRST_ROOM, dtype=np.int64)
    telling = np.empty(MOST_WORDS, dtype=np.int64)
    parts = np.empty(_FIRST_ROOM, dtype=np.int64)
    filled = 0
    for name in range(len(counts)):
        own = numbers[starts[name] : starts[name + 1]]
        count = _choose(own, words, True, telling)
        if count == 0:
            count = _choose(own, words, False, telling)
        told, most = 0, 0
        for word in telling[:count]:
            most += words.begins[word + 1] - words.begins[word]
        if most > len(parts):
            parts = np.empty(2 * most, dtype=np.int64)
        for word in telling[:count]:
            for place in range(words.begins[word], words.begins[word + 1]):
                told = _insert(parts, told, words.parts[place])
        counts[name] = told * (told - 1) // 2 if is_paired else told
        while filled + counts[name] > len(left):
            left = np.append(left, np.empty_like(left))
            right = np.append(right, np.empty_like(right))
        for one in range(told):
            if not is_paired:
                left[filled] = parts[one]
                filled += 1
                continue
            for other in range(one + 1, told):
                left[filled], right[filled] = parts[one], parts[other]
                filled += 1
    return counts, left[:filled], right[:filled]


@compiled
def _choose(own: npt.NDArray[np.int32], words: _Words, is_choosy: bool, telling: Integers) -> int:
    """Note a name's longest words, of a length the first of the alphabet, each once."""
    count = 0
    for word in own:
        if is_choosy and words.little[word]:
            continue
        place, is_known = count, False
        while place > 0:
            other = telling[place - 1]
            is_known |= other == word
            longer = words.lengths[other] - words.lengths[word]
            if longer > 0 or (longer == 0 and other <= word):
                break
            place -= 1
        if is_known or place == MOST_WORDS:
            continue
        last = min(count, MOST_WORDS - 1)
        for moved in range(last, place, -1):
            telling[moved] = telling[moved - 1]
        telling[place] = word
        count = last + 1
    return count


@compiled
def _insert(parts: Integers, count: int, part: int) -> int:
    """Put a part in its place among those told so far, once; return how many there are."""
    place = count
    while place > 0 and parts[place - 1] >= part:
        place -= 1
    if place < count and parts[place] == part:
        return count
    for moved in range(count, place, -1):
        parts[moved] = parts[moved - 1]
    parts[place] = part
    return count + 1
