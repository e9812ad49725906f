"""What a report counts, held against counting by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolution.evaluation.report import ScoredPair
from resolution.evaluation.report.figures import (
    Counts,
    calibration,
    counted,
    counted_by_group,
    threshold_points,
)
from resolution.evaluation.report.pairs import columns_of

scores = st.floats(0, 1)
judged = st.lists(st.tuples(st.booleans(), scores, st.none() | st.booleans()), max_size=30).map(
    lambda rows: [
        ScoredPair(f"l{number}", f"r{number}", is_same, score, is_merged)
        for number, (is_same, score, is_merged) in enumerate(rows)
    ]
)


@given(judged)
def test_every_point_counts_each_pair_once_by_its_score(pairs: list[ScoredPair]) -> None:
    points = threshold_points(columns_of(pairs, 0.5))

    assert [point.threshold for point in points] == [step / 100 for step in range(101)]
    for point in points[::20]:
        found = [(pair.is_same, pair.score >= point.threshold) for pair in pairs]
        assert point.counts == Counts(
            found.count((True, True)),
            found.count((True, False)),
            found.count((False, True)),
            found.count((False, False)),
        )


@given(judged)
def test_a_higher_threshold_merges_no_more_and_misses_no_fewer(pairs: list[ScoredPair]) -> None:
    counts = [point.counts for point in threshold_points(columns_of(pairs, 0.5))]

    merged = [one.different_merged for one in counts]
    missed = [one.same_apart for one in counts]
    assert merged == sorted(merged, reverse=True)
    assert missed == sorted(missed)


def test_what_was_decided_counts_and_not_the_score() -> None:
    pairs = [
        ScoredPair("a", "b", True, 0.9, is_merged=False),
        ScoredPair("a", "c", False, 0.1, is_merged=True),
        ScoredPair("a", "d", True, 0.9),
    ]

    counts = counted(columns_of(pairs, 0.5))

    assert counts == Counts(same_merged=1, same_apart=1, different_merged=1)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5)


def test_shares_of_nothing_are_unknown() -> None:
    empty = Counts()

    assert (empty.precision, empty.recall, empty.f1) == (None, None, None)


def test_a_pair_counts_in_each_of_its_groups() -> None:
    pairs = [
        ScoredPair("a", "b", True, 0.9, groups=("across", "x – y")),
        ScoredPair("a", "c", False, 0.9, groups=("across",)),
    ]

    assert counted_by_group(pairs, 0.5) == (
        ("across", Counts(same_merged=1, different_merged=1)),
        ("x – y", Counts(same_merged=1)),
    )


@given(judged)
def test_the_bins_of_a_calibration_hold_every_pair(pairs: list[ScoredPair]) -> None:
    found = calibration(columns_of(pairs, 0.5))

    if found is None:
        assert not pairs
        return
    assert sum(one.pairs for one in found.bins) == len(pairs)
    assert all(
        0 <= one.lowest <= one.share_same + 1e-12 and one.share_same - 1e-12 <= one.highest <= 1
        for one in found.bins
    )
    assert 0 <= found.expected_error <= 1
    assert 0 <= found.brier <= 1
    assert found.log_loss >= 0


def test_scores_that_are_what_they_claim_have_no_error() -> None:
    pairs = [ScoredPair(f"{n}", "x", n < 75, 0.75) for n in range(100)]

    found = calibration(columns_of(pairs, 0.5))

    assert found is not None
    assert found.expected_error == pytest.approx(0)
    assert found.brier == pytest.approx(0.75 * 0.25)
    assert found.log_loss == pytest.approx(-0.75 * math.log(0.75) - 0.25 * math.log(0.25))
    # Wilson's interval of 75 in 100, as tables give it.
    assert (found.bins[0].lowest, found.bins[0].highest) == pytest.approx((0.657, 0.825), abs=1e-3)
