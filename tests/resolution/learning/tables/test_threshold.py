from dataclasses import replace

import numpy as np
import pytest

from resolution.learning.tables.calibration import calibrate
from resolution.learning.tables.judged import Judged
from resolution.learning.tables.learner import Taught
from resolution.learning.tables.rehearsal import Rehearsed
from resolution.learning.tables.rivals import among_rivals
from resolution.learning.tables.threshold import THRESHOLDS, Expected, best_of, expected_of
from resolution.odds import probabilities
from resolution.tables.clustering import cluster_pairs


def run_of(pairs: Judged, records: int, threshold: float, *, one_partner: bool) -> Rehearsed:
    """Give what a run does that compares all these pairs."""
    left, right = pairs.left.astype(np.int32), pairs.right.astype(np.int32)
    scores = probabilities(pairs.odds)
    numbers = cluster_pairs(records, left, right, scores, threshold).numbers
    return Rehearsed(threshold, numbers, one_partner)


def expected_at(
    pairs: Judged, records: int, threshold: float, *, one_partner: bool = False
) -> Expected:
    return expected_of(pairs, run_of(pairs, records, threshold, one_partner=one_partner))


def judged(pairs: int, seed: int = 1) -> tuple[Judged, np.ndarray]:
    """Give pairs of records that meet nobody else, with honest odds; every tenth is labelled."""
    random = np.random.default_rng(seed)
    odds = random.normal(-1.0, 4.0, pairs)
    same = random.random(pairs) < probabilities(odds)
    left, right = np.arange(0, 2 * pairs, 2), np.arange(1, 2 * pairs, 2)
    known = np.arange(0, pairs, 10)
    taught = Taught(left[known], right[known], odds[known], same[known] * 1.0, np.ones(len(known)))
    return Judged(left, right, odds, taught), same


def test_what_is_expected_of_a_threshold_is_what_comes_to_pass() -> None:
    pairs, same = judged(4000)

    for threshold in (0.3, 0.5, 0.8):
        expected = expected_at(pairs, 8000, threshold)
        said = probabilities(pairs.odds) >= threshold
        precision = (said & same).sum() / said.sum()
        recall = (said & same).sum() / same.sum()
        assert expected.precision == pytest.approx(precision, abs=0.04)
        assert expected.recall == pytest.approx(recall, abs=0.04)


def test_the_threshold_is_about_as_good_as_any() -> None:
    pairs, same = judged(4000)

    def true_f1(threshold: float) -> float:
        said = probabilities(pairs.odds) >= threshold
        return float(2 * (said & same).sum() / (said.sum() + same.sum()))

    best = max(true_f1(threshold) for threshold in np.arange(0.1, 0.95, 0.05))
    runs = [run_of(pairs, 8000, threshold, one_partner=False) for threshold in THRESHOLDS.tolist()]
    assert true_f1(best_of(pairs, runs).threshold) > best - 0.01


def test_what_happens_below_one_half_says_nothing_of_one_half_where_partners_are_single() -> None:
    """Clusters that hold two of one table, below one half, took the threshold up to 0.6."""
    pairs, _ = judged(4000)
    runs = [
        replace(run, numbers=np.zeros_like(run.numbers)) if run.threshold < 0.5 else run
        for run in (run_of(pairs, 8000, at, one_partner=True) for at in THRESHOLDS.tolist())
    ]

    assert best_of(pairs, runs).threshold == 0.5


def test_where_labels_say_less_than_scores_chances_come_down() -> None:
    odds = np.linspace(-4, 4, 80)
    same = (np.arange(80) % 4 == 0).astype(float) * (odds > -2)
    nowhere = np.zeros(80, dtype=bool)

    chances = calibrate(odds, nowhere, same, np.ones(80)).chances(odds, nowhere)

    assert chances[-1] < probabilities(odds)[-1]


def test_chances_far_below_the_line_count_as_none() -> None:
    odds, nowhere = np.array([-9.0, 9.0]), np.zeros(2, dtype=bool)

    chances = calibrate(odds, nowhere, np.array([0.0, 1.0]), np.ones(2)).chances(odds, nowhere)

    assert chances[0] == 0
    assert chances[1] > 0.9


def test_of_two_likely_partners_of_one_record_one_is_expected() -> None:
    left = np.concatenate([np.arange(50), [0]])
    right = np.concatenate([np.arange(50, 100), [51]])
    odds = np.append(np.full(50, 19.0), 1.5)

    weighed = among_rivals(odds, left, right)

    assert weighed[50] < 0.2
    assert weighed[10] == pytest.approx(0.95)


def test_clusters_that_labels_made_themselves_do_not_speak_for_the_others() -> None:
    """Labelled matches were in one cluster for being labelled: half of all others were missed."""
    pairs, same = judged(4000)
    without = run_of(pairs, 8000, 0.5, one_partner=False)
    numbers = without.numbers.copy()
    known = pairs.taught.left[pairs.taught.same == 1]
    numbers[known + 1] = numbers[known]
    run = replace(without, numbers=numbers)

    found = (numbers[pairs.left] == numbers[pairs.right]) & same
    told = expected_of(pairs, run, without.numbers).recall
    assert told == pytest.approx(found.sum() / same.sum(), abs=0.04)
    assert expected_of(pairs, run).recall > told + 0.05


def half_hard_to_find() -> tuple[Judged, np.ndarray]:
    """Give pairs of two tables: 200 records are sure of one, 120 of 200 have one of four."""
    one_of_four = np.tile(np.eye(5)[:, :4], (40, 1)) * (np.arange(200) % 20 < 15)[:, None]
    same = np.append(np.ones(200), one_of_four)
    left = np.append(np.arange(200), np.repeat(np.arange(200, 400), 4))
    odds = np.append(np.full(200, 6.0), np.full(800, np.log(0.15 / 0.85)))
    right = 400 + np.arange(1000)
    taught = Taught(left, right, odds, same, np.ones(1000))
    return Judged(left, right, odds, taught), same


def test_rivals_take_nothing_from_the_matches_that_labels_speak_of() -> None:
    pairs, same = half_hard_to_find()

    expected = expected_at(pairs, 1400, 0.5, one_partner=True)

    assert expected.precision > 0.95
    assert expected.recall == pytest.approx(200 / same.sum(), abs=0.03)
