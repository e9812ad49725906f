from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from resolution.labelling import Label
from resolution.labelling.contradictions import contradicting, contradictions


def same(left: int, right: int) -> Label:
    return Label(left, right, match=True)


def two(left: int, right: int) -> Label:
    return Label(left, right, match=False)


def test_a_pair_labelled_two_contradicts_the_shortest_chain_that_makes_it_one() -> None:
    labels = [same(1, 2), same(2, 3), same(3, 4), same(1, 3), two(4, 1), two(1, 9)]

    [found] = contradictions(labels)

    assert found.apart == two(4, 1)
    assert found.chain == (same(4, 3), same(3, 1))
    assert found.labels == (two(4, 1), same(4, 3), same(3, 1))


def test_a_new_answer_is_told_only_if_it_is_part_of_the_contradiction() -> None:
    labels = [same(1, 2), same(2, 3), two(1, 3)]

    assert contradicting(same(7, 8), labels) is None
    assert contradicting(two(1, 3), labels) is not None
    assert contradicting(two(7, 8), labels) is None


def test_an_answer_that_joins_two_groups_held_apart_is_told() -> None:
    found = contradicting(same(2, 3), [same(1, 2), same(3, 4), two(1, 4)])

    assert found is not None
    assert found.apart == two(1, 4)
    assert same(2, 3) in found.chain


def test_an_answer_that_takes_the_place_of_another_does_not_contradict_it() -> None:
    assert contradicting(two(2, 1), [same(1, 2)]) is None


@given(st.lists(st.integers(0, 3), min_size=4, max_size=7), st.data())
def test_labels_that_follow_from_one_truth_never_contradict(
    truth: list[int], data: st.DataObject
) -> None:
    pairs = data.draw(st.lists(st.sampled_from(list(combinations(range(len(truth)), 2)))))
    labels = [Label(*pair, truth[pair[0]] == truth[pair[1]]) for pair in pairs]

    assert contradictions(labels) == []
    if labels:
        assert contradicting(labels[0], labels[1:]) is None
