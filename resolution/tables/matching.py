"""Two tables linked one to one: each record goes with at most one of the other table.

Flows in: the scored pairs of a run. Flows out: clusters of two, and records alone. The likeliest
pair is taken first, then the likeliest whose records are both free, and so on: what a person would
do with the list of pairs. An assignment with the largest sum of scores would give up a likely pair
where two less likely ones weigh more together, which no reader of the result could follow.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from resolution.tables.clustering import Clusters
from resolution.tables.keys import Integers
from resolution.tables.running import Resolved, ranks_of
from resolution.tables.scored import Scored


def one_to_one(found: Resolved, ids: Sequence[str]) -> Resolved:
    """Return what a run over two tables found, no record with more than one other."""
    clusters = matched(len(ids), found.pairs, found.report.threshold, ranks_of(ids))
    report = replace(
        found.report, clusters=int(clusters.numbers.max(initial=-1)) + 1, largest=clusters.largest
    )
    return replace(found, clusters=clusters, report=report)


def matched(size: int, pairs: Scored, threshold: float, ranks: Integers) -> Clusters:
    """Take the likeliest pairs whose records are free; the smaller ids first among equals."""
    likely = np.flatnonzero(pairs.scores >= threshold)
    left, right, scores = pairs.left[likely], pairs.right[likely], pairs.scores[likely]
    first, second = np.sort([ranks[left], ranks[right]], axis=0)
    order = np.lexsort((second, first, -scores))
    leads, confidence = np.arange(size), np.ones(size)
    is_free = np.ones(size, dtype=np.bool_).tolist()
    ends = zip(left[order].tolist(), right[order].tolist(), scores[order].tolist(), strict=True)
    for one, other, score in ends:
        if is_free[one] and is_free[other]:
            is_free[one] = is_free[other] = False
            leads[[one, other]] = min(one, other)
            confidence[[one, other]] = score
    numbers = np.unique(leads, return_inverse=True)[1]
    return Clusters(numbers.astype(np.int32), confidence)
