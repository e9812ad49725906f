"""The compared pairs around two records: who else is likely to be either, and what links them."""

from collections import deque
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from resolution.tables.keys import Integers
from resolution.tables.scored import Floats

Edge = tuple[int, int, float]
"""Two records and their score."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Pairs of records by their places, and how many records stand in each place."""

    left: npt.NDArray[np.integer]
    right: npt.NDArray[np.integer]
    scores: Floats
    weights: Integers

    def score(self, one: int, other: int) -> float | None:
        """Return what two scored; None where they were not compared."""
        return self.partners(one).get(other)

    def partners(self, one: int) -> dict[int, float]:
        """Return whom a record was compared with, and the scores."""
        found: dict[int, float] = {}
        for side, across in ((self.left, self.right), (self.right, self.left)):
            rows = np.flatnonzero(side == one)
            found |= dict(zip(across[rows].tolist(), self.scores[rows].tolist(), strict=True))
        return found

    def average(self, ones: Integers, others: Integers) -> float:
        """Return the mean over all pairs between two groups, those never compared counting 0."""
        sides = [np.isin(side, ones) for side in (self.left, self.right)]
        across = [np.isin(side, others) for side in (self.right, self.left)]
        between = (sides[0] & across[0]) | (sides[1] & across[1])
        weighed = self.weights[self.left] * self.weights[self.right] * self.scores
        pairs = int(self.weights[ones].sum()) * int(self.weights[others].sum())
        return float(weighed[between].sum()) / pairs

    def strongest_way(self, one: int, other: int, among: Integers) -> tuple[Edge, ...]:
        """Return the links from one to another whose weakest is strongest; none where none lead.

        They are those of the maximum spanning tree (Kruskal 1956).
        """
        inside = np.flatnonzero(np.isin(self.left, among) & np.isin(self.right, among))
        group = {place: {place} for place in among.tolist()}
        beside: dict[int, list[tuple[int, float]]] = {place: [] for place in group}
        for row in inside[np.argsort(-self.scores[inside], kind="stable")].tolist():
            left, right, score = int(self.left[row]), int(self.right[row]), self.scores[row]
            if group[left] is group[right]:
                continue
            beside[left].append((right, float(score)))
            beside[right].append((left, float(score)))
            smaller, larger = sorted((group[left], group[right]), key=len)
            larger |= smaller
            group |= dict.fromkeys(smaller, larger)
            if group[one] is group[other]:
                own = self.score(one, other)
                if own is not None and own >= score:  # of equally strong ways the shortest
                    return ((one, other, own),)
                return _way(beside, one, other)
        return ()


def _way(beside: dict[int, list[tuple[int, float]]], one: int, other: int) -> tuple[Edge, ...]:
    """Walk a tree from the other, so that the way back leads from the one."""
    towards: dict[int, tuple[int, float]] = {other: (other, 1.0)}
    waiting = deque([other])
    while one not in towards:
        place = waiting.popleft()
        for next_place, score in beside[place]:
            if next_place not in towards:
                towards[next_place] = (place, score)
                waiting.append(next_place)
    edges = []
    while one != other:
        following, score = towards[one]
        edges.append((one, following, score))
        one = following
    return tuple(edges)
