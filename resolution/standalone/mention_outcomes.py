"""What a run over tables of mentions makes of two of them; the run is made when it is asked for.

Why two stay apart is told as `dramatis explain` tells it, by the rules of clustering.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from actors.progress import Silent
from actors.records import Mention, MentionId, SourceId
from resolution.explanation import Explanation
from resolution.explanation.apart import held_apart
from resolution.explanation.outcomes import Compared, Link, Outcome
from resolution.explanation.rulings import Surroundings
from resolution.explanation.telling import SAME_TABLE, held_together, verdict
from resolution.model import Model
from resolution.standalone.mention_tables import MentionTable
from resolution.standalone.mentions import candidates, clustered, scores_of
from resolution.tables.explanation.neighbourhood import Neighbourhood

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Run:
    clusters: Integers
    compared: Neighbourhood
    joins: Neighbourhood
    """The pairs that hold clusters together."""


class MentionOutcomes:
    """Outcomes of pairs in one run."""

    def __init__(self, table: MentionTable, model: Model, threshold: float) -> None:
        """Take what the run decides on."""
        self._table = table
        self._model = model
        self._threshold = threshold

    def of(self, left: int, right: int, explanation: Explanation) -> Outcome:
        """Return what the run makes of two mentions, known by their numbers."""
        clusters, compared = self._run.clusters, self._run.compared
        members = [np.flatnonzero(clusters == clusters[one]) for one in (left, right)]
        are_one = bool(clusters[left] == clusters[right])
        found = Outcome(
            threshold=self._threshold,
            stand_ins=(),
            compared=Compared.NEVER if compared.score(left, right) is None else Compared.BY_RULES,
            are_one=are_one,
            left_cluster=self._ids(members[0]),
            right_cluster=self._ids(members[1]),
            thirds=(),
            contradictions=(),
            better=(),
            way=self._way(left, right, members[0]) if are_one else (),
            average=None if are_one else compared.average(members[0], members[1]),
            text="",
        )
        told = [verdict(found, self._table.ids[left], self._table.ids[right])]
        if are_one:
            told += [held_together(found.way)] if len(found.way) > 1 else []
        else:
            told += self._rulings(left, right, members, explanation)
        return replace(found, text=" ".join(told))

    def _rulings(
        self, left: int, right: int, members: Sequence[Integers], explanation: Explanation
    ) -> Iterator[str]:
        second = self._table.second_begins
        if second is not None and (left < second) == (right < second):
            yield f"{SAME_TABLE}."
            return
        sides = [
            [self._of_a_list(one), *(self._of_a_list(mate) for mate in all_ if mate != one)]
            for one, all_ in zip((left, right), (side.tolist() for side in members), strict=True)
        ]
        around = Surroundings(
            left=sides[0],
            right=sides[1],
            others=self._owners(*members),
            published_on={},
            same=(),
            different=(),
            scores=self._scores_between(*members),
            rivals=(),
            is_resolved=True,
        )
        yield from (one.text for one in held_apart(explanation, around, self._threshold))

    def _scores_between(
        self, ones: Integers, others: Integers
    ) -> dict[frozenset[MentionId], float]:
        mentions, compared = self._table.mentions, self._run.compared
        wanted = set(others.tolist())
        return {
            frozenset((mentions[one].id, mentions[other].id)): score
            for one in ones.tolist()
            for other, score in compared.partners(one).items()
            if other in wanted
        }

    def _owners(self, *members: Integers) -> list[Mention]:
        """Return who else has a number of these: a shared one proves less."""
        inside = {number for side in members for number in side.tolist()}
        numbers = {one for number in inside for one in self._table.mentions[number].identifiers}
        return [
            self._of_a_list(number)
            for number, mention in enumerate(self._table.mentions)
            if number not in inside and not numbers.isdisjoint(mention.identifiers)
        ]

    def _of_a_list(self, number: int) -> Mention:
        """Return a mention with the list that the run takes it for: who names none is alone."""
        listed = self._table.rows.column("source")[number].as_py()
        return replace(self._table.mentions[number], source=SourceId(listed))

    def _way(self, left: int, right: int, members: Integers) -> tuple[Link, ...]:
        ids = self._table.ids
        edges = self._run.joins.strongest_way(left, right, members)
        return tuple(Link(ids[one], ids[other], score) for one, other, score in edges)

    def _ids(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._table.ids[number] for number in numbers)

    @cached_property
    def _run(self) -> _Run:
        left, right = candidates(self._table, self._model)
        scores = scores_of(self._table, self._model, left, right, Silent())
        found = clustered(self._table, self._model, left, right, scores, self._threshold)
        weights = np.ones(len(self._table.ids), dtype=np.int64)
        one, other, score = (
            found.joins.column(name).to_numpy() for name in found.joins.schema.names
        )
        return _Run(
            clusters=found.assignments.column("cluster").to_numpy(),
            compared=Neighbourhood(left, right, scores, weights),
            joins=Neighbourhood(one, other, score, weights),
        )
