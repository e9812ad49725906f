"""Runs of a model on the table it is learned from, at one threshold after another.

A model and a table in; at each threshold, the pairs that a run compares there and its clusters.
Thresholds are not judged on the pool, which has other pairs than rules and budget bring, but on
what a run does. Whatever two thresholds share is compared once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from resolution.tables.comparison import Comparison
from resolution.tables.ground import Ground, ground_of
from resolution.tables.model import TableModel
from resolution.tables.records import Records
from resolution.tables.scored import Gathering, Scored
from resolution.tables.variables import Floats, Integers, Variable


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a run does at one threshold."""

    threshold: float
    pairs: Scored
    """All that it compares, by the numbers of the table's records."""
    numbers: Integers
    """Each record's cluster."""
    has_one_partner: bool
    """Whether it takes the records of two tables to have one partner at most."""


def rehearsed(
    records: Records,
    variables: Sequence[Variable],
    model: TableModel,
    comparison: Comparison,
    thresholds: Iterable[float],
) -> Iterator[Rehearsed]:
    """Give what runs at these thresholds do."""
    scenes: dict[bytes, _Scene] = {}
    for threshold in thresholds:
        ground = ground_of(records, variables, model, comparison, threshold)
        # At a higher threshold a row and its copy may be two, so that more rows are compared.
        standing = ground.copies.standing.tobytes() if ground.copies else b""
        if standing not in scenes:
            scenes[standing] = _Scene(ground, _candidates(ground))
        yield scenes[standing].at(threshold)


def _candidates(ground: Ground) -> Scored:
    gathering = Gathering()
    for next_record, batch in ground.scored(ground.candidates()):
        gathering.add(next_record, batch)
    return gathering.gathered()


@dataclass(slots=True)
class _Scene:
    """What runs compare that leave out the same copies."""

    ground: Ground
    candidates: Scored
    closed: Integers = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    """The pairs closed so far, both records in one number, ascending."""
    closed_scores: Floats = field(default_factory=lambda: np.empty(0))

    def at(self, threshold: float) -> Rehearsed:
        pairs = self.ground.closed(self.candidates, threshold, self._scores)
        has_one_partner = self.ground.has_one_partner(self.candidates)
        pairs, clusters = self.ground.clustered(pairs, threshold)
        return Rehearsed(threshold, pairs, clusters.numbers.astype(np.int64), has_one_partner)

    def _scores(self, left: Integers, right: Integers) -> Floats:
        """Compare what no other threshold has closed."""
        size = len(self.ground.records)
        codes = left * size + right
        new = np.setdiff1d(codes, self.closed)
        places = np.searchsorted(self.closed, new)
        likely = self.ground.scores(new // size, new % size)
        self.closed = np.insert(self.closed, places, new)
        self.closed_scores = np.insert(self.closed_scores, places, likely)
        return self.closed_scores[np.searchsorted(self.closed, codes)]
