from collections.abc import Callable, Iterable
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.errors import RunError
from resolution.clustering.linkage import Linkage
from resolution.clustering.union import Union
from resolution.tables.clustering import MANY_RECORDS, Clusters, cluster_pairs
from resolution.tables.components import components

Pair = tuple[int, int]
Scored = list[tuple[int, int, float]]
Graph = tuple[int, Scored]

THRESHOLD = 0.5
# Few distinct scores, so that ties are common.
SCORES = st.sampled_from([0.05, 0.2, 0.45, 0.5, 0.55, 0.7, 0.9, 0.99])


@st.composite
def graphs(draw: Callable[..., Any], most: int = 9) -> Graph:
    size = draw(st.integers(2, most))
    pairs = [(one, other) for one in range(size) for other in range(one + 1, size)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True))
    return size, [(*pair, draw(SCORES)) for pair in chosen]


def clustered(size: int, scored: Scored, **links: Any) -> Clusters:
    columns = list(zip(*scored, strict=True)) or [(), (), ()]
    left, right = (np.array(column, dtype=np.int64) for column in columns[:2])
    return cluster_pairs(size, left, right, np.array(columns[2], dtype=float), THRESHOLD, **links)


def groups(clusters: Clusters) -> set[frozenset[int]]:
    found: dict[int, set[int]] = {}
    for record, number in enumerate(clusters.numbers.tolist()):
        found.setdefault(number, set()).add(record)
    return {frozenset(members) for members in found.values()}


def plain(
    size: int, scored: Scored, must_link: Iterable[Pair] = (), cannot_link: Iterable[Pair] = ()
) -> set[frozenset[int]]:
    """The clusters that the sanctions way finds under the same links."""
    union = Union(size)
    for one, other in must_link:
        union.join(one, other)
    apart = {frozenset(pair) for pair in cannot_link}

    def allow(left: Iterable[int], right: Iterable[int]) -> bool:
        return not any(frozenset((one, other)) in apart for one in left for other in right)

    linkage = Linkage(union.groups(range(size)), scored)
    return {frozenset(group) for group in linkage.merge_all(THRESHOLD, allow).values()}


@given(graphs())
def test_clusters_are_those_of_the_plain_linkage(graph: Graph) -> None:
    assert groups(clustered(*graph)) == plain(*graph)


@given(graphs(), st.data())
def test_judged_pairs_hold_as_in_the_plain_linkage(graph: Graph, data: st.DataObject) -> None:
    size, scored = graph
    links = data.draw(st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1))))
    links = [pair for pair in links if pair[0] != pair[1]]
    must, cannot = links[::2], links[1::2]
    union = Union(size)
    for one, other in must:
        union.join(one, other)
    cannot = [pair for pair in cannot if union.find(pair[0]) != union.find(pair[1])]

    found = clustered(size, scored, must_link=must, cannot_link=cannot)

    assert groups(found) == plain(size, scored, must, cannot)
    assert all(found.numbers[one] == found.numbers[other] for one, other in must)
    assert all(found.numbers[one] != found.numbers[other] for one, other in cannot)


@given(graphs(), st.randoms())
def test_the_order_of_rows_and_pairs_changes_nothing_where_ranks_stay(
    graph: Graph, random: Random
) -> None:
    size, scored = graph
    place = list(range(size))
    random.shuffle(place)
    moved = [
        (place[one], place[other], score)
        if random.random() < 0.5
        else (place[other], place[one], score)
        for one, other, score in random.sample(scored, len(scored))
    ]
    ranks = np.argsort(place)

    here, there = clustered(size, scored), clustered(size, moved, ranks=ranks)

    assert {frozenset(place[one] for one in group) for group in groups(here)} == groups(there)
    assert here.confidence.tolist() == pytest.approx(there.confidence[place].tolist())


def test_a_cluster_s_number_counts_from_the_first_record() -> None:
    assert clustered(5, [(1, 3, 0.9), (0, 4, 0.8)]).numbers.tolist() == [0, 1, 2, 1, 0]


def test_confidence_is_the_mean_score_to_the_others() -> None:
    found = clustered(4, [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.7)])

    assert found.confidence.tolist() == pytest.approx([0.8, 0.85, 0.75, 1.0])


def test_a_judged_pair_is_certain_of_itself_whatever_its_score() -> None:
    found = clustered(3, [(0, 1, 0.1)], must_link=[(1, 0), (1, 2)])

    assert found.numbers.tolist() == [0, 0, 0]
    assert found.confidence.tolist() == [0.5, 1.0, 0.5]


def test_judgements_that_cannot_all_hold_are_refused() -> None:
    with pytest.raises(RunError, match="records 0 and 2"):
        clustered(3, [], must_link=[(0, 1), (1, 2)], cannot_link=[(2, 0)])


def test_a_crowd_hangs_together_by_its_best_pairs_only() -> None:
    """A chain through a crowd is no evidence; two pairs as likely in a small component merge."""
    size = MANY_RECORDS + 50
    chain = [(one, one + 1, 0.6 if one % 2 else 0.9) for one in range(size - 1)]

    crowd, few = clustered(size, chain), clustered(4, [(0, 1, 0.9), (1, 2, 0.6), (2, 3, 0.9)])

    assert groups(crowd) == {frozenset((one, one + 1)) for one in range(0, size, 2)}
    assert groups(few) == {frozenset((0, 1)), frozenset((2, 3))}


def test_a_crowd_of_one_record_over_and_over_is_one_cluster() -> None:
    size = MANY_RECORDS + 20
    pairs = [(one, other, 0.9) for one in range(size) for other in range(one + 1, size)]

    assert clustered(size, pairs).largest == size


@given(graphs(most=30))
def test_components_are_those_of_plain_disjoint_sets(graph: Graph) -> None:
    size, scored = graph
    union = Union(size)
    for one, other, _ in scored:
        union.join(one, other)
    left, right = (np.array([pair[side] for pair in scored], dtype=np.int64) for side in (0, 1))

    assert components(size, left, right).tolist() == [union.find(one) for one in range(size)]
