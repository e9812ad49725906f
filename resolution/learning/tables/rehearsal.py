"""Runs of a model on the table it is learned from, at one threshold after another.

A model and a table in; at each threshold, the pairs that a run compares there and its clusters.
Thresholds are not judged on the pool, which has other pairs than rules and budget bring, but on
what a run does. Whatever two thresholds share is compared once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import numpy.typing as npt

from resolution.learning.tables.remembered import Remembered
from resolution.tables.comparison import Comparison
from resolution.tables.ground import Ground, ground_of
from resolution.tables.model import TableModel
from resolution.tables.records import Records
from resolution.tables.scored import Scored
from resolution.tables.variables import Floats, Integers, Variable


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a run does at one threshold."""

    threshold: float
    numbers: npt.NDArray[np.int32]
    """Each record's cluster."""
    has_one_partner: bool
    """Whether it takes the records of two tables to have one partner at most."""


class Rehearsal:
    """The runs of one model on one table."""

    def __init__(
        self,
        records: Records,
        variables: Sequence[Variable],
        model: TableModel,
        comparison: Comparison,
    ) -> None:
        """Take the table as the model compares it."""
        self._ground_at = partial(ground_of, records, variables, model, comparison)
        self._scenes: dict[bytes, _Scene] = {}

    def at(self, threshold: float) -> tuple[Scored, Rehearsed]:
        """Return what a run compares at a threshold, and what it makes of it.

        Of a large table the pairs of all thresholds are too many to keep.
        """
        return self._scene(threshold).at(threshold)

    def unseen(self, threshold: float, labelled: Scored) -> npt.NDArray[np.int32]:
        """Return each record's cluster if labelled pairs had these scores, of fits without them."""
        return self._scene(threshold).unseen(threshold, labelled)

    def _scene(self, threshold: float) -> "_Scene":
        ground = self._ground_at(threshold)
        # At a higher threshold a row and its copy may be two, so that more rows are compared.
        standing = ground.copies.standing.tobytes() if ground.copies else b""
        if standing not in self._scenes:
            self._scenes[standing] = _Scene(ground, ground.gathered(ground.candidates()))
        return self._scenes[standing]


@dataclass(slots=True)
class _Scene:
    """What runs compare that leave out the same copies."""

    ground: Ground
    candidates: Scored
    closed: Remembered = field(default_factory=Remembered)
    """The scores of the pairs closed so far."""

    def at(self, threshold: float) -> tuple[Scored, Rehearsed]:
        compared = self.ground.closed(self.candidates, threshold, self._scores)
        pairs, clusters = self.ground.clustered(compared, threshold)
        has_one_partner = self.ground.has_one_partner(self.candidates)
        return pairs, Rehearsed(threshold, clusters.numbers, has_one_partner)

    def unseen(self, threshold: float, labelled: Scored) -> npt.NDArray[np.int32]:
        compared = self.ground.closed(self.candidates, threshold, self._scores)
        _, clusters = self.ground.clustered(self._with(compared, labelled), threshold)
        return clusters.numbers

    def _with(self, compared: Scored, labelled: Scored) -> Scored:
        """Return the pairs that are compared, labelled ones with these scores."""
        if not len(compared):
            return compared
        size, copies = len(self.ground.records), self.ground.copies
        ends = np.array([labelled.left, labelled.right], dtype=np.int64)
        left, right = np.sort(copies.places[ends] if copies else ends, axis=0)
        codes = left * size + right
        known = compared.left.astype(np.int64) * size + compared.right
        order = np.argsort(known, kind="stable")
        rows = order[np.searchsorted(known, codes, sorter=order) % len(known)]
        is_compared = known[rows] == codes
        scores = compared.scores.copy()
        scores[rows[is_compared]] = labelled.scores[is_compared]
        return Scored(compared.left, compared.right, scores)

    def _scores(self, left: Integers, right: Integers) -> Floats:
        """Compare what no other threshold has closed."""
        size = len(self.ground.records)
        codes = left * size + right
        new = codes[self.closed.lacks(codes)]
        self.closed.add(new, self.ground.scores(new // size, new % size))
        return self.closed.of(codes)
