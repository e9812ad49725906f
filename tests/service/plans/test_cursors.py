import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.errors import RequestError
from service.plans.cursors import decoded, encoded
from service.plans.mapping import Key

CAPTION = (Key("@that.sortCaption"), Key("@that.id"))
COUNT = (Key("@that.mentionCount", is_number=True), Key("@that.id"))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NUMBER = st.integers(-(1 << 63) + 1, (1 << 63) - 1)
VALUES = st.tuples(TEXT, TEXT).map(list)


@given(VALUES)
def test_a_cursor_holds_what_its_row_is_ordered_by(values: list[str | int]) -> None:
    assert decoded(encoded(values, CAPTION), CAPTION) == values


@given(st.tuples(NUMBER, TEXT).map(list))
def test_a_cursor_holds_numbers_too(values: list[str | int]) -> None:
    assert decoded(encoded(values, COUNT), COUNT) == values


@given(TEXT, NUMBER)
def test_a_cursor_of_the_wrong_kind_of_value_is_refused(text: str, number: int) -> None:
    """Cypher compares a string with a number to null: the page was empty, and no error said why."""
    for values, keys in (([text, "E-1"], COUNT), ([number, "E-1"], CAPTION), ([number, 1], COUNT)):
        with pytest.raises(RequestError, match="is not a cursor of this list and order"):
            decoded(encoded(values, keys), keys)


@given(VALUES)
def test_a_cursor_of_the_other_direction_is_refused(values: list[str | int]) -> None:
    backwards = (Key("@that.sortCaption", descending=True), Key("@that.id"))

    with pytest.raises(RequestError):
        decoded(encoded(values, backwards), CAPTION)


@given(st.text(max_size=60))
def test_whatever_is_no_cursor_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(RequestError, match="is not a cursor of this list and order"):
        decoded(text, CAPTION)


@pytest.mark.parametrize("value", [None, 1.5, True, ["x"], {"x": 1}, 1 << 63])
def test_values_no_key_can_have_are_refused(value: object) -> None:
    with pytest.raises(RequestError):
        decoded(encoded(["x", value], CAPTION), CAPTION)


def test_a_boundless_cursor_is_refused_before_it_is_read() -> None:
    with pytest.raises(RequestError):
        decoded(encoded(["x" * 10_000, "id"], CAPTION), CAPTION)
