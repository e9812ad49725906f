"""Persons and organizations that no list knows."""

import pytest
from prose_builders import listed, only, quotes, reading

from actors.records import EntityKind
from resolution.text.offices import body_last


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The order was signed by Deputy Minister Anselm Kovarik.", "Anselm Kovarik"),
        ("So said Under Secretary for Financial Intelligence Brenda K. Ostrow.",
         "Brenda K. Ostrow"),
        ("They wrote to Secretary of State Tobias Lindqvist.", "Tobias Lindqvist"),
        ("Anselm Kovarik, a Slovak citizen, owned the ship.", "Anselm Kovarik"),
        ("Anselm Kovarik was the head of the office.", "Anselm Kovarik"),
        ("Nobody asked their lawyer, Anselm Kovarik, about it.", "Anselm Kovarik"),
        ("“It is our decision.” – Anselm Kovarik", "Anselm Kovarik"),
        ("On Monday Anselm Kovarik said that it was late.", "Anselm Kovarik"),
        ("Then Gen. Anselm Kovarik and Col. Ivan I. Petrov left.", "Anselm Kovarik"),
        ("DEA Administrator Anselm Kovarik agreed.", "Anselm Kovarik"),
        ("European Commission President Ursula van der Kovarik agreed.", "Ursula van der Kovarik"),
    ],
)  # fmt: skip
def test_a_person_is_found_by_what_stands_beside_the_name(text: str, person: str) -> None:
    found = {one.quote: one.entity_kind for one in reading(text).mentions}

    assert found.get(person) is EntityKind.PERSON


def test_an_enumeration_with_one_known_person_makes_persons_of_the_others() -> None:
    text = "Among them were Anselm Kovarik, Kim Yong Chol and Tobias Lindqvist."

    assert quotes(text, listed("KIM, Yong Chol")) == [
        "Anselm Kovarik",
        "Kim Yong Chol",
        "Tobias Lindqvist",
    ]


def test_an_introduced_enumeration_names_persons() -> None:
    text = "The ban hits three officials, including Anselm Kovarik, Tobias Lindqvist, and Ede Pal."

    assert quotes(text) == ["Anselm Kovarik", "Tobias Lindqvist", "Ede Pal"]


@pytest.mark.parametrize(
    "text",
    [
        "The White Paper was published in New York on Black Friday.",
        "Pursuant to Executive Order 13382, the Annual Threat Assessment was released.",
        "The Statue of Liberty and the Golden Gate Bridge were closed.",
        "North Korean troops went to Russia and the European War went on.",
        "New Sanctions Target Military Ties Between Two Countries",
        "THE COMPANY BANK TRADING NETWORK",
        "He was designated as a Foreign Terrorist Organization.",
        "See the Export Administration Regulations for more.",
    ],
)
def test_capitals_alone_make_no_actor(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It belongs to Fifth Harbour Trading Corporation.", "Fifth Harbour Trading Corporation"),
        ("The DPRK Ministry of Lantern Industry ordered it.", "Ministry of Lantern Industry"),
        ("The U.S. Department of the Treasury acted.", "Department of the Treasury"),
        ("Officials of the Office of Foreign Assets Control came.",
         "Office of Foreign Assets Control"),
        ("It belongs to OOO Zolotaya Ruka of Omsk.", "OOO Zolotaya Ruka"),
        ("It belongs to Bank Zvezda, a Russian bank.", "Bank Zvezda"),
        ("They paid Zvezda Holding Ltd. for it.", "Zvezda Holding Ltd"),
        ("They paid Zvezda Machinery Co., Ltd. for it.", "Zvezda Machinery Co., Ltd"),
        ("It was the work of a hacking group known as Crimson Zvezda.", "Crimson Zvezda"),
        ("The Propaganda and Agitation Department printed it.",
         "Propaganda and Agitation Department"),
        ("The Director of the Zvezda Research Institute left.", "Zvezda Research Institute"),
    ],
)  # fmt: skip
def test_an_organization_is_found_by_its_head_word_form_or_description(
    text: str, name: str
) -> None:
    mention = only(text)

    assert (mention.quote, mention.entity_kind) == (name, EntityKind.ORGANIZATION)


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("The US Department of State and the State Department are one.", "State Department"),
        ("The Department of the Treasury, the Treasury Department.", "Treasury Department"),
        ("The Ministry of Lantern Industry, or the Lantern Industry Ministry, ordered it.",
         "Lantern Industry Ministry"),
    ],
)  # fmt: skip
def test_a_body_of_government_has_one_name_in_both_orders_of_its_words(
    text: str, shared: str
) -> None:
    first, second = reading(text).mentions

    assert shared in {name.value for name in first.names}
    assert shared in {name.value for name in second.names}


@pytest.mark.parametrize(
    "name",
    ["Ministry of Defence of Cuba", "Department of State for Health", "Office of Lantern Control"],
)
def test_words_that_say_whose_a_body_is_are_not_turned_round(name: str) -> None:
    assert body_last(name) is None


def test_and_does_not_make_one_name_of_two() -> None:
    text = "It paid Golden Lantern Bank and Korea Lantern Bank."

    assert quotes(text) == ["Golden Lantern Bank", "Korea Lantern Bank"]


def test_vessels_enumerated_after_their_noun_are_found() -> None:
    text = "The tankers Belovezha, Mianzimu and Oka Dawn were turned away."

    kinds = {one.quote: one.entity_kind for one in reading(text).mentions}
    assert kinds == dict.fromkeys(["Belovezha", "Mianzimu", "Oka Dawn"], EntityKind.VESSEL)


def test_title_country_and_position_are_read() -> None:
    mention = only("The Slovak Foreign Minister Anselm Kovarik came late.")

    assert mention.countries == ("sk",)
    assert mention.properties == {"position": ("Foreign Minister",)}


def test_an_apposition_to_two_names_gives_both_their_nationality() -> None:
    people = (listed("RIM, Ryong Nam"), listed("KIM, Yon Hui"))
    text = "Rim Ryong Nam and Kim Yon Hui, two DPRK nationals who live abroad, were named."

    mentions = reading(text, *people).mentions

    assert [one.properties["nationality"] for one in mentions] == [("kp",), ("kp",)]
    assert [one.countries for one in mentions] == [("kp",), ("kp",)]


def test_an_address_is_no_position() -> None:
    assert only("A letter from Mr. Anselm Kovarik came.").properties == {}


def test_a_listed_name_without_its_middle_name_is_a_persons() -> None:
    text = "Nobody had met Anselm Kovarik there."

    assert quotes(text) == []
    assert quotes(text, listed("KOVARIK, Anselm Maria")) == ["Anselm Kovarik"]
