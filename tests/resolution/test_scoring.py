"""Scores: sums in a fixed order, probabilities without overflow."""

import dataclasses

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from resolution.comparison import FEATURES
from resolution.model import shipped_model
from resolution.odds import probabilities
from resolution.scoring import log_odds, score

matrices = st.lists(
    st.lists(st.floats(0, 1), min_size=len(FEATURES), max_size=len(FEATURES)), max_size=9
).map(lambda rows: np.array(rows).reshape(-1, len(FEATURES)))


@given(matrices, st.integers(1, 5))
def test_scores_do_not_depend_on_chunks(features: np.ndarray, size: int) -> None:  # type: ignore[type-arg]
    model = shipped_model()

    parts = [score(features[at : at + size], model) for at in range(0, len(features), size)]

    assert np.array_equal(score(features, model), np.concatenate([np.empty(0), *parts]))


@given(st.floats(-1e6, 1e6))
def test_probabilities_stay_within_their_bounds_and_mirror(odds: float) -> None:
    one, other = probabilities(np.array([odds, -odds]))

    assert 0 <= one <= 1
    assert abs(one + other - 1) < 1e-12


def test_a_veto_outweighs_everything_that_speaks_for_a_match() -> None:
    model = shipped_model()
    best = sum(max(one.weight, 0) for one in model.features) + model.bias
    vetoes = [one.weight for one in model.features if one.weight <= -30]

    assert vetoes
    assert all(best + veto < 0 for veto in vetoes)


def test_log_odds_are_bias_and_weighted_features() -> None:
    model = dataclasses.replace(shipped_model(), bias=-1.0)
    ones = np.ones((1, len(FEATURES)))

    assert np.isclose(log_odds(ones, model)[0], -1 + sum(one.weight for one in model.features))
