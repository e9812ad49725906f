"""The pairs by which thresholds are judged: those of the pool, and what runs compare beside it.

The pool tells what rules miss, runs tell what they close. Only pairs of drawn records count, since
of these alone the pool holds every candidate.
"""

from dataclasses import dataclass

import numpy as np

from resolution.learning.tables.learner import Taught
from resolution.learning.tables.pool import Pool
from resolution.learning.tables.remembered import Remembered
from resolution.odds import log_odds
from resolution.tables.scored import Scored
from resolution.tables.variables import Floats, Integers


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs that may be one, in the order of their records."""

    left: Integers
    right: Integers
    odds: Floats
    taught: Taught


class JudgedPairs:
    """Gathers them, run by run."""

    def __init__(self, pool: Pool, odds: Floats) -> None:
        """Begin with the pool's pairs and their log-odds."""
        counted = pool.is_drawn[pool.left] | pool.is_drawn[pool.right]
        self._is_drawn = pool.is_drawn
        self._odds = Remembered()
        self._odds.add((pool.left * len(pool.is_drawn) + pool.right)[counted], odds[counted])

    def add(self, compared: Scored) -> None:
        """Take what a run compares, as far as it has a drawn record."""
        size = len(self._is_drawn)
        rows = np.flatnonzero(self._is_drawn[compared.left] | self._is_drawn[compared.right])
        found = compared.left[rows].astype(np.int64) * size + compared.right[rows]
        is_new = self._odds.lacks(found)
        self._odds.add(found[is_new], log_odds(compared.scores[rows[is_new]]))

    def judged(self, taught: Taught) -> Judged:
        """Return all pairs, to be judged by what is taught."""
        codes, size = self._odds.codes, len(self._is_drawn)
        return Judged(codes // size, codes % size, self._odds.values, taught)
