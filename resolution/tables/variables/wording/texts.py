"""The texts of a column as compiled code takes them: as numbers of words, and words as letters.

A column's distinct texts in, each a tuple of folded words; arrays out. A word is spelled, and what
is known of it found out, once for the column, however many texts have it.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from resolution.tables.records import Column
from resolution.tables.variables.base import Floats, Integers
from resolution.tables.variables.wording.codes import has_figure, is_code
from resolution.tables.variables.wording.folding import Words

Flags = npt.NDArray[np.bool_]


class Texts(NamedTuple):
    """All texts of a column by numbers, and what is known of each word."""

    starts: Integers
    """Text t has the words from starts[t] to starts[t + 1]."""
    words: Integers
    joined: Integers
    """For each place the word that this word and the next are if written as one; -1 for none."""
    letter_starts: Integers
    letters: npt.NDArray[np.uint32]
    """Of the distinct words, as code points."""
    alphabet: int
    """One more than the largest letter."""
    has_figure: Flags
    is_code: Flags
    rarity: Floats


def texts_of(column: Column) -> Texts:
    """Return the texts of a column of folded words."""
    texts: Sequence[Words] = column.values  # type: ignore[assignment]
    number: dict[str, int] = {}
    words = np.array(
        [number.setdefault(word, len(number)) for text in texts for word in text], dtype=np.int64
    )
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    sizes = np.fromiter(map(len, number), dtype=np.int64, count=len(number))
    letters = np.frombuffer("".join(number).encode("utf-32-le"), dtype=np.uint32)
    with_word = np.bincount(words, weights=np.repeat(column.counts, lengths), minlength=len(number))
    return Texts(
        starts=_starts(lengths),
        words=words,
        joined=np.fromiter(
            chain.from_iterable(_joined(text, number) for text in texts),
            dtype=np.int64,
            count=len(words),
        ),
        letter_starts=_starts(sizes),
        letters=letters,
        alphabet=int(letters.max(initial=0)) + 1,
        has_figure=np.fromiter(map(has_figure, number), dtype=bool, count=len(number)),
        is_code=np.fromiter(map(is_code, number), dtype=bool, count=len(number)),
        rarity=rarity(with_word, column),
    )


def rarity(counts: npt.ArrayLike, column: Column) -> Floats:
    """Return how rare each is among a column's records, 10 nats being 1.

    That is what agreeing on it adds to a match's log-odds.
    """
    rarest = math.log(max(int(column.counts.sum()), 2))
    return np.maximum(rarest - np.log(np.maximum(counts, 1.0)), 0.05 * rarest) / 10.0


def _starts(lengths: Integers) -> Integers:
    return np.concatenate([[0], np.cumsum(lengths)])


def _joined(text: Words, number: Mapping[str, int]) -> Iterator[int]:
    """Give for each word the one that it and the next would be, -1 where no text has it."""
    for one, following in pairwise(text):
        yield number.get(one + following, -1)
    if text:
        yield -1
