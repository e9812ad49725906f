"""Mentions in texts find their actor: the one cluster of records that fits best, or none.

A name in a text may fit two namesakes. It never joins them to each other: it goes to the one that is
clearly better supported, and where neither is, it stays with its like in the same text.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from resolution.clustering.linkage import Scored
from resolution.clustering.rules import Pair, Rules
from resolution.clustering.union import Union

# A namesake must be worse by this much log-odds; less is a matter of spelling, not of evidence.
_CLEARLY_BETTER = 0.4


def text_groups(
    table: pa.Table, order: Sequence[int], must_link: Iterable[Pair], rules: Rules
) -> list[list[int]]:
    """Put together the mentions of one document that share a name, and those judged the same."""
    union = Union(len(order))
    is_text = rules.is_text
    for one, other in must_link:
        if is_text[one] and is_text[other]:
            union.join(one, other)
    columns = zip(
        table.column("document").to_pylist(), table.column("names").to_pylist(), strict=True
    )
    spoken = list(columns)
    first: dict[tuple[str, str], int] = {}
    groups = {position: [position] for position in order if is_text[position]}
    for group in union.groups(groups):
        groups |= dict.fromkeys(group, group)
    for position in order:
        if not is_text[position]:
            continue
        document, names = spoken[position]
        for name in names:
            other = first.setdefault((document, " ".join(sorted(name.split()))), position)
            mine, theirs = groups[position], groups[other]
            if mine is not theirs and rules.allow(mine, theirs):
                both = [*mine, *theirs]
                groups |= dict.fromkeys(both, both)
    return list({id(group): group for group in groups.values()}.values())


def attach(
    group: Sequence[int],
    clusters: Mapping[int, list[int]],
    home: Mapping[int, int],
    scores: Mapping[int, Sequence[Scored]],
    threshold: float,
    rules: Rules,
) -> tuple[int | None, bool]:
    """Return the cluster a group joins, if any, and whether several claimed it."""
    best: dict[int, float] = {}
    for position in group:
        for _, other, score in scores.get(position, ()):
            root = home.get(other)
            if root is not None:
                best[root] = max(best.get(root, 0.0), score)
    likely = sorted(
        (
            (-score, root)
            for root, score in best.items()
            if score >= threshold and rules.allow(group, clusters[root])
        )
    )
    if not likely:
        return None, False
    if len(likely) > 1 and _odds(-likely[0][0]) - _odds(-likely[1][0]) < _CLEARLY_BETTER:
        return None, True
    return likely[0][1], False


def _odds(score: float) -> float:
    bounded = min(max(score, 1e-12), 1 - 1e-12)
    return math.log(bounded / (1 - bounded))
