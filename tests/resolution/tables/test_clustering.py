import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import Any
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.errors import RunError
from resolution.clustering.linkage import Linkage
from resolution.clustering.union import Union
from resolution.tables import hanging
from resolution.tables.clustering import Clusters, cluster_pairs
from resolution.tables.components import components
from resolution.tables.hanging import MANY_RECORDS

Pair = tuple[int, int]
Scored = list[tuple[int, int, float]]
Graph = tuple[int, Scored]

THRESHOLD = 0.5
# Few distinct scores, so that ties are common; in 64ths, so that plain sums are exact as well.
SCORES = st.sampled_from([4, 13, 29, 32, 35, 45, 58, 63]).map(lambda score: score / 64)


@st.composite
def graphs(draw: Callable[..., Any], most: int = 9) -> Graph:
    size = draw(st.integers(2, most))
    pairs = [(one, other) for one in range(size) for other in range(one + 1, size)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True))
    return size, [(*pair, draw(SCORES)) for pair in chosen]


def clustered(size: int, scored: Scored, threshold: float = THRESHOLD, **links: Any) -> Clusters:
    columns = list(zip(*scored, strict=True)) or [(), (), ()]
    left, right = (np.array(column, dtype=np.int64) for column in columns[:2])
    return cluster_pairs(size, left, right, np.array(columns[2], dtype=float), threshold, **links)


def groups(clusters: Clusters) -> set[frozenset[int]]:
    found: dict[int, set[int]] = {}
    for record, number in enumerate(clusters.numbers.tolist()):
        found.setdefault(number, set()).add(record)
    return {frozenset(members) for members in found.values()}


def plain(size: int, scored: Scored, many: int = MANY_RECORDS) -> set[frozenset[int]]:
    """The definition: of clusters that hang together the nearest two merge, again and again."""
    hanging_together = plainly_hanging(size, scored, many)
    return merged_plainly(size, scored, hanging_together, [1] * size)


def merged_plainly(
    size: int, scored: Scored, hanging_together: Union, counts: list[int]
) -> set[frozenset[int]]:
    score = {frozenset(pair[:2]): Fraction(pair[2]) for pair in scored}
    clusters = [[record] for record in range(size)]
    while True:
        nearest = min(
            (
                (-average, one, other)
                for one, other in combinations(clusters, 2)
                if hanging_together.find(one[0]) == hanging_together.find(other[0])
                if (average := average_score(one, other, score, counts)) >= THRESHOLD
            ),
            default=None,
        )
        if nearest is None:
            return set(map(frozenset, clusters))
        _, one, other = nearest
        clusters.remove(other)
        one += other
        one.sort()


def average_score(
    one: list[int], other: list[int], score: dict[frozenset[int], Fraction], counts: list[int]
) -> Fraction:
    pairs = [(left, right, counts[left] * counts[right]) for left in one for right in other]
    return sum(
        (score.get(frozenset(pair), Fraction(0)) * weight for *pair, weight in pairs), Fraction(0)
    ) / sum(weight for *_, weight in pairs)


def plainly_hanging(size: int, scored: Scored, many: int) -> Union:
    """Who hangs together at the threshold, in crowds only by better odds or best pairs."""
    likely = [pair for pair in scored if pair[2] >= THRESHOLD]
    wide = Union(size)
    best = [0.0] * size
    for one, other, score in likely:
        wide.join(one, other)
        best[one], best[other] = max(best[one], score), max(best[other], score)
    sizes = {group[0]: len(group) for group in wide.groups(range(size))}
    narrow = Union(size)
    for one, other, score in likely:
        rise = max(Fraction(sizes[wide.find(one)], many), Fraction(1))
        odds = Fraction(score) / (1 - Fraction(score))
        if odds >= rise * Fraction(THRESHOLD) / (1 - Fraction(THRESHOLD)) or score >= min(
            best[one], best[other]
        ):
            narrow.join(one, other)
    return narrow


