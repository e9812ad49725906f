"""Company forms and titles come off the ends of a name, never all of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.names import COMPANY_FORMS, TITLES, without_company_form, without_titles


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("novy mir limited liability company", "novy mir"),
        ("ooo novy mir", "novy mir"),
        ("company of heroes", "company of heroes"),
        ("golden star co ltd", "golden star"),
        ("co ltd", "co ltd"),
    ],
)
def test_company_forms_come_off_both_ends(name: str, core: str) -> None:
    assert without_company_form(name) == core


def test_titles_come_off_the_front_only() -> None:
    assert without_titles("general sheikh omar") == "omar"
    assert without_titles("general") == "general"


@given(st.lists(st.sampled_from([*sorted(COMPANY_FORMS | TITLES), "omar", "mir"]), min_size=1))
def test_something_is_always_left(words: list[str]) -> None:
    name = " ".join(words)

    assert without_company_form(name)
    assert without_titles(name)
