"""The pairs by which thresholds are judged: those of the pool, and what runs compare beside it.

The pool tells what rules miss, runs tell what they close. Only pairs of drawn records count, since
of these alone the pool holds every candidate.
"""

from dataclasses import dataclass

import numpy as np

from resolution.learning.tables.learner import Taught
from resolution.learning.tables.pool import Pool
from resolution.tables.scored import Scored
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


class JudgedPairs:
    """Gathers them, run by run."""

    def __init__(self, pool: Pool, odds: Floats) -> None:
        """Begin with the pool's pairs and their log-odds."""
        counted = pool.is_drawn[pool.left] | pool.is_drawn[pool.right]
        self._is_drawn = pool.is_drawn
        self._codes = (pool.left * len(pool.is_drawn) + pool.right)[counted]
        self._odds = odds[counted]

    def add(self, compared: Scored) -> None:
        """Take what a run compares, as far as it has a drawn record."""
        size = len(self._is_drawn)
        rows = np.flatnonzero(self._is_drawn[compared.left] | self._is_drawn[compared.right])
        found = compared.left[rows].astype(np.int64) * size + compared.right[rows]
        new = np.flatnonzero(~np.isin(found, self._codes))
        self._codes = np.append(self._codes, found[new])
        self._odds = np.append(self._odds, _log_odds(compared.scores[rows[new]]))

    def judged(self, taught: Taught) -> Judged:
        """Return all pairs, to be judged by what is taught."""
        order, size = np.argsort(self._codes, kind="stable"), len(self._is_drawn)
        codes = self._codes[order]
        return Judged(codes // size, codes % size, self._odds[order], taught)


def _log_odds(scores: Floats) -> Floats:
    chances = np.clip(scores, _SUREST, 1.0 - _SUREST)
    found: Floats = np.log(chances) - np.log1p(-chances)
    return found
