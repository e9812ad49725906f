from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolution.tables.evaluation import Agreement, evaluate

records = st.lists(st.tuples(st.integers(0, 5), st.integers(-1, 5)), min_size=1, max_size=20)


def together(clusters: list[int]) -> set[tuple[int, int]]:
    return {
        (one, other)
        for one, other in combinations(range(len(clusters)), 2)
        if clusters[one] == clusters[other]
    }


def members(clusters: list[int]) -> set[frozenset[int]]:
    return {
        frozenset(place for place, other in enumerate(clusters) if other == one) for one in clusters
    }


@given(records)
def test_the_figures_are_those_of_pairs_and_sets_counted_one_by_one(
    given_: list[tuple[int, int]],
) -> None:
    found, truth = [list(side) for side in zip(*given_, strict=True)]
    known = [(one, other) for one, other in given_ if other >= 0]
    found_known, true_known = [one for one, _ in known], [other for _, other in known]

    result = evaluate(np.array(found), np.array(truth))

    pairs, true_pairs = together(found_known), together(true_known)
    assert result.records == len(known)
    assert result.not_in_truth == len(found) - len(known)
    assert result.found_pairs == len(pairs)
    assert result.true_pairs == len(true_pairs)
    assert result.common_pairs == len(pairs & true_pairs)
    clusters, true_clusters = members(found_known), members(true_known)
    assert result.clusters == len(clusters)
    assert result.exact_clusters == len(clusters & true_clusters)
    if known:
        purity = [
            len(mine & theirs) / len(mine)
            for record in range(len(known))
            for mine in clusters
            for theirs in true_clusters
            if record in mine and record in theirs
        ]
        assert result.b_cubed.precision == pytest.approx(sum(purity) / len(known))


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12), st.permutations(range(5)))
def test_clusters_that_are_the_truth_by_other_numbers_agree_entirely(
    truth: list[int], names: list[int]
) -> None:
    result = evaluate(np.array([names[one] for one in truth]), np.array(truth))

    assert result.exact == Agreement(1.0, 1.0, 1.0)
    assert result.b_cubed == Agreement(1.0, 1.0, 1.0)
    assert result.pairs.f1 in (None, 1.0)


def test_no_pairs_found_is_no_precision_rather_than_a_perfect_one() -> None:
    result = evaluate(np.array([0, 1]), np.array([0, 0]))

    assert result.pairs == Agreement(precision=None, recall=0.0, f1=0.0)
