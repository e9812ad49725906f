"""The pairs by which thresholds are judged: those of the pool, and what runs compare beside it.

The pool tells what rules miss, runs tell what they close. Only pairs of drawn records count, since
of these alone the pool holds every candidate.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from resolution.learning.tables.learner import Taught
from resolution.learning.tables.pool import Pool
from resolution.learning.tables.rehearsal import Rehearsed
from resolution.tables.variables import Floats, Integers

_SUREST = 1e-15
"""No score is nearer to 0 or 1; its log-odds would be without bounds."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs that may be one, in the order of their records."""

    left: Integers
    right: Integers
    odds: Floats
    taught: Taught


def judged_pairs(pool: Pool, odds: Floats, runs: Sequence[Rehearsed], taught: Taught) -> Judged:
    """Return the pool's pairs and those of runs at any threshold that have a drawn record."""
    size = len(pool.is_drawn)
    counted = pool.is_drawn[pool.left] | pool.is_drawn[pool.right]
    codes = (pool.left * size + pool.right)[counted]
    odds = odds[counted]
    for run in runs:
        left, right = run.pairs.left.astype(np.int64), run.pairs.right.astype(np.int64)
        rows = np.flatnonzero(pool.is_drawn[left] | pool.is_drawn[right])
        found = left[rows] * size + right[rows]
        new = np.flatnonzero(~np.isin(found, codes))
        codes = np.append(codes, found[new])
        odds = np.append(odds, _log_odds(run.pairs.scores[rows[new]]))
    order = np.argsort(codes, kind="stable")
    return Judged(codes[order] // size, codes[order] % size, odds[order], taught)


def _log_odds(scores: Floats) -> Floats:
    chances = np.clip(scores, _SUREST, 1.0 - _SUREST)
    found: Floats = np.log(chances) - np.log1p(-chances)
    return found
