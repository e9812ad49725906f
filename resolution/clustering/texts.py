"""Mentions in texts find their actor: the one cluster of records that fits best, or none.

A name in a text may fit two namesakes. It never joins them to each other: it goes to the one that
is clearly better supported, and where neither is, it stays with its like in the same text.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from resolution.clustering.linkage import Linkage, Scored
from resolution.clustering.rules import Pair, Rules
from resolution.clustering.union import Union

Clusters = Mapping[int, list[int]]

# A namesake must be worse by this much log-odds; less is a matter of spelling, not of evidence.
_CLEARLY_BETTER = 0.4


@dataclass(frozen=True, slots=True)
class TextPairs:
    """Scored pairs that involve texts: by text and record, and between two texts."""

    to_records: Mapping[int, Sequence[tuple[int, float]]]
    between: Sequence[Scored]


def place_texts(
    groups: Iterable[Sequence[int]], clusters: Clusters, pairs: TextPairs, held: Rules, cut: float
) -> list[list[int]]:
    """Add the groups of a text to clusters of records; return all clusters."""
    placed = {root: list(members) for root, members in clusters.items()}
    home = {member: root for root, members in placed.items() for member in members}
    free: list[list[int]] = []
    contested: list[list[int]] = []
    for group in groups:
        loose = [member for member in group if member not in home]
        bound = sorted({home[member] for member in group if member in home})
        likely = bound or _likely(loose, home, pairs, cut)
        allowed = [root for root in likely if held.allow(loose, placed[root])]
        if not loose:
            continue
        if not allowed:
            free.append(loose)
        elif bound or len(allowed) == 1 or _is_clear(loose, allowed, home, pairs):
            placed[allowed[0]] += loose
        else:
            contested.append(loose)
    waiting = {member for group in free for member in group}
    between = [pair for pair in pairs.between if pair[0] in waiting and pair[1] in waiting]
    alone = Linkage(free, between).merge_all(cut, held.allow)
    return [*placed.values(), *alone.values(), *contested]


def text_groups(
    table: pa.Table, order: Sequence[int], must_link: Iterable[Pair], held: Rules
) -> list[list[int]]:
    """Put together the mentions of one document that share a name, and those judged the same."""
    texts = [position for position in order if held.is_text[position]]
    union = Union(len(order))
    for one, other in must_link:
        if held.is_text[one] and held.is_text[other]:
            union.join(one, other)
    groups = {member: group for group in union.groups(texts) for member in group}
    documents, names = (table.column(name).to_pylist() for name in ("document", "names"))
    first: dict[tuple[str, str], int] = {}
    for position in texts:
        for name in names[position]:
            key = (documents[position], " ".join(sorted(name.split())))
            mine, theirs = groups[position], groups[first.setdefault(key, position)]
            if mine is not theirs and held.allow(mine, theirs):
                both = [*mine, *theirs]
                groups |= dict.fromkeys(both, both)
    return list({id(group): group for group in groups.values()}.values())


def _support(group: Iterable[int], home: Mapping[int, int], pairs: TextPairs) -> dict[int, float]:
    """Return the best score between a group and each cluster."""
    best: dict[int, float] = {}
    for member in group:
        for record, score in pairs.to_records.get(member, ()):
            root = home[record]
            best[root] = max(best.get(root, 0.0), score)
    return best


def _likely(
    group: Iterable[int], home: Mapping[int, int], pairs: TextPairs, cut: float
) -> list[int]:
    """Return the clusters that a group may join, the best supported first."""
    support = _support(group, home, pairs)
    return sorted(
        (root for root, score in support.items() if score >= cut),
        key=lambda root: (-support[root], root),
    )


def _is_clear(
    group: Iterable[int], roots: Sequence[int], home: Mapping[int, int], pairs: TextPairs
) -> bool:
    support = _support(group, home, pairs)
    return _odds(support[roots[0]]) - _odds(support[roots[1]]) >= _CLEARLY_BETTER


def _odds(score: float) -> float:
    bounded = min(max(score, 1e-12), 1 - 1e-12)
    return math.log(bounded / (1 - bounded))
