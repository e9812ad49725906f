"""Names as characters write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.names import native_form

names = st.text(st.sampled_from("王伟維张張 김정은리룡・Ab1"), max_size=8) | st.text(max_size=8)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("劉曉東", "刘晓东"),
        ("高橋", "髙橋"),
        ("리 영길", "이영길"),
        ("로광철", "노광철"),
        ("녀성", "여성"),
    ],
)
def test_ways_of_writing_one_name_are_one(left: str, right: str) -> None:
    assert native_form(left) == native_form(right)


@pytest.mark.parametrize("name", ["Li Wei", "王", "王 Wei", "", "김", "Ким"])
def test_what_is_not_all_characters_has_no_native_form(name: str) -> None:
    assert native_form(name) is None


@given(names)
def test_a_native_form_is_its_own_native_form(name: str) -> None:
    form = native_form(name)

    assert form is None or native_form(form) == form
