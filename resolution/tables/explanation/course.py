"""The run behind an explanation: what it compared and put together; made when it is asked for.

Who goes with whom depends on all others, so nothing less than the run itself can tell. It stands on
the ground that a run stands on, and is made once for all pairs that are explained.
"""

from functools import cached_property

import numpy as np
import numpy.typing as npt

from resolution.tables.candidates import Candidates
from resolution.tables.components import components
from resolution.tables.explanation.lookups import Brought
from resolution.tables.explanation.neighbourhood import Neighbourhood
from resolution.tables.ground import Ground
from resolution.tables.hanging import MANY_RECORDS, hanging_together, needed_among
from resolution.tables.keys import Integers
from resolution.tables.scored import Scored


class Course:
    """Pairs and clusters of one run; records are known by their places on its ground."""

    def __init__(self, ground: Ground, threshold: float) -> None:
        """Take what the run decides on."""
        self._ground = ground
        self._threshold = threshold

    @cached_property
    def brought(self) -> Brought:
        """The pairs that rules bring within the budget."""
        return Brought(self._candidates)

    def is_brought(self, left: int, right: int) -> bool:
        """Whether rules bring two records, both or each of a table, together within the budget."""
        second = self._ground.records.second_begins
        is_across = second is None or (left < second) != (right < second)
        brought = self.brought
        return (
            is_across and not brought.contradict(left, right) and brought.share_a_block(left, right)
        )

    @property
    def has_one_partner(self) -> bool:
        """Whether these are two tables whose records have one partner at most."""
        return self._ground.has_one_partner(self._scored)

    @property
    def closes(self) -> bool:
        """Whether the run compares what lies between likely neighbours."""
        return self._ground.closes(self._scored)

    def cluster_of(self, place: int) -> Integers:
        """Return the places of a record's cluster, in order."""
        return np.flatnonzero(self._clusters == self._clusters[place])

    def around(self, *places: int) -> Neighbourhood:
        """Return the compared pairs of some records and of all in their clusters."""
        pairs = self._compared
        is_near = np.isin(self._clusters, self._clusters[list(places)])
        rows = np.flatnonzero(is_near[pairs.left] | is_near[pairs.right])
        return Neighbourhood(pairs.left[rows], pairs.right[rows], pairs.scores[rows], self._weights)

    def needed_in_a_crowd(self, left: int, right: int) -> tuple[int, float] | None:
        """Return how many a crowd has, and needs, that parts two; None where none does."""
        pairs = self._compared
        likely = pairs.scores >= self._threshold
        ends = pairs.left[likely].astype(np.int64), pairs.right[likely].astype(np.int64)
        size = len(self._clusters)
        component = components(size, *ends)
        records = np.bincount(component)[component[left]]
        if component[left] != component[right] or records <= MANY_RECORDS:
            return None
        parted = hanging_together(size, *ends, pairs.scores[likely], self._threshold)
        if parted[left] == parted[right]:
            return None
        return int(records), float(needed_among(records, self._threshold))

    @cached_property
    def _candidates(self) -> Candidates:
        return self._ground.candidates()

    @cached_property
    def _scored(self) -> Scored:
        return self._ground.gathered(self._candidates)

    @cached_property
    def _compared(self) -> Scored:
        return self._ground.closed(self._scored, self._threshold)

    @cached_property
    def _clusters(self) -> npt.NDArray[np.int32]:
        _, clusters = self._ground.clustered(self._compared, self._threshold)
        copies = self._ground.copies
        return clusters.numbers[copies.standing] if copies else clusters.numbers

    @cached_property
    def _weights(self) -> Integers:
        copies = self._ground.copies
        return copies.counts if copies else np.ones(len(self._clusters), dtype=np.int64)
