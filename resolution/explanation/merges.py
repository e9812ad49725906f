"""The tree of merges of one entity: what was joined to what, and by what, drawn from its founder.

Flows in: the joins that hold an entity's mentions together (`resolution.clustering.trees`). Flows
out: its mentions in the order in which the tree is drawn, each with the join to the one above it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from actors.records import MentionId


class Means(StrEnum):
    """What joined two mentions."""

    COMPARISON = "COMPARISON"
    JUDGEMENT = "JUDGEMENT"
    SAME_TEXT = "SAME_TEXT"


@dataclass(frozen=True, slots=True)
class Join:
    """What holds two mentions of an entity together."""

    left: MentionId
    right: MentionId
    score: float
    means: Means
    left_name: str | None
    right_name: str | None
    """The two names that were found most alike, as written."""
    rules: tuple[str, ...]

    def reversed(self) -> "Join":
        """Return the join seen from the other side."""
        return Join(
            self.right,
            self.left,
            self.score,
            self.means,
            self.right_name,
            self.left_name,
            self.rules,
        )


@dataclass(frozen=True, slots=True)
class Branch:
    """A mention in the tree; `join` leads to it from the mention above it, left above right."""

    mention: MentionId
    depth: int
    join: Join | None
    """None for the root, and for a mention that nothing here holds."""
    is_followed: bool = False
    """Whether another mention follows under the same one."""


def merge_tree(order: Sequence[MentionId], joins: Sequence[Join]) -> tuple[Branch, ...]:
    """Lay the joins out as a tree from the first mention, the strongest joins first.

    A mention that the joins do not reach, as one that came after the last run, is a root of its
    own. Walked without recursion: a chain may be longer than the stack.
    """
    beside: dict[MentionId, list[Join]] = {mention: [] for mention in order}
    for join in joins:
        beside[join.left].append(join)
        beside[join.right].append(join.reversed())
    place = {mention: number for number, mention in enumerate(order)}
    seen: set[MentionId] = set()
    branches: list[Branch] = []
    for root in order:
        if root not in seen:
            branches += _walked(root, beside, place, seen)
    return tuple(branches)


def _walked(
    root: MentionId,
    beside: Mapping[MentionId, Sequence[Join]],
    place: Mapping[MentionId, int],
    seen: set[MentionId],
) -> list[Branch]:
    branches: list[Branch] = []
    waiting = [Branch(root, 0, None)]
    seen.add(root)
    while waiting:
        branch = waiting.pop()
        branches.append(branch)
        below = [join for join in beside[branch.mention] if join.right not in seen]
        seen |= {join.right for join in below}
        below.sort(key=lambda join: (-join.score, place[join.right]))
        last = len(below) - 1
        waiting += [
            Branch(join.right, branch.depth + 1, join, is_followed=number < last)
            for number, join in reversed(list(enumerate(below)))
        ]
    return branches


def path_between(
    branches: Sequence[Branch], left: MentionId, right: MentionId
) -> tuple[Join, ...] | None:
    """Return the joins that lead from one mention to another; None where none do."""
    above = {one.mention: one.join for one in branches}
    ways = []
    for end in (left, right):
        way: list[Join] = []
        join = above[end]
        while join is not None:
            way.append(join)
            join = above[join.left]
        ways.append(way)
    roots = [way[-1].left if way else end for way, end in zip(ways, (left, right), strict=True)]
    if roots[0] != roots[1]:
        return None
    up, down = ways
    while up and down and up[-1] == down[-1]:
        up.pop()
        down.pop()
    return (*(join.reversed() for join in up), *reversed(down))
