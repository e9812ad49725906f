import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolution.tables.fields import Field
from resolution.tables.variables.wording import Wordings

WORDINGS = Wordings(Field("authors", "Wordings", "authors"))


@given(st.lists(st.text(st.sampled_from("ab 1-"), max_size=5), max_size=5), st.randoms())
def test_the_order_of_the_elements_and_how_they_are_listed_do_not_matter(
    elements: list[str], random: object
) -> None:
    shuffled = sorted(elements, key=lambda _: random.random())  # type: ignore[attr-defined]

    assert WORDINGS.read(elements) == WORDINGS.read(tuple(shuffled))
    assert WORDINGS.read("|".join(elements)) == WORDINGS.read(shuffled)


@pytest.mark.parametrize("cell", [None, "", "|", " | ", []])
def test_a_list_of_nothing_states_nothing(cell: object) -> None:
    assert WORDINGS.read(cell) is None
