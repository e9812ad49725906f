"""The wide pool: pairs that share any key, alone or in conjunction, of a draw of records.

Flows in: records. Flows out: distinct pairs, and for each candidate rule the pairs it finds with
the size of the block they meet in, and what it costs on the whole table. The pool is drawn by
records, not by pairs: of a drawn record every candidate is in it, in blocks of the table's true
sizes, so that rules and thresholds judged on the pool hold for the table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from actors.progress import Progress
from resolution.learning.tables.keys import (
    Blocks,
    Keys,
    blocks_of,
    combined,
    keys_by_predicate,
    pairs_of,
)
from resolution.learning.tables.settings import TrainingSettings
from resolution.tables.model import Predicate
from resolution.tables.records import Records
from resolution.tables.variables import Floats, Integers, Variable

_COMBINED_PREDICATES = 26
_FEW_VARIABLES = 3
_STRANGERS = 500
_SAME_FOR_MOST = 0.5
"""Of two records drawn at random, so many share the key: it tells nothing apart."""


@dataclass(frozen=True, slots=True)
class CandidateRule:
    """What one rule finds in the pool and costs on the table."""

    predicates: tuple[Predicate, ...]
    rows: Integers
    """Pairs of the pool that it finds, by their row."""
    sizes: Integers
    """For each, the smallest block they meet in."""
    block_sizes: Integers
    """Sizes of all blocks of the table up to the bound, from the smallest."""
    block_pairs: Integers
    """Candidate pairs in blocks of that size."""

    def cost(self, most_records: int) -> int:
        """Return how many pairs the rule compares on the whole table."""
        return int(self.block_pairs[self.block_sizes <= most_records].sum())


@dataclass(frozen=True, slots=True)
class Pool:
    """Pairs of records that may be one, and the rules that find them."""

    left: Integers
    right: Integers
    rules: tuple[CandidateRule, ...]
    evidence: Floats
    """How much the keys prove that a pair shares, added up over its variables: a score to begin
    with, before anything is labelled."""
    is_drawn: npt.NDArray[np.bool_]
    """For each record whether all its candidates are in the pool."""


@dataclass(frozen=True, slots=True)
class _Found:
    predicates: tuple[Predicate, ...]
    codes: Integers
    sizes: Integers
    block_sizes: Integers
    block_pairs: Integers


def draw_pool(
    records: Records,
    variables: Sequence[Variable],
    settings: TrainingSettings,
    progress: Progress,
) -> Pool:
    """Return the pool of a table."""
    size = len(records)
    most = max(settings.most_records, min(size, 300_000 // max(size, 1)))
    progress.stage("keys of records")
    simple = _distinct(
        (predicate, keys, blocks_of(keys, records.second_begins))
        for predicate, keys in keys_by_predicate(records, variables)
    )
    rank = np.random.default_rng(settings.seed).permutation(size)
    drawn = _drawn_records(simple, most, size, settings)
    is_drawn = rank < drawn
    combinable = _combinable(simple, most, size, len(variables))
    progress.stage("candidate pairs", len(simple) + len(combinable))
    found = []
    for predicate, _, blocks in simple:
        found.append(_find((predicate,), blocks, is_drawn, most, records))
        progress.advance()
    for one, other in combinable:
        blocks = blocks_of(combined(one[1], other[1], size), records.second_begins)
        found.append(_find((one[0], other[0]), blocks, is_drawn, most, records))
        progress.advance()
    codes, is_drawn = _thinned(found, rank, is_drawn, settings.pool_pairs)
    codes = np.union1d(codes, _strangers(rank, records.second_begins))
    rules = tuple(_in_pool(one, codes) for one in found)
    return Pool(
        codes // size,
        codes % size,
        tuple(rule for rule in rules if len(rule.rows)),
        _evidence(rules, len(codes), size),
        is_drawn,
    )


_Simple = tuple[Predicate, Keys, Blocks]


def _distinct(simple: Iterator[_Simple]) -> list[_Simple]:
    """Leave out what finds nothing, and what finds just what another key of its variable finds."""
    seen = set()
    kept = []
    for predicate, keys, blocks in simple:
        shape = (predicate.variable, int(blocks.pairs.sum()), blocks.sizes.tobytes())
        if blocks.pairs.sum() > 0 and shape not in seen:
            seen.add(shape)
            kept.append((predicate, keys, blocks))
    return kept


def _drawn_records(
    simple: Sequence[_Simple], most: int, size: int, settings: TrainingSettings
) -> int:
    """Return how many records to draw, so that their pairs are about as many as wanted."""
    pairs = sum(int(blocks.pairs[blocks.sizes <= most].sum()) for _, _, blocks in simple)
    share = settings.pool_pairs / max(pairs, 1)
    return size if share >= 1 else min(size, max(200, int(size * share)))


def _combinable(
    simple: Sequence[_Simple], most: int, size: int, variables: int
) -> list[tuple[_Simple, _Simple]]:
    """Return conjunctions worth trying: of predicates whose blocks are too large alone."""
    each = max(2, _COMBINED_PREDICATES // max(variables, 1))
    by_variable: dict[str, list[_Simple]] = {}
    for one in sorted(simple, key=lambda item: int(item[2].pairs.sum())):
        blocks = one[2]
        share = float((blocks.sizes.astype(float) ** 2).sum()) / size**2
        if blocks.pairs[blocks.sizes > most].sum() > 0 and share < _SAME_FOR_MOST:
            by_variable.setdefault(one[0].variable, []).append(one)
    chosen = [
        ones[place]
        for ones in by_variable.values()
        for place in sorted({round(step) for step in np.linspace(0, len(ones) - 1, each)})
    ]
    return [
        (one, other)
        for one, other in combinations(chosen, 2)
        if one[0].variable != other[0].variable or variables <= _FEW_VARIABLES
    ]


def _find(
    predicates: tuple[Predicate, ...],
    blocks: Blocks,
    is_drawn: npt.NDArray[np.bool_],
    most: int,
    records: Records,
) -> _Found:
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
    return _Found(predicates, codes[first], sizes[first], distinct, pairs.astype(np.int64))


def _thinned(
    found: Sequence[_Found], rank: Integers, is_drawn: npt.NDArray[np.bool_], most_pairs: int
) -> tuple[Integers, npt.NDArray[np.bool_]]:
    """Return the pairs' codes, and whose: fewer records where their pairs are too many."""
    codes = np.unique(np.concatenate([np.empty(0, dtype=np.int64), *(one.codes for one in found)]))
    if len(codes) <= most_pairs:
        return codes, is_drawn
    first = np.minimum(rank[codes // len(rank)], rank[codes % len(rank)])
    bound = np.partition(first, most_pairs)[most_pairs]
    return codes[first < bound], rank < bound


def _strangers(rank: Integers, second_begins: int | None) -> Integers:
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


def _in_pool(found: _Found, codes: Integers) -> CandidateRule:
    places = np.minimum(np.searchsorted(codes, found.codes), max(len(codes) - 1, 0))
    kept = codes[places] == found.codes if len(codes) else np.zeros(0, dtype=bool)
    return CandidateRule(
        found.predicates, places[kept], found.sizes[kept], found.block_sizes, found.block_pairs
    )


def _evidence(rules: Sequence[CandidateRule], pairs: int, size: int) -> Floats:
    """Add up over the variables what the rarest shared key of each proves.

    A conjunction counts for both its variables, half each, where they share nothing rarer.
    """
    by_variable: dict[str, Floats] = {}
    for rule in rules:
        proof = np.log(size / rule.sizes) / len(rule.predicates)
        for predicate in rule.predicates:
            best = by_variable.setdefault(predicate.variable, np.zeros(pairs))
            best[rule.rows] = np.maximum(best[rule.rows], proof)
    total: Floats = np.sum([np.zeros(pairs), *by_variable.values()], axis=0)
    return total
