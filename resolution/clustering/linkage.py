"""Average linkage under rules: the most alike clusters merge first, while their average allows.

A group that holds together from the beginning, as by a judgement, speaks with one voice: the best
score of any of its members. Whoever judged has answered for the others, which may have nothing else
in common. The average runs over all pairs of voices; a pair that was never compared counts as 0, so
that one likely pair cannot chain two crowds together. Only pairs with a score are held in memory.
"""

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence

Scored = tuple[int, int, float]
Allow = Callable[[Sequence[int], Sequence[int]], bool]


class Linkage:
    """Clusters in the making; members are numbers whose order settles ties."""

    def __init__(self, groups: Iterable[Sequence[int]], scored: Iterable[Scored]) -> None:
        """Begin with groups that hold together already and the scores between members."""
        self.members: dict[int, list[int]] = {min(group): sorted(group) for group in groups}
        home = {one: root for root, group in self.members.items() for one in group}
        self._voices = dict.fromkeys(self.members, 1)
        self._sums: dict[int, dict[int, float]] = {root: {} for root in self.members}
        for one, other, score in scored:
            left, right = home[one], home[other]
            if left != right:
                best = max(score, self._sums[left].get(right, 0.0))
                self._sums[left][right] = self._sums[right][left] = best

    def average(self, left: int, right: int) -> float:
        """Return the average score between two clusters."""
        pairs = self._voices[left] * self._voices[right]
        return self._sums[left].get(right, 0.0) / pairs

    def merge_all(self, threshold: float, allow: Allow) -> Mapping[int, list[int]]:
        """Merge while an allowed pair of clusters reaches the threshold; return the clusters."""
        queue = [
            (-average, left, right, len(self.members[left]), len(self.members[right]))
            for left, others in self._sums.items()
            for right in others
            if left < right and (average := self.average(left, right)) >= threshold
        ]
        heapq.heapify(queue)
        while queue:
            _, left, right, left_size, right_size = heapq.heappop(queue)
            # A cluster that has grown or gone since has newer entries in the queue.
            sizes = (len(self.members.get(left, ())), len(self.members.get(right, ())))
            if sizes != (left_size, right_size):
                continue
            if not allow(self.members[left], self.members[right]):
                continue
            self._merge(left, right)
            for other in self._sums[left]:
                average = self.average(left, other)
                if average >= threshold:
                    pair = (left, other) if left < other else (other, left)
                    lengths = (len(self.members[pair[0]]), len(self.members[pair[1]]))
                    heapq.heappush(queue, (-average, *pair, *lengths))
        return self.members

    def _merge(self, left: int, right: int) -> None:
        self.members[left] = sorted(self.members[left] + self.members.pop(right))
        self._voices[left] += self._voices.pop(right)
        for other, total in self._sums.pop(right).items():
            del self._sums[other][right]
            if other != left:
                self._sums[left][other] = self._sums[left].get(other, 0.0) + total
                self._sums[other][left] = self._sums[left][other]
