"""The wide pool: pairs that share any key, alone or in conjunction, of a draw of records.

Flows in: records. Flows out: distinct pairs, and for each candidate rule the pairs it finds with
the size of the block they meet in, and what it costs on the whole table. The pool is drawn by
records, not by pairs: of a drawn record every candidate is in it, in blocks of the table's true
sizes, so that rules and thresholds judged on the pool hold for the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from actors.progress import Progress
from resolution.learning.tables.drawn import (
    Found,
    drawn_records,
    found_by,
    strangers,
    thinned,
)
from resolution.learning.tables.settings import TrainingSettings
from resolution.learning.tables.tried import conjoined, conjunction, single_keys
from resolution.tables.model import Predicate
from resolution.tables.records import Records
from resolution.tables.variables import Floats, Integers, Variable


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
    singles = single_keys(records, variables)
    rank = np.random.default_rng(settings.seed).permutation(size)
    is_drawn = rank < drawn_records(singles, most, size, settings)
    pairs = conjoined(singles, most, size, len(variables))
    progress.stage("candidate pairs", len(singles) + len(pairs))
    found = []
    for tried in (*singles, *(conjunction(*pair, records) for pair in pairs)):
        found.append(found_by(tried, is_drawn, most, records))
        progress.advance()
    codes, is_drawn = thinned(found, rank, is_drawn, settings.pool_pairs)
    codes = np.union1d(codes, strangers(rank, records.second_begins))
    rules = tuple(_in_pool(one, codes) for one in found)
    return Pool(
        codes // size,
        codes % size,
        tuple(rule for rule in rules if len(rule.rows)),
        _evidence(rules, len(codes), size),
        is_drawn,
    )


def _in_pool(found: Found, codes: Integers) -> CandidateRule:
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
