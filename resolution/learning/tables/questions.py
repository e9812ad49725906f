"""Which pairs to ask about next.

Half of a batch is where the committee (the model refitted on draws of the labels) is least sure,
the rest measures: pairs drawn by how much an error on them would cost, some of the likeliest, some
of those that hardly anything speaks for. The first questions, before there is a model, run down
the ranking by shared keys in steps that grow, so that matches and others are among them whatever
their share.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from resolution.odds import probabilities
from resolution.tables.variables import Floats, Integers

Committee = Callable[[Integers], Sequence[Floats]]
"""Rows of the pool in, their log-odds by each member out."""

_FIRST_QUESTIONS = 12
_CONSIDERED = 30_000


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses among the pairs of a pool; each pair is asked once."""

    left: Integers
    right: Integers
    random: np.random.Generator

    def first(self, evidence: Floats, asked: npt.NDArray[np.bool_]) -> list[int]:
        """Return rows at growing steps down the ranking."""
        ranking = np.argsort(-evidence, kind="stable")
        ranking = ranking[~asked[ranking]]
        if not len(ranking):
            return []
        steps = np.geomspace(1, len(ranking), min(_FIRST_QUESTIONS, len(ranking)))
        return [int(ranking[place]) for place in sorted({int(step) - 1 for step in steps})]

    def next(
        self, odds: Floats, committee: Committee, asked: npt.NDArray[np.bool_], count: int
    ) -> list[int]:
        """Return the rows to ask next, given log-odds by the model and by each of a committee."""
        open_rows = np.flatnonzero(~asked)
        if len(open_rows) <= count:
            return [int(row) for row in open_rows]
        chance = probabilities(odds)
        error = np.sqrt(chance * (1.0 - chance))
        chosen = _Batch(self.left, self.right)
        for row in self._least_sure(open_rows, committee, error):
            if len(chosen.rows) >= (count + 1) // 2:
                break
            chosen.add(row)
        likely = open_rows[chance[open_rows] > 0.9]
        draws = (
            (open_rows, error[open_rows], (count + 1) // 4),
            (likely, np.ones(len(likely)), (count + 3) // 8),
            (open_rows, chance[open_rows] + 1e-6, count),
        )
        for rows, weights, wanted in draws:
            until = min(count, len(chosen.rows) + wanted)
            for row in self._drawn(rows, weights, 4 * wanted):
                if len(chosen.rows) >= until:
                    break
                chosen.add(row)
        return chosen.rows

    def _least_sure(self, open_rows: Integers, committee: Committee, error: Floats) -> Integers:
        """Order rows by the entropy of the committee's mean, those drawn that an error costs."""
        considered = self._drawn(open_rows, error[open_rows] + 1e-9, _CONSIDERED)
        chances = probabilities(np.array(committee(considered), dtype=np.float64))
        mean = np.clip(chances.mean(axis=0), 1e-9, 1 - 1e-9)
        entropy = -(mean * np.log(mean) + (1 - mean) * np.log(1 - mean))
        return considered[np.argsort(-(entropy + chances.std(axis=0)), kind="stable")]

    def _drawn(self, rows: Integers, weights: Floats, count: int) -> Integers:
        """Draw without replacement, by weight (Efraimidis and Spirakis 2006)."""
        keys = self.random.exponential(size=len(rows)) / np.maximum(weights, 1e-12)
        return rows[np.argsort(keys, kind="stable")[:count]]


class _Batch:
    """Rows whose records do not meet: the second question on one record teaches less."""

    def __init__(self, left: Integers, right: Integers) -> None:
        self._left, self._right = left, right
        self._records: set[int] = set()
        self.rows: list[int] = []

    def add(self, row: int) -> None:
        records = {int(self._left[row]), int(self._right[row])}
        if not records & self._records:
            self._records |= records
            self.rows.append(int(row))
