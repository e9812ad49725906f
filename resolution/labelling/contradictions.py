"""Labels that cannot all be right: who is one with one, and one with another, is one with both.

A contradiction is a pair labelled "two" and the shortest chain of pairs labelled "one" that says
otherwise; any of them may be the mistake.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from resolution.labelling.answers import Label


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A pair labelled two, and the chain that makes it one."""

    apart: Label
    chain: tuple[Label, ...]

    @property
    def labels(self) -> tuple[Label, ...]:
        """All labels of which at least one is wrong."""
        return (self.apart, *self.chain)


def contradictions(labels: Sequence[Label]) -> list[Contradiction]:
    """Return a contradiction for each pair labelled two whose ends a chain makes one."""
    neighbours = _neighbours(one for one in labels if one.match)
    found = []
    for label in labels:
        if not label.match:
            chain = _chain(neighbours, label.left, label.right)
            if chain:
                found.append(Contradiction(label, chain))
    return found


def contradicting(label: Label, labels: Sequence[Label]) -> Contradiction | None:
    """Return how a new label contradicts those there are; None if it does not."""
    others = [one for one in labels if {*one[:2]} != {*label[:2]}]
    if not label.match:
        chain = _chain(_neighbours(one for one in others if one.match), label.left, label.right)
        return Contradiction(label, chain) if chain else None
    return next((one for one in contradictions([*others, label]) if label in one.chain), None)


def _neighbours(labels: Iterable[Label]) -> dict[int, dict[int, Label]]:
    found: dict[int, dict[int, Label]] = {}
    for label in labels:
        found.setdefault(label.left, {})[label.right] = label
        found.setdefault(label.right, {})[label.left] = label
    return found


def _chain(
    neighbours: Mapping[int, Mapping[int, Label]], begin: int, end: int
) -> tuple[Label, ...]:
    """Return the fewest labels that lead from one record to the other; none if there is no way."""
    came_from: dict[int, int] = {begin: begin}
    waiting = deque([begin])
    while waiting and end not in came_from:
        here = waiting.popleft()
        for other in neighbours.get(here, ()):
            if other not in came_from:
                came_from[other] = here
                waiting.append(other)
    if end not in came_from:
        return ()
    chain = []
    here = end
    while here != begin:
        before = came_from[here]
        chain.append(neighbours[before][here])
        here = before
    return tuple(reversed(chain))
