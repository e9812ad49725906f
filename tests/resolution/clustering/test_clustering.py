"""Clusters: a partition that obeys every link and the rule on records of one list."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mention_builders import all_pairs, pair_table, record, text

from actors.errors import RunError
from actors.records import EntityKind, Mention
from resolution.clustering import Clustering, cluster
from resolution.clustering.union import Union
from resolution.table import mention_table

Pair = tuple[int, int]
Scores = dict[Pair, float]


def _cluster(
    mentions: list[Mention],
    scores: Scores,
    must: list[Pair] | None = None,
    cannot: list[Pair] | None = None,
) -> Clustering:
    return cluster(
        mention_table(mentions, {}),
        pair_table(list(scores)),
        np.array(list(scores.values()), dtype=np.float64),
        threshold=0.7,
        must_link=must or [],
        cannot_link=cannot or [],
    )


def _groups(clustering: Clustering) -> set[frozenset[int]]:
    found: dict[int, set[int]] = {}
    for row in clustering.assignments.to_pylist():
        found.setdefault(row["cluster"], set()).add(row["position"])
    return {frozenset(group) for group in found.values()}


SIZE = 7
POOL = [
    *(record(f"Actor {name}", source=source) for name in "ab" for source in ("list-a", "list-b")),
    record("Actor a", source="list-c"),
    text("Actor a", document="D-1"),
    text("Actor a", document="D-2"),
]
pairs = st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda p: p[0] < p[1])
scored = st.dictionaries(pairs, st.sampled_from([0.2, 0.5, 0.71, 0.9, 0.99]))


def _contradict(must: list[Pair], cannot: list[Pair]) -> bool:
    union = Union(SIZE)
    for one, other in must:
        union.join(one, other)
    return any(union.find(one) == union.find(other) for one, other in cannot)


@given(scored, st.lists(pairs, max_size=3), st.lists(pairs, max_size=4))
def test_clusters_are_a_partition_that_obeys_every_link(
    scores: Scores, must: list[Pair], cannot: list[Pair]
) -> None:
    assume(not _contradict(must, cannot))

    clustering = _cluster(POOL, scores, must, cannot)
    groups = _groups(clustering)
    home = {member: group for group in groups for member in group}

    assert sorted(member for group in groups for member in group) == list(range(SIZE))
    assert all(home[one] is home[other] for one, other in must)
    assert all(home[one] is not home[other] for one, other in cannot)
    assert all(
        row["cluster"] == min(home[row["position"]]) for row in clustering.assignments.to_pylist()
    )


@given(scored, st.lists(pairs, max_size=2))
def test_only_judgements_join_two_records_of_one_list(scores: Scores, must: list[Pair]) -> None:
    judged = Union(SIZE)
    for one, other in must:
        judged.join(one, other)

    for group in _groups(_cluster(POOL, scores, must)):
        records = [member for member in group if POOL[member].record_id]
        for source in {POOL[member].source for member in records}:
            of_one_list = [member for member in records if POOL[member].source == source]
            assert len({judged.find(member) for member in of_one_list}) == 1


@given(scored, st.permutations(range(SIZE)))
def test_the_order_of_rows_does_not_matter(scores: Scores, order: list[int]) -> None:
    place = {old: new for new, old in enumerate(order)}
    moved = {
        (min(place[a], place[b]), max(place[a], place[b])): score
        for (a, b), score in scores.items()
    }

    straight = _groups(_cluster(POOL, scores))
    shuffled = _groups(_cluster([POOL[old] for old in order], moved))

    assert {frozenset(order[member] for member in group) for group in shuffled} == straight


@given(scored, st.lists(pairs, max_size=2))
def test_joins_are_a_tree_of_each_cluster(scores: Scores, must: list[Pair]) -> None:
    clustering = _cluster(POOL, scores, must)
    union = Union(SIZE)

    assert all(union.join(row["left"], row["right"]) for row in clustering.joins.to_pylist())
    assert {frozenset(group) for group in union.groups(range(SIZE))} == _groups(clustering)


def test_a_chain_breaks_at_the_second_record_of_a_list() -> None:
    mentions = [record("Ali", source=source) for source in ("a", "b", "a", "b")]

    clustering = _cluster(mentions, {(0, 1): 0.99, (1, 2): 0.95, (2, 3): 0.98})

    assert _groups(clustering) == {frozenset({0, 1}), frozenset({2, 3})}
    assert clustering.held_apart == 1


def test_records_of_one_list_with_one_name_and_birth_day_are_one() -> None:
    mentions = [record("Viktor Bout", born="1967-01-13") for _ in range(2)]

    assert _groups(_cluster(mentions, {(0, 1): 0.99})) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (record("Viktor Bout", born="1967-01-13"), record("Viktor Bout", born="1967")),
        (record("Kim", born="1967-01-13"), record("Kim", born="1967-01-13")),
        (
            record("Star One", numbers=["imo=9187629"], kind=EntityKind.VESSEL),
            record("Star One", numbers=["imo=9187629"], kind=EntityKind.ORGANIZATION),
        ),
    ],
)
def test_records_of_one_list_stay_two_while_there_is_doubt(left: Mention, right: Mention) -> None:
    assert len(_groups(_cluster([left, right], {(0, 1): 0.999}))) == 2


def test_a_number_that_three_records_share_proves_nothing() -> None:
    mentions = [record(f"Actor {n}", numbers=["passport=4455667"]) for n in "abc"]
    scores = {(0, 1): 0.99, (0, 2): 0.99, (1, 2): 0.99}

    assert len(_groups(_cluster(mentions[:2], {(0, 1): 0.99}))) == 1
    assert len(_groups(_cluster(mentions, scores))) == 3


def test_a_text_that_fits_two_namesakes_joins_neither_and_bridges_nothing() -> None:
    mentions = [record("Kim Yong Chol"), record("Kim Yong Chol"), text("Kim Yong Chol")]

    assert len(_groups(_cluster(mentions, {(0, 2): 0.9, (1, 2): 0.9, (0, 1): 0.9}))) == 3


def test_a_text_joins_the_namesake_that_is_better_supported() -> None:
    mentions = [record("Kim Yong Chol"), record("Kim Yong Chol"), text("Kim Yong Chol")]

    assert frozenset({1, 2}) in _groups(_cluster(mentions, {(0, 2): 0.9, (1, 2): 0.97}))


def test_one_name_twice_in_a_text_is_one_actor_and_twice_in_two_texts_by_score() -> None:
    mentions = [text("Foo Bar", document=document) for document in ("D-1", "D-1", "D-2")]

    assert frozenset({0, 1}) in _groups(_cluster(mentions, {}))
    assert frozenset({0, 1, 2}) in _groups(
        _cluster(mentions, {(0, 2): 0.9, (1, 2): 0.9, (0, 1): 0.9})
    )


def test_a_judged_text_brings_its_like_in_the_same_text_along() -> None:
    mentions = [
        record("Kim Yong Chol"),
        record("Kim Yong Chol"),
        text("Kim Yong Chol"),
        text("Kim Yong Chol"),
    ]

    assert frozenset({1, 2, 3}) in _groups(_cluster(mentions, {(0, 3): 0.9}, must=[(1, 2)]))


def test_judgements_that_contradict_through_others_are_refused() -> None:
    mentions = [record(name) for name in "abc"]

    with pytest.raises(RunError, match="retract one"):
        _cluster(mentions, {}, must=[(0, 1), (1, 2)], cannot=[(0, 2)])


def test_one_likely_pair_cannot_chain_two_crowds() -> None:
    mentions = [record(f"Actor {n}", source=f"list-{n}") for n in range(6)]
    crowds: Scores = dict.fromkeys([(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)], 0.95)

    assert _groups(_cluster(mentions, crowds | {(2, 3): 0.9})) == {
        frozenset({0, 1, 2}),
        frozenset({3, 4, 5}),
    }


@pytest.mark.parametrize("judged", [record("Ozzy Alias", source="d"), text("Ozzy Alias")])
def test_a_judgement_brings_the_rest_of_the_entity_along(judged: Mention) -> None:
    """Judging one of three records the same as a stranger once tore it from the other two.

    The stranger had never been compared with them, and counted as two pairs without likeness.
    """
    mentions = [*(record("Orla Vane", source=source) for source in "abc"), judged]
    alike = {(0, 1): 0.95, (0, 2): 0.95, (1, 2): 0.95}

    assert _groups(_cluster(mentions, alike, must=[(0, 3)])) == {frozenset(range(4))}
    assert _groups(_cluster(mentions, alike | {(1, 3): 0.01}, must=[(0, 3)])) == {
        frozenset(range(4))
    }


def test_a_judgement_within_a_list_brings_the_rest_of_the_entity_along() -> None:
    mentions = [
        *(record("Orla Vane", source=source) for source in "abc"),
        record("Ozzy", source="a"),
    ]
    alike = {(0, 1): 0.95, (0, 2): 0.95, (1, 2): 0.95}

    assert _groups(_cluster(mentions, alike, must=[(0, 3)])) == {frozenset(range(4))}


def test_a_judgement_within_a_list_keeps_a_third_record_that_was_one_beyond_doubt() -> None:
    """The third record was the same as one of the two, and no more once these were judged one."""
    mentions = [
        record("Ri Chang Ho", born="1967-05-12"),
        record("Mikhail Orlov"),
        record("RI, Chang Ho", born="1967-05-12"),
    ]
    scores = {(0, 2): 0.99}

    assert _groups(_cluster(mentions, scores)) == {frozenset({0, 2}), frozenset({1})}
    assert _groups(_cluster(mentions, scores, must=[(0, 1)])) == {frozenset({0, 1, 2})}


def test_nothing_clusters_to_nothing() -> None:
    clustering = _cluster([], {})

    assert clustering.assignments.num_rows == clustering.joins.num_rows == 0
    assert isinstance(clustering.assignments, pa.Table)
    assert all_pairs(0).shape == (2, 0)
