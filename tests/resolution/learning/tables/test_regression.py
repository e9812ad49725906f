import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression

from resolution.learning.tables.regression import Lesson, Signs, fit, folds_of

FREE = Signs(np.full(4, -np.inf), np.full(4, np.inf))
SIGNED = Signs(np.array([0.0, -np.inf, -np.inf, -5.0]), np.array([np.inf, 0.0, np.inf, -5.0]))


def lesson(seed: int, rows: int = 60) -> Lesson:
    random = np.random.default_rng(seed)
    features = random.random((rows, 4))
    same = (features @ random.normal(size=4) + random.normal(size=rows) > 0).astype(float)
    same[:2] = 0.0, 1.0
    return Lesson(features, same, np.ones(rows), np.arange(rows))


@given(st.integers(0, 10_000), st.sampled_from([0.01, 0.3, 10.0]))
@settings(max_examples=40, deadline=None)
def test_no_label_turns_the_sign_of_a_weight_nor_moves_one_that_is_decided(
    seed: int, penalty: float
) -> None:
    weights = fit(lesson(seed), SIGNED, penalty).weights

    assert weights[0] >= 0
    assert weights[1] <= 0
    assert weights[3] == -5.0


@given(st.integers(0, 10_000), st.sampled_from([0.1, 1.0]))
@settings(max_examples=20, deadline=None)
def test_without_signs_it_is_the_logistic_regression_that_everyone_knows(
    seed: int, penalty: float
) -> None:
    taught = lesson(seed)

    found = fit(taught, FREE, penalty)
    known = LogisticRegression(C=1 / penalty, tol=1e-10, max_iter=10_000)
    known.fit(taught.features, taught.same)

    np.testing.assert_allclose(found.weights, known.coef_[0], atol=0.01)
    np.testing.assert_allclose(found.bias, known.intercept_[0], atol=0.01)


def test_a_pair_that_counts_twice_is_as_good_as_two() -> None:
    taught = lesson(1)
    twice = Lesson(taught.features, taught.same, np.full(60, 2.0), taught.components)
    doubled = taught.only(np.append(np.arange(60), np.arange(60)))

    np.testing.assert_allclose(
        fit(twice, FREE, 1.0).weights, fit(doubled, FREE, 1.0).weights, atol=1e-6
    )


@given(st.lists(st.integers(0, 8), min_size=1, max_size=40))
def test_folds_share_no_component_and_hold_every_row_once(components: list[int]) -> None:
    folds = folds_of(np.array(components))

    held = [{components[row] for row in rows} for rows in folds]
    assert sum(len(one) for one in held) == len(set(components))
    assert sorted(row for rows in folds for row in rows) == list(range(len(components)))