def held_plain(
    size: int, scored: Scored, must_link: Iterable[Pair], cannot_link: Iterable[Pair]
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


def clique(records: Iterable[int], score: float) -> Scored:
    return [(one, other, score) for one, other in combinations(records, 2)]


@given(graphs())
def test_clusters_are_those_of_the_plain_definition(graph: Graph) -> None:
    assert groups(clustered(*graph)) == plain(*graph)


@given(graphs(most=12), st.integers(2, 6))
def test_crowds_are_parted_as_in_the_plain_definition(graph: Graph, many: int) -> None:
    with mock.patch.object(hanging, "MANY_RECORDS", many):
        found = clustered(*graph)

    assert groups(found) == plain(*graph, many)


@pytest.mark.parametrize(
    ("many", "links"),
    [
        (2, {"cannot_link": [(0, 1), (2, 3)]}),
        (1, {"must_link": [(0, 1), (2, 3)]}),
    ],
)
def test_a_judged_pair_is_nobody_s_best_in_a_crowd(many: int, links: dict[str, list[Pair]]) -> None:
    """Whoever is judged has other pairs to hang by."""
    with mock.patch.object(hanging, "MANY_RECORDS", many):
        found = clustered(4, [(0, 1, 0.99), (2, 3, 0.99), (0, 2, 0.55)], **links)

    assert found.numbers[0] == found.numbers[2]


@given(graphs(), st.randoms())
def test_a_pair_given_again_the_other_way_round_counts_once_by_its_best_score(
    graph: Graph, random: Random
) -> None:
    size, scored = graph
    again = [
        (other, one, score / 2 if random.random() < 0.5 else score) for one, other, score in scored
    ]

    once, twice = clustered(size, scored), clustered(size, again[::2] + scored + again[1::2])

    assert groups(once) == groups(twice)
    assert once.confidence.tolist() == pytest.approx(twice.confidence.tolist())


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

    assert groups(found) == held_plain(size, scored, must, cannot)
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


def test_a_crowd_hangs_together_by_better_pairs_than_a_few_records_do() -> None:
    """Each record has a likelier one than the next: a triangle of likely pairs merges in a few."""
    triangle: Scored = [
        (0, 1, 0.9),
        (2, 3, 0.9),
        (0, 2, 0.55),
        (0, 3, 0.55),
        (1, 2, 0.5),
        (1, 3, 0.5),
    ]
    size = 4 * MANY_RECORDS
    crowd = [
        (first + one, first + other, score)
        for first in range(0, size, 4)
        for one, other, score in triangle
    ]
    bridges = [(one, one + 1, 0.6) for one in range(3, size - 1, 4)]

    assert clustered(4, triangle).largest == 4
    assert clustered(size, crowd + bridges).largest == 2


@pytest.mark.parametrize("size", [MANY_RECORDS, MANY_RECORDS + 1, 2 * MANY_RECORDS])
def test_the_equally_alike_stay_together_however_many_they_are(size: int) -> None:
    alike = clique(range(size), 0.8)

    assert clustered(size, alike).largest == size
    assert clustered(size, alike, threshold=0.8).largest == size


@pytest.mark.parametrize("size", [MANY_RECORDS - 1, MANY_RECORDS, MANY_RECORDS + 1])
def test_a_stronger_pair_or_one_more_record_breaks_nobody_out(size: int) -> None:
    """A clique of 401 at .8 fell apart into single records when one pair of it had .999."""
    alike = clique(range(size), 0.8)

    assert clustered(size, [(0, size - 1, 0.999), *alike]).largest == size
    assert clustered(size + 1, [*alike, (0, size, 0.6)]).largest == size
    assert clustered(size + 1, [*alike, (0, size, 0.999)]).largest == size - 1


@given(graphs(), st.data())
def test_a_record_that_stands_for_many_copies_weighs_as_they_would(
    graph: Graph, data: st.DataObject
) -> None:
    """Averages of a million copies were another in the last digit from either side: a circle."""
    size, scored = graph
    many = st.sampled_from([1, 2, 3, 1_501, 40_000])
    counts = data.draw(st.lists(many, min_size=size, max_size=size))

    found = clustered(size, scored, counts=np.array(counts), own_scores=np.ones(size))

    expected = merged_plainly(size, scored, plainly_hanging(size, scored, MANY_RECORDS), counts)
    assert groups(found) == expected


@pytest.mark.parametrize("score", [0.9, 1.0 - 1e-12, 1.0])
def test_of_two_strangers_a_third_goes_with_one_however_alike_all_are(score: float) -> None:
    """A pair that is missing makes less than an even chance of any other."""
    assert clustered(3, [(0, 2, score), (1, 2, score)]).largest == 2
    assert clustered(2, [(0, 1, 1.0)], threshold=1.0).largest == 2


def test_a_sum_of_equal_scores_reaches_a_threshold_that_each_reaches() -> None:
    """Three times .7 is less than 2.1 in binary: four records of .7 did not merge at .7."""
    assert clustered(4, clique(range(4), 0.7), threshold=0.7).largest == 4


def test_scores_that_say_nothing_do_not_keep_records_together_or_apart() -> None:
    alike = clique(range(3), 0.5)
    hardly = [(one, 3, 0.0005) for one in range(3)]

    assert groups(clustered(4, alike + hardly)) == groups(clustered(4, alike))


PAIR = ([0], [1], [0.9])


@pytest.mark.parametrize(
    ("pairs", "threshold", "links", "problem"),
    [
        (([0, 0], [1, 2], [0.5, np.nan]), 0.5, {}, "Pair 1 has the score nan"),
        (([0], [1], [1.01]), 0.5, {}, "Pair 0 has the score 1.01: it must be from 0 to 1"),
        (([0], [1], [-np.inf]), 0.5, {}, "Pair 0 has the score -inf"),
        (([0, 1], [1, 3], [0.5, 0.5]), 0.5, {}, "Pair 1 names record 3: there are 3, numbered"),
        (([0, -1], [1, 2], [0.5, 0.5]), 0.5, {}, "Pair 1 names record -1"),
        (([0, 2], [1, 2], [0.5, 0.5]), 0.5, {}, "Pair 1 is of record 2 with itself"),
        (([0, 1], [1, 2], [0.5]), 0.5, {}, "2 left records, 2 right ones and 1 scores"),
        (([0.0], [1.0], [0.5]), 0.5, {}, "whole numbers, not by float64"),
        (PAIR, 1.5, {}, "The threshold is 1.5"),
        (PAIR, np.nan, {}, "The threshold is nan"),
        (PAIR, 0.5, {"must_link": [(0, 3)]}, "A judgement names record 3"),
        (PAIR, 0.5, {"cannot_link": [(-1, 0)]}, "A judgement names record -1"),
        (PAIR, 0.5, {"must_link": [(2, 2)]}, "A judgement is of record 2 with itself"),
        (PAIR, 0.5, {"counts": np.ones(2)}, "There are 2 counts for 3 records"),
        (PAIR, 0.5, {"ranks": np.arange(4)}, "There are 4 ranks for 3 records"),
    ],
)
def test_what_means_nothing_is_refused(
    pairs: tuple[list[Any], list[Any], list[float]], threshold: float, links: Any, problem: str
) -> None:
    left, right, scores = map(np.array, pairs)

    with pytest.raises(RunError, match=re.escape(problem)):
        cluster_pairs(3, left, right, scores, threshold, **links)


@given(graphs(most=30))
def test_components_are_those_of_plain_disjoint_sets(graph: Graph) -> None:
    size, scored = graph
    union = Union(size)
    for one, other, _ in scored:
        union.join(one, other)
    left, right = (np.array([pair[side] for pair in scored], dtype=np.int64) for side in (0, 1))

    assert components(size, left, right).tolist() == [union.find(one) for one in range(size)]
