"""Keys: what near spellings share and different names do not."""

import pytest

from resolution.blocking import KEYS, initials, skeleton


@pytest.mark.parametrize(
    ("left", "right"),
    [("muhammad", "mhmd"), ("qadhafi", "gaddafi"), ("yusuf", "youssef"), ("omar", "umar"),
     ("zawahiri", "sawahri")],
)  # fmt: skip
def test_romanisations_share_a_skeleton(left: str, right: str) -> None:
    assert skeleton(left) == skeleton(right)


@pytest.mark.parametrize(("left", "right"), [("ivanov", "petrov"), ("bank", "bureau")])
def test_other_words_have_other_skeletons(left: str, right: str) -> None:
    assert skeleton(left) != skeleton(right)


def test_an_acronym_needs_three_words_and_skips_forms_and_particles() -> None:
    assert initials("islamic republic of iran shipping lines") == "irisl"
    assert initials("korea kwangson banking corp") == "kkb"
    assert initials("gulf bank") == ""


def test_a_cited_number_is_a_key_as_an_own_one_is() -> None:
    rows = ({"identifiers": ["un-reference:KPI1"], "cited": []},
            {"identifiers": [], "cited": ["un-reference:KPI1"]})  # fmt: skip

    assert [set(KEYS["identifier"](row)) for row in rows] == [{"un-reference:KPI1"}] * 2
