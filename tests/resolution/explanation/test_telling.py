"""Figures in sentences can be held against each other, and nobody is left unnamed for brevity."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolution.explanation.telling import beside, some

PROBABILITIES = st.floats(0, 1, allow_subnormal=False)


@given(probability=PROBABILITIES, other=PROBABILITIES)
def test_what_is_told_is_on_the_same_side_of_another_probability_as_what_is_meant(
    probability: float, other: float
) -> None:
    told, bound = beside(probability, other), Decimal(str(other)) * 100
    *side, figure = told.removesuffix(" %").split()

    if side == ["over"]:
        assert (Decimal(figure) > bound) == (probability > other)
    elif side == ["under"]:
        assert (Decimal(figure) < bound) == (probability < other)
    else:
        shown = Decimal(figure)
        assert (shown > bound, shown < bound) == (probability > other, probability < other)


@pytest.mark.parametrize(
    ("probability", "other", "told"),
    [
        (0.957, 0.5, "96 %"),
        (0.5475, 0.5479, "54.75 %"),
        (0.9969, 0.995, "99.7 %"),
        (0.99999, 0.5, "over 99 %"),
        (0.5, 0.5, "50 %"),
    ],
)
def test_probabilities_are_told_with_no_more_figures_than_it_takes(
    probability: float, other: float, told: str
) -> None:
    assert beside(probability, other) == told


def test_one_more_is_named_and_several_more_are_counted() -> None:
    assert some(["n1"]) == "n1"
    assert some(["n1", "n2", "n3", "n4"]) == "n1, n2, n3 and n4"
    assert some(["n1", "n2", "n3", "n4", "n5"]) == "n1, n2, n3 and 2 more"
