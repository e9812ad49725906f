import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolution.labelling.sides import ALIKE, DIFFERENT, ONE_SIDED, SAME, Row, differing


@pytest.mark.parametrize(
    ("left", "right", "sign"),
    [
        ("Orla Vane", "orla  VANE", SAME),
        ("Orla Vane", "Orla Wane", ALIKE),
        ("Orla Vane", "Piet Hals", DIFFERENT),
        ("Orla Vane", "", ONE_SIDED),
        ("", "Orla Vane", ONE_SIDED),
        ("", "", ""),
    ],
)
def test_the_sign_tells_what_two_values_are_to_each_other(left: str, right: str, sign: str) -> None:
    assert Row("name", left, right).sign == sign


@given(st.text(max_size=12), st.text(max_size=12))
def test_the_parts_of_a_marked_text_are_the_text(text: str, other: str) -> None:
    parts = list(differing(text, other))

    assert "".join(part for part, _ in parts) == text
    assert all(part for part, _ in parts)


@given(st.text(max_size=12))
def test_nothing_of_equal_texts_is_marked(text: str) -> None:
    assert not any(is_different for _, is_different in differing(text, text))


def test_a_letter_that_folds_to_two_does_not_shift_the_marks() -> None:
    assert list(differing("Straße 7", "Straße 8")) == [("Straße ", False), ("7", True)]
