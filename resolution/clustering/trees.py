"""What holds a cluster together: the tree of its best pairs (Kruskal's maximum spanning tree)."""

from collections.abc import Mapping, Sequence

from resolution.clustering.linkage import Scored
from resolution.clustering.rules import Pair
from resolution.clustering.union import Union

_CERTAIN = 1.0


def spanning_joins(
    groups: Sequence[Sequence[int]],
    home: Mapping[int, int],
    scored: Sequence[Scored],
    must_link: Sequence[Pair],
) -> list[Scored]:
    """Return the edges of each cluster's tree; judged pairs are certain and come first.

    Mentions that were put together without a comparison, as one name twice in a text, hang on the
    first of their cluster with certainty.
    """
    union = Union(len(home))
    joins = [(one, other, _CERTAIN) for one, other in must_link if union.join(one, other)]
    inside = (pair for pair in scored if home[pair[0]] == home[pair[1]])
    for one, other, score in sorted(inside, key=lambda pair: (-pair[2], pair[0], pair[1])):
        if union.join(one, other):
            joins.append((one, other, score))
    for group in groups:
        first = min(group)
        joins += [(first, other, _CERTAIN) for other in sorted(group) if union.join(first, other)]
    return joins
