"""Known names in prose."""

import pytest
from prose_builders import listed, only, organization, quotes, reading, vessel

from actors.records import EntityKind, Name, NameType


@pytest.mark.parametrize(
    "written",
    ["Kim Yong Chol", "KIM, Yong Chol", "Kim Yong-chol", "Kim Yongchol", "Yong Chol Kim",
     "Kím Yong Chôl", "KIM YONG CHOL", "Kim\u00a0Yong Chol", "김영철"],
)  # fmt: skip
def test_a_person_is_found_however_the_name_is_ordered_or_joined(written: str) -> None:
    text = f"The note says that {written} has an office in the capital."

    assert quotes(text, listed("KIM, Yong Chol")) == [written]


def test_a_name_across_a_wrapped_line_is_found() -> None:
    text = (
        "The list that was printed on Monday in the capital also holds the name of Kim\n"
        "Yong Chol, whom nobody in the office had met, and that of several of his own\n"
        "friends, none of whom had been told of it by the printers before it went out to\n"
        "all the shops."
    )

    assert quotes(text, listed("KIM, Yong Chol")) == ["Kim\nYong Chol"]


def test_the_longest_name_wins_over_the_parent_it_begins_with() -> None:
    parent = organization("SECOND ACADEMY OF NATURAL SCIENCES")
    bureau = organization("SECOND ACADEMY OF NATURAL SCIENCES FOREIGN AFFAIRS BUREAU")
    text = "It paid the Second Academy of Natural Sciences Foreign Affairs Bureau in cash."

    assert quotes(text, parent, bureau) == [
        "Second Academy of Natural Sciences Foreign Affairs Bureau"
    ]


def test_an_unlisted_bureau_is_not_cut_down_to_its_listed_parent() -> None:
    parent = organization("SECOND ACADEMY OF NATURAL SCIENCES")
    text = "It paid the Second Academy of Natural Sciences Foreign Affairs Bureau in cash."

    assert quotes(text, parent) == ["Second Academy of Natural Sciences Foreign Affairs Bureau"]


def test_every_occurrence_is_its_own_mention() -> None:
    text = "Hezbollah denied it. Officials of Hezbollah, and Hezbollah's friends, were absent."

    assert quotes(text, organization("HEZBOLLAH")) == ["Hezbollah"] * 3


def test_a_possessive_is_left_out_and_one_inside_the_name_is_not() -> None:
    ministry = organization("MINISTRY OF THE PEOPLE'S ARMED FORCES")
    text = "It was the Ministry of the People’s Armed Forces’s idea."

    assert quotes(text, ministry) == ["Ministry of the People’s Armed Forces"]


@pytest.mark.parametrize(
    "text",
    [
        "The olive trees and the tanker trade have little in common.",
        "Olive oil was sold by the tanker load.",
        "She moved to Ansan, an industrial city.",
        "A friend called Jaya sent the olive oil.",
        "An ansan of rice was shipped.",
    ],
)
def test_short_and_common_names_do_not_match_ordinary_words(text: str) -> None:
    bank = organization("KOREA MANDAL CREDIT BANK", Name("ANSAN", NameType.WEAK_ALIAS))

    assert quotes(text, vessel("OLIVE"), vessel("JAYA"), bank) == []


def test_a_vessel_is_found_where_the_text_speaks_of_vessels() -> None:
    text = "The tanker Olive left port at night."

    assert [one.entity_kind for one in reading(text, vessel("OLIVE")).mentions] == [
        EntityKind.VESSEL
    ]


def test_a_weak_alias_counts_beside_a_strong_name_of_the_same_actor_only() -> None:
    bank = organization("KOREA MANDAL CREDIT BANK", Name("KMCB", NameType.WEAK_ALIAS))
    alone = "The stand of KMCB was empty."
    beside = "Korea Mandal Credit Bank paid them. The stand of KMCB was empty."

    assert quotes(alone, bank) == []
    assert quotes(beside, bank) == ["Korea Mandal Credit Bank", "KMCB"]


def test_one_word_of_a_longer_name_is_not_the_company_of_that_name() -> None:
    text = "The orchestra played Richard Wagner. Later it left."

    assert "Wagner" not in quotes(text, organization("WAGNER"))


def test_a_country_is_no_actor() -> None:
    assert quotes("It was sold to North Korea and to Iran.", organization("NORTH KOREA")) == []


def test_a_company_form_that_the_list_lacks_belongs_to_the_span() -> None:
    text = "Payments to Golden Lotus Credit Ltd were stopped."

    assert quotes(text, organization("GOLDEN LOTUS CREDIT")) == ["Golden Lotus Credit Ltd"]


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Roh Kwang Chol", "RO, Kwang Chol"),
        ("Lee Chang Ho", "RI, Chang Ho"),
        ("Ivan Petrovich Sidorenco", "SIDORENKO, Ivan Petrovich"),
        ("Hossein Mohamadi", "MOHAMMADI, Hossein"),
    ],
)
def test_a_near_spelling_of_a_person_is_found(written: str, known: str) -> None:
    text = f"Nobody had seen {written} there."

    assert quotes(text, listed(known)) == [written]


def test_a_near_spelling_of_an_organization_is_found() -> None:
    corps = organization("ISLAMIC REVOLUTIONARY GUARD CORPS")

    assert only("They joined the Islamic Revolutionary Guards Corps early.", corps).quote == (
        "Islamic Revolutionary Guards Corps"
    )


def test_another_name_with_one_word_in_common_is_not_near() -> None:
    assert quotes("Nobody had seen Maria Fernandez there.", listed("FERNANDES, Joao")) == []
