"""What a run over tables makes of two records: compared or not, with whom they are, and why so."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from resolution.explanation.outcomes import Compared, Link, Outcome
from resolution.explanation.values import Explanation
from resolution.tables.contradictions import codes_by_predicate
from resolution.tables.explanation.course import Course
from resolution.tables.explanation.keys import RunKeys
from resolution.tables.explanation.keywords import AS_A_WHOLE, predicate_meaning
from resolution.tables.explanation.neighbourhood import Edge, Neighbourhood
from resolution.tables.explanation.sentences import Circumstances, Unmet, told
from resolution.tables.explanation.wording import compares_nothing
from resolution.tables.ground import Ground
from resolution.tables.keys import Integers
from resolution.tables.model import Predicate


class Outcomes:
    """Outcomes of pairs in one run, which is made when the first is asked for."""

    def __init__(self, ids: Sequence[str], ground: Ground, threshold: float, keys: RunKeys) -> None:
        """Take the ids of all records, and what the run decides on."""
        self._ids = ids
        self._ground = ground
        self._threshold = threshold
        self._keys = keys
        self._course = Course(ground, threshold)

    def of(self, left: int, right: int, explanation: Explanation) -> Outcome:
        """Return what the run makes of two records, known by their numbers over all tables."""
        one, other = (self._place(record) for record in (left, right))
        around = self._course.around(one, other)
        clusters = self._course.cluster_of(one), self._course.cluster_of(other)
        are_one = bool(np.isin(one, clusters[1]))
        score = around.score(one, other)
        unmet = self._unmet(one, other, explanation)
        found = Outcome(
            threshold=self._threshold,
            stand_ins=tuple(
                (self._ids[record], self._id(place))
                for record, place in ((left, one), (right, other))
                if self._ids[record] != self._id(place)
            ),
            compared=_compared(is_equal=one == other, is_scored=score is not None, unmet=unmet),
            are_one=are_one,
            left_cluster=self._members(clusters[0]),
            right_cluster=self._members(clusters[1]),
            thirds=tuple(map(self._id, self._thirds(around, one, other))) if unmet else (),
            contradictions=(
                self._contradictions(one, other) if unmet is Unmet.CONTRADICTION else ()
            ),
            better=() if are_one else self._better(around, (one, other), clusters, score),
            way=self._links(around.strongest_way(one, other, clusters[0])) if are_one else (),
            average=None if are_one else around.average(*clusters),
            text="",
        )
        known = Circumstances(
            left=self._ids[left],
            right=self._ids[right],
            score=explanation.score,
            unmet=unmet,
            closes=self._course.closes,
            has_one_partner=self._course.has_one_partner,
            crowd=None if are_one else self._course.needed_in_a_crowd(one, other),
        )
        return replace(found, text=told(found, known))

    def _unmet(self, one: int, other: int, explanation: Explanation) -> Unmet | None:
        """Return why no rule brings two together, within the budget; None where one does."""
        second = self._ground.records.second_begins
        if one == other:
            return None
        if second is not None and (one < second) == (other < second):
            return Unmet.SAME_TABLE
        if not explanation.rules:
            if compares_nothing(explanation.features):
                return Unmet.NOTHING_STATED
            is_common = any(rule.too_common for rule in explanation.blocking)
            return Unmet.TOO_COMMON if is_common else Unmet.NOTHING_SHARED
        if self._course.brought.contradict(one, other):
            return Unmet.CONTRADICTION
        return None if self._course.brought.share_a_block(one, other) else Unmet.BEYOND_BUDGET

    def _thirds(self, around: Neighbourhood, one: int, other: int) -> list[int]:
        """Return whom rules bring to both, and who is likely to be both, the likeliest first."""
        if not self._course.closes:
            return []
        sides = around.partners(one), around.partners(other)
        doubt = {
            third: -min(sides[0][third], sides[1][third])
            for third in sides[0].keys() & sides[1].keys()
            if min(sides[0][third], sides[1][third]) >= self._threshold
            and self._course.is_brought(one, third)
            and self._course.is_brought(third, other)
        }
        return sorted(doubt, key=lambda third: (doubt[third], third))

    def _contradictions(self, one: int, other: int) -> tuple[tuple[str, str, str], ...]:
        """Return in what the two differ that keeps them out of the budget, with both keys."""
        ground = self._ground
        return tuple(
            (
                _subject(predicate),
                self._keys.of_predicate(predicate, one)[0],
                self._keys.of_predicate(predicate, other)[0],
            )
            for predicate, codes in codes_by_predicate(ground.records, ground.variables)
            if self._course.brought.is_parted_by(codes, one, other)
        )

    def _better(
        self,
        around: Neighbourhood,
        ends: tuple[int, int],
        clusters: tuple[Integers, Integers],
        score: float | None,
    ) -> tuple[Link, ...]:
        """Return for each end the likeliest of its cluster that is likelier than the other end."""
        found = []
        for end, cluster in zip(ends, clusters, strict=True):
            partners = around.partners(end)
            mates = [mate for mate in cluster.tolist() if mate != end and mate in partners]
            best = max(mates, key=lambda mate: partners[mate], default=None)
            if best is not None and score is not None and partners[best] > score:
                found.append((end, best, partners[best]))
        return self._links(found)

    def _links(self, edges: Sequence[Edge]) -> tuple[Link, ...]:
        return tuple(Link(self._id(one), self._id(other), score) for one, other, score in edges)

    def _members(self, places: Integers) -> tuple[str, ...]:
        """Return the ids of all records of a cluster, copies among them."""
        copies = self._ground.copies
        numbers = places if copies is None else np.flatnonzero(np.isin(copies.places, places))
        return tuple(self._ids[number] for number in numbers.tolist())

    def _place(self, record: int) -> int:
        return record if self._ground.copies is None else int(self._ground.copies.places[record])

    def _id(self, place: int) -> str:
        return self._ground.records.ids[place]


def _compared(*, is_equal: bool, is_scored: bool, unmet: Unmet | None) -> Compared:
    if is_equal:
        return Compared.AS_EQUAL
    if not is_scored:
        return Compared.NEVER
    return Compared.BY_RULES if unmet is None else Compared.BY_NEIGHBOURS


def _subject(predicate: Predicate) -> str:
    """Return in what two differ that have other keys of a predicate."""
    return predicate_meaning(predicate).removesuffix(AS_A_WHOLE)
