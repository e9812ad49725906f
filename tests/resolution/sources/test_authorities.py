import tomllib
from importlib.resources import files

import pytest

from resolution.sources.authorities import (
    authority,
    authority_named,
    executive_orders,
    legal_basis,
    programme,
)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("US Department of State", "us-state"),
        ("US Department of the Treasury (OFAC)", "us-ofac"),
        ("OFAC", "us-ofac"),
        ("un-sc", "un-sc"),
        ("HM Treasury", "gb-hmt"),
        ("Ministry of Justice, Freedonia", "ministry-of-justice-freedonia"),
    ],
)
def test_a_spoken_name_finds_its_authority_or_makes_a_slug(name: str, slug: str) -> None:
    assert authority_named(name) == slug


def test_an_authority_nobody_wrote_down_is_named_by_its_slug() -> None:
    assert authority("freedonia").name == "freedonia"
    assert authority("us-state").country == "us"
    assert authority("un-sc").country is None


def test_a_tag_stands_for_its_executive_orders() -> None:
    assert programme("us-ofac:DPRK2").legal_bases == ("E.O. 13687",)
    assert programme("us-ofac:DPRK2").key == "DPRK2"
    assert programme("us-ofac:RUSSIA-EO14024").legal_bases == ("E.O. 14024",)
    assert programme("us-ofac:RUSSIA-EO14024").title == "Russian harmful foreign activities"


def test_an_unknown_tag_says_what_follows_from_itself() -> None:
    unknown = programme("us-ofac:ATLANTIS-EO19999")

    assert (unknown.title, unknown.authority) == ("ATLANTIS-EO19999", "us-ofac")
    assert unknown.legal_bases == ("E.O. 19999",)
    assert programme("us-ofac:ATLANTIS").legal_bases == ()
    assert "Atlantis" in programme("ca-gac:Atlantis").title


def test_legal_bases_have_titles_where_they_do_not_explain_themselves() -> None:
    assert legal_basis("UNSCR 1718").title == "United Nations Security Council resolution 1718"
    assert legal_basis("IFCA").title
    assert legal_basis("E.O. 19999").title is None


def test_orders_are_found_in_prose_once() -> None:
    text = "Executive Order 13846 information; E.O. 13846, IRAN-EO13902, order 13000"

    assert executive_orders(text) == ("E.O. 13846", "E.O. 13902")


def test_every_programme_belongs_to_an_authority_that_is_written_down() -> None:
    content = files("resolution.sources").joinpath("authorities.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(content)

    assert set(tables["programme"]) <= set(tables["authority"])
    for owner, programmes in tables["programme"].items():
        for key in programmes:
            found = programme(f"{owner}:{key}")
            assert found.legal_bases or owner == "ca-gac", found
