import numpy as np
import pytest

from resolution.learning.tables.calibration import calibrate
from resolution.learning.tables.learner import Taught
from resolution.learning.tables.rivals import rivalled
from resolution.learning.tables.threshold import Judged, best_threshold, expected_at
from resolution.odds import probabilities


def judged(pairs: int, seed: int = 1) -> tuple[Judged, np.ndarray]:
    """Give pairs of records that meet nobody else, with honest odds; every tenth is labelled."""
    random = np.random.default_rng(seed)
    odds = random.normal(-1.0, 4.0, pairs)
    same = random.random(pairs) < probabilities(odds)
    left, right = np.arange(0, 2 * pairs, 2), np.arange(1, 2 * pairs, 2)
    known = np.arange(0, pairs, 10)
    taught = Taught(left[known], right[known], odds[known], same[known] * 1.0, np.ones(len(known)))
    every = np.ones(pairs, dtype=bool)
    return Judged(left, right, odds, every, every, False, taught), same


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
    assert true_f1(best_threshold(pairs, 8000).threshold) > best - 0.01


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
    chances = np.append(np.full(50, 0.95), 0.6)

    weighed = rivalled(chances, left, right)

    assert weighed[50] < 0.2
    assert weighed[10] == pytest.approx(0.95)


def test_where_records_have_several_sure_partners_none_is_a_rival() -> None:
    left, right = np.repeat(np.arange(10), 2), np.arange(10, 30)
    chances = np.full(20, 0.95)

    assert (rivalled(chances, left, right) == chances).all()
