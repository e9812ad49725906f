"""Verdicts that cannot all hold: two said to be different, and the same through others; pure.

Flows in: pairs said to be the same and pairs said to be different, of whatever names the records.
Flows out: each contradiction with the shortest chain that stands against the pair.
"""

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

End = TypeVar("End", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Contradiction(Generic[End]):
    """Two that are judged different, and the way on which they are judged the same."""

    left: End
    right: End
    chain: tuple[tuple[End, End], ...]
    """From the left to the right; one link where the two themselves are judged both ways."""


def contradictions(
    same: Iterable[tuple[End, End]], different: Iterable[tuple[End, End]]
) -> Iterator[Contradiction[End]]:
    """Yield a contradiction for each pair that is different and hangs together all the same."""
    beside: dict[End, list[End]] = {}
    for left, right in same:
        beside.setdefault(left, []).append(right)
        beside.setdefault(right, []).append(left)
    groups = _groups(beside)
    for left, right in different:
        if left in groups and groups[left] == groups.get(right):
            yield Contradiction(left, right, _shortest(beside, left, right))


def _groups(beside: Mapping[End, Iterable[End]]) -> dict[End, int]:
    groups: dict[End, int] = {}
    for number, root in enumerate(beside):
        waiting = [] if root in groups else [root]
        while waiting:
            one = waiting.pop()
            if one not in groups:
                groups[one] = number
                waiting += beside[one]
    return groups


def _shortest(
    beside: Mapping[End, Iterable[End]], left: End, right: End
) -> tuple[tuple[End, End], ...]:
    """Walk breadth first from the right, so that the way back leads from the left."""
    towards: dict[End, End] = {right: right}
    waiting = deque([right])
    while left not in towards:
        one = waiting.popleft()
        for other in beside[one]:
            if other not in towards:
                towards[other] = one
                waiting.append(other)
    chain = []
    while left != right:
        chain.append((left, towards[left]))
        left = towards[left]
    return tuple(chain)
