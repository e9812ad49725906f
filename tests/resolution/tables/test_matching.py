import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from resolution.tables.clustering import Clusters
from resolution.tables.matching import matched
from resolution.tables.scored import Scored

SECOND_BEGINS, SIZE, THRESHOLD = 4, 8, 0.5
PAIRS = st.dictionaries(
    st.tuples(st.integers(0, SECOND_BEGINS - 1), st.integers(SECOND_BEGINS, SIZE - 1)),
    st.sampled_from((0.2, 0.5, 0.7, 0.7000001, 0.9)),
)


def matching(scores: dict[tuple[int, int], float], ranks: list[int] | None = None) -> Clusters:
    ends = np.array(list(scores), dtype=np.int32).reshape(-1, 2)
    pairs = Scored(ends[:, 0], ends[:, 1], np.array(list(scores.values()), dtype=np.float64))
    return matched(SIZE, pairs, THRESHOLD, np.array(ranks or range(SIZE)))


def together(clusters: Clusters) -> set[tuple[int, int]]:
    numbers = clusters.numbers.tolist()
    return {
        (left, right)
        for left in range(SIZE)
        for right in range(left + 1, SIZE)
        if numbers[left] == numbers[right]
    }


def test_a_record_goes_with_the_likeliest_that_is_free() -> None:
    found = matching({(0, 4): 0.9, (0, 5): 0.8, (1, 4): 0.85, (1, 5): 0.6, (2, 6): 0.4})

    assert together(found) == {(0, 4), (1, 5)}
    assert found.confidence.tolist() == [0.9, 0.6, 1.0, 1.0, 0.9, 0.6, 1.0, 1.0]


def test_of_equal_scores_the_smaller_ids_come_first() -> None:
    scores = {(0, 4): 0.9, (0, 5): 0.9}

    assert together(matching(scores)) == {(0, 4)}
    assert together(matching(scores, [0, 1, 2, 3, 5, 4, 6, 7])) == {(0, 5)}


@given(scores=PAIRS)
def test_no_two_likely_records_both_stay_free_and_none_is_taken_twice(
    scores: dict[tuple[int, int], float],
) -> None:
    pairs = together(matching(scores))

    taken = [end for pair in pairs for end in pair]
    assert len(taken) == len(set(taken))
    assert all(scores[pair] >= THRESHOLD for pair in pairs)
    for (left, right), score in scores.items():
        if score >= THRESHOLD and (left, right) not in pairs:
            rivals = [pair for pair in pairs if left in pair or right in pair]
            assert max(scores[pair] for pair in rivals) >= score


@given(scores=PAIRS)
def test_clusters_are_counted_in_the_order_of_their_first_records(
    scores: dict[tuple[int, int], float],
) -> None:
    numbers = matching(scores).numbers

    _, first = np.unique(numbers, return_index=True)
    assert first.tolist() == sorted(first.tolist())
    assert numbers.max() + 1 == len(first)
