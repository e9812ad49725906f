"""Identifier: equal, a slip apart, different."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_types import findings, told, variable
from rapidfuzz.distance import OSA

from actors.errors import FieldsError

numbers = st.text("01ab", min_size=5, max_size=12).filter(lambda text: text.strip("0"))


@pytest.mark.parametrize(
    ("cell", "value"),
    [("AB-123 456", "ab123456"), ("n/a", None), ("0000", None), ("", None), (9074729, "9074729")],
)
def test_letters_and_figures_alone_count(cell: object, value: str | None) -> None:
    assert variable("Identifier").read(cell) == value


@given(numbers, numbers)
def test_a_slip_is_one_edit(left: str, right: str) -> None:
    found = told("Identifier", left, right)

    edits = OSA.distance(left, right)
    assert found == {["same", "near", "different"][min(edits, 2)]}


def test_short_numbers_are_never_near() -> None:
    assert told("Identifier", "1234", "1235") == {"different"}


def test_two_numbers_that_pass_their_check_are_two() -> None:
    ships = ("9074729", "9074731")
    typed = ("9074729", "9074728")

    assert told("Identifier", *typed, scheme="imo") == {"near"}
    assert told("Identifier", "9074729", "IMO 9074729", scheme="imo") == {"same"}
    assert told("Identifier", *ships, scheme="imo") == {"different"}
    assert told("Identifier", "12345674", "12345682", scheme="luhn") == {"different"}
    assert (
        findings("Identifier", "4539578763621486", "4539578763621494", scheme="luhn")["alike"] == 0
    )


def test_what_differs_is_more_or_less_alike() -> None:
    near = findings("Identifier", "robert255@smith.net", "roberta25@smith.net")
    far = findings("Identifier", "robert255@smith.net", "jane@example.org")

    assert near["different"] == far["different"] == 1.0
    assert near["alike"] > 0.5 > far["alike"]


def test_an_unknown_scheme_is_told() -> None:
    with pytest.raises(FieldsError, match="no scheme is called 'ssn'; there are iban"):
        variable("Identifier", scheme="ssn")
