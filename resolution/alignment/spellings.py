"""Folded names laid out as arrays for the compiled alignment.

Names in, as plain words with single spaces; words numbered in alphabetic order out, with what a
caller says of each word: its weight, its rarity, whether it names a part. The letters stay where
Arrow has split them: nothing here walks over names one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from resolution.alignment.names import (
    ABSENT,
    HEAD,
    HEAD_LETTERS,
    INITIAL,
    KIND,
    LENGTH,
    MASK,
    MOST_LETTERS,
    NICKNAMES,
    NUMBER,
    SKELETON,
    Floats,
    Integers,
    Letters,
    Numbers,
    Spellings,
)
from resolution.blocking.keys import skeleton

_SHORTEST_SKELETON = 3
_BITS = np.zeros(256, dtype=np.int64)
_BITS[ord("a") : ord("z") + 1] = 1 << np.arange(26)
_BITS[ord("0") : ord("9") + 1] = 1 << np.arange(26, 36)


@dataclass(frozen=True, slots=True)
class SplitNames:
    """Names split into words: where each name's begin, their numbers and letters."""

    starts: Integers
    words: Numbers
    places: Numbers
    letters: Letters
    begins: Integers
    """For each name, where its letters begin; one more than there are names."""
    spelled: list[str]
    """The distinct words in alphabetic order."""

    def totals(self, counts: Integers) -> Floats:
        """Return in how many records each word stands, given each name's."""
        per_word = np.repeat(counts, np.diff(self.starts))
        return np.bincount(
            self.words, weights=per_word.astype(np.float64), minlength=len(self.spelled)
        ).astype(np.float64)


@dataclass(frozen=True, slots=True)
class WordFacts:
    """What a caller knows of each distinct word."""

    weights: Floats
    rarities: Floats
    parts: Floats
    kinds: Sequence[int]
    nicknames: Sequence[Sequence[int]] = ()


def split_names(names: Sequence[str]) -> SplitNames:
    """Split names at their spaces."""
    lists = pc.split_pattern(pa.array(names, pa.string()), " ")
    flat, offsets = lists.flatten(), lists.offsets.to_numpy().astype(np.int64)
    places = np.frombuffer(flat.buffers()[1], np.int32)[flat.offset : flat.offset + len(flat) + 1]
    begins = places[offsets].astype(np.int64)
    kept = np.flatnonzero(np.diff(places))
    if len(kept) < len(flat):
        offsets = np.searchsorted(kept, offsets)
    encoded = flat.dictionary_encode()
    dictionary, numbers = encoded.dictionary, encoded.indices.to_numpy()
    order = pc.array_sort_indices(dictionary).to_numpy()
    ranks = np.empty(len(order), dtype=np.int32)
    spelled = dictionary.take(pa.array(order)).to_pylist()
    if spelled and not spelled[0]:
        spelled, order = spelled[1:], order[1:]
    ranks[order] = np.arange(len(order), dtype=np.int32)
    return SplitNames(
        starts=offsets,
        words=ranks[numbers[kept]],
        places=places[:-1][kept],
        letters=np.frombuffer(flat.buffers()[2] or b"", np.uint8),
        begins=begins,
        spelled=spelled,
    )


def kind(word: str) -> int:
    """Tell initials and numbers from other words."""
    if word.isalpha():
        return INITIAL if len(word) == 1 else 0
    return NUMBER


def spellings_of(split: SplitNames, facts: WordFacts) -> Spellings:
    """Return the arrays that names are aligned with."""
    words = split.spelled
    width = max(map(len, facts.nicknames), default=0) + 1
    told = np.full((len(words), NICKNAMES + width), ABSENT, dtype=np.int64)
    told[:, LENGTH] = [min(len(word), MOST_LETTERS) for word in words]
    told[:, MASK] = _masks(words)
    told[:, HEAD] = [_head(word) for word in words]
    told[:, SKELETON] = _skeletons(words)
    told[:, KIND] = facts.kinds
    for row, groups in enumerate(facts.nicknames):
        told[row, NICKNAMES : NICKNAMES + len(groups)] = groups
    return Spellings(
        letters=split.letters,
        places=split.places,
        starts=split.starts,
        words=split.words,
        facts=told,
        counts=np.column_stack([facts.weights, facts.rarities, facts.parts]),
    )


def _head(word: str) -> int:
    """Return the first letters as one number, the first of all the highest."""
    return int.from_bytes(word[:HEAD_LETTERS].encode().ljust(HEAD_LETTERS, b"\0"))


def _masks(words: Sequence[str]) -> Integers:
    if not words:
        return np.zeros(0, dtype=np.int64)
    letters = np.frombuffer("".join(words).encode(), np.uint8)
    lengths = np.array([len(word) for word in words], dtype=np.int64)
    return np.bitwise_or.reduceat(_BITS[letters], np.cumsum(lengths) - lengths)


def _skeletons(words: Sequence[str]) -> Integers:
    """Give each skeleton a number; one too short to tell words apart is a word's own."""
    bones = [skeleton(word) for word in words]
    number = {bone: position for position, bone in enumerate(dict.fromkeys(bones))}
    return np.array(
        [
            number[bone] if len(bone) >= _SHORTEST_SKELETON else -2 - position
            for position, bone in enumerate(bones)
        ],
        dtype=np.int64,
    )
