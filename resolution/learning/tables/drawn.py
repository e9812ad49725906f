"""The pairs that a draw of records has with all others, and what finds them.

Flows in: blocks of the whole table, and which records are drawn. Flows out: for each rule the pairs
it finds that have a drawn record, and what it costs on the whole table; pairs as one number each.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from resolution.learning.tables.keys import pairs_of
from resolution.learning.tables.settings import TrainingSettings
from resolution.learning.tables.tried import Tried
from resolution.tables.model import Predicate
from resolution.tables.records import Records
from resolution.tables.variables import Integers

_FEWEST_RECORDS = 200
_STRANGERS = 500


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule finds among the drawn records, and costs."""

    predicates: tuple[Predicate, ...]
    codes: Integers
    sizes: Integers
    block_sizes: Integers
    block_pairs: Integers


def drawn_records(
    singles: Sequence[Tried], most: int, size: int, settings: TrainingSettings
) -> int:
    """Return how many records to draw, so that their pairs are about as many as wanted."""
    blocks = [one.blocks for one in singles]
    pairs = sum(int(one.pairs[one.sizes <= most].sum()) for one in blocks)
    share = settings.pool_pairs / max(pairs, 1)
    return size if share >= 1 else min(size, max(_FEWEST_RECORDS, int(size * share)))


def found_by(tried: Tried, is_drawn: npt.NDArray[np.bool_], most: int, records: Records) -> Found:
    """Return what a rule finds in blocks of so many records at most."""
    blocks = tried.blocks
    bounded = blocks.sizes <= most
    drawn = np.concatenate([[0], np.cumsum(is_drawn[blocks.records])])
    has_drawn = drawn[blocks.starts + blocks.sizes] > drawn[blocks.starts]
    left, right, sizes = pairs_of(blocks, bounded & has_drawn, records.second_begins)
    kept = is_drawn[left] | is_drawn[right]
    codes, sizes = (left * len(records) + right)[kept], sizes[kept]
    order = np.lexsort((sizes, codes))
    codes, sizes = codes[order], sizes[order]
    first = np.concatenate([[True], codes[1:] != codes[:-1]])[: len(codes)]
    distinct = np.unique(blocks.sizes[bounded])
    pairs = np.bincount(
        np.searchsorted(distinct, blocks.sizes[bounded]),
        weights=blocks.pairs[bounded],
        minlength=len(distinct),
    )
    return Found(tried.predicates, codes[first], sizes[first], distinct, pairs.astype(np.int64))


def thinned(
    found: Sequence[Found], rank: Integers, is_drawn: npt.NDArray[np.bool_], most_pairs: int
) -> tuple[Integers, npt.NDArray[np.bool_]]:
    """Return the pairs' codes, and whose: fewer records where their pairs are too many."""
    codes = np.unique(np.concatenate([np.empty(0, dtype=np.int64), *(one.codes for one in found)]))
    if len(codes) <= most_pairs:
        return codes, is_drawn
    first = np.minimum(rank[codes // len(rank)], rank[codes % len(rank)])
    bound = np.partition(first, most_pairs)[most_pairs]
    return codes[first < bound], rank < bound


def strangers(rank: Integers, second_begins: int | None) -> Integers:
    """Return pairs that are drawn blindly: where all that share a key are one, these are not."""
    size = len(rank)
    first = np.arange(size if second_begins is None else second_begins)
    second = np.arange(0 if second_begins is None else second_begins, size)
    if not len(first) or not len(second):
        return np.empty(0, dtype=np.int64)
    random = np.random.default_rng(int(rank[0]))
    one, other = random.choice(first, _STRANGERS), random.choice(second, _STRANGERS)
    left, right = np.minimum(one, other), np.maximum(one, other)
    codes: Integers = np.unique((left * size + right)[left < right])
    return codes
