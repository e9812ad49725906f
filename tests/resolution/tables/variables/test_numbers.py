import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_types import findings, variable

from resolution.tables.records import column_of
from resolution.tables.variables.numbers import read_number

NUMBERS = st.floats(-1e12, 1e12, allow_nan=False)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12", 12.0), (12, 12.0), ("1e3", 1000.0), ("-5", -5.0), ("$1,299.00", 1299.0),
        ("1.299,50 EUR", 1299.5), ("1 299 kr", 1299.0),
        ("0.500 kg", 0.5), ("$0.125", 0.125), ("$3.459", 3.459), ("3.459", 3.459),
        ("0,5 l", 0.5), ("USD 12.", 12.0),
        ("12,345,678", 12_345_678.0), ("", None), (None, None), ("  ", None),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(cell: object, number: float | None) -> None:
    assert read_number(cell) == number


@pytest.mark.parametrize("cell", ["free", "10-20", "1_0", "nan", "inf", "4 x 6", "3:45"])
def test_what_is_no_single_number_states_nothing(cell: str) -> None:
    assert read_number(cell) is None


@given(NUMBERS)
def test_a_number_that_was_read_is_read_again_as_it_is(value: float) -> None:
    assert read_number(value) == read_number(str(value)) == value


@given(st.lists(NUMBERS, min_size=2, max_size=6))
def test_comparison_is_symmetric_and_between_bounds(values: list[float]) -> None:
    column = column_of(values)
    if len(column.values) < 2:
        return
    compare = variable("Number").comparer(column)

    there, back = compare(np.array([0]), np.array([1])), compare(np.array([1]), np.array([0]))

    assert (there == back).all()
    assert ((there >= 0) & (there <= 1)).all()


def test_equal_numbers_speak_for_a_match_and_near_ones_a_little() -> None:
    same = findings("Number", "5", "12.50", "$12.5")
    near = findings("Number", "5", "12.50", "12.99")

    assert same["same"] == same["near"] == 1
    assert same["rarity"] > 0
    assert same["apart"] == 0
    assert near["same"] == near["rarity"] == 0
    assert 0 < near["near"] < 1
    assert 0 < near["apart"] < 0.1


def test_large_numbers_that_differ_by_one_are_not_equal() -> None:
    """Instants in seconds and long codes were equal from nine figures on."""
    found = findings("Number", "4930123456", "4930123457")

    assert found["same"] == found["rarity"] == 0
    assert found["near"] > 0.99


def test_the_double_and_the_other_sign_are_entirely_apart() -> None:
    assert findings("Number", "5", "10")["apart"] == pytest.approx(1)
    assert findings("Number", "-5", "5")["apart"] == 1
    assert findings("Number", "0", "5")["apart"] == 1


def test_a_missing_number_is_neither_same_nor_different() -> None:
    assert set(findings("Number", "7", "5", None).values()) == {0.0}


@given(st.floats(0.01, 1e6), st.floats(-0.02, 0.02))
def test_near_numbers_share_a_key(value: float, change: float) -> None:
    near = variable("Number").predicates["near"]

    assert set(near(value)) & set(near(value * (1 + change)))
