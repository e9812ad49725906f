"""Counts of the sanctioned in prose."""

from datetime import date

import pytest
from prose_builders import counts, listed, reading


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They sanctioned nine individuals and seven entities.",
         {"persons": 9, "organizations": 7}),
        ("US sanctions 9 individuals, 7 entities for it", {"persons": 9, "organizations": 7}),
        ("It blacklisted 11 citizens and 8 companies.", {"persons": 11, "organizations": 8}),
        ("New sanctions on eleven individuals and eight entities",
         {"persons": 11, "organizations": 8}),
        ("The sanctions hit one individual, three entities and two vessels.",
         {"persons": 1, "organizations": 3, "vessels": 2}),
        ("They designated twenty-one persons as well as a hundred and five firms.",
         {"persons": 21, "organizations": 105}),
        ("OFAC sanctioned one individual, two banks, and a trading company.",
         {"persons": 1, "organizations": 3}),
        ("Sanctions fell on four Harbour Gang members and two Malta-based entities.",
         {"persons": 4, "organizations": 2}),
        ("OFAC designated 15 entities on Monday.", {"organizations": 15}),
        ("It sanctioned three more entities.", {"actors": 3}),
        ("OFAC announced the designations of 17 government officials and organizations.",
         {"actors": 17}),
        ("A dozen further officials were added to the sanctions list.", {"persons": 12}),
        ("It sanctioned two bank officials.", {"persons": 2}),
        ("It sanctioned 15 North Koreans and one entity.", {"persons": 15, "organizations": 1}),
        ("OFAC sanctioned six aircraft.", {"aircraft": 6}),
        ("OFAC designated eleven (11) individuals and eight (8) entities.",
         {"persons": 11, "organizations": 8}),
        ("The Treasury sanctioned nine people, including three generals, and seven firms.",
         {"persons": 9, "organizations": 7}),
    ],
)  # fmt: skip
def test_counts_of_the_sanctioned_are_claims(text: str, counted: dict[str, int]) -> None:
    assert counts(text) == [counted]


@pytest.mark.parametrize(
    "text",
    [
        "The launch of seven short-range missiles came after the sanctions.",
        "They supplied over 11,000 troops under sanctions.",
        "Two banks were robbed on Monday.",
        "The sanctions came after two people were killed in the capital.",
        "OFAC has sanctioned more than 200 vessels.",
        "Nine individuals and seven companies met for lunch.",
        "The committee of 12 members met; sanctions were not discussed.",
        "A company was sanctioned.",
        "It sanctioned Minister Anselm Kovarik and four other officials.",
        "Both companies and several individuals were sanctioned.",
    ],
)
def test_other_counts_are_none(text: str) -> None:
    assert counts(text) == []


def test_the_jargon_of_the_lists_needs_no_other_word() -> None:
    text = "The Treasury published a list. One paper says 11 individuals and 8 entities."

    assert counts(text) == [{"persons": 11, "organizations": 8}]


def test_a_heading_says_what_the_count_is_about() -> None:
    text = "The measures target nine individuals and seven companies."

    assert counts(text) == []
    assert counts(text, title="New sanctions") == [{"persons": 9, "organizations": 7}]


def test_a_count_beside_names_describes_those_named() -> None:
    text = "Rim Ryong Nam and Kim Yon Hui, two DPRK nationals, have been sanctioned."

    assert reading(text, listed("RIM, Ryong Nam"), listed("KIM, Yon Hui")).claims == ()


def test_a_count_of_the_past_is_not_about_what_the_text_reports() -> None:
    text = "In May 2023, OFAC sanctioned two companies."

    assert counts(text, on=date(2025, 4, 7)) == []
    assert counts(text, on=date(2023, 5, 20)) == [{"organizations": 2}]


def test_the_quote_covers_the_counts_and_two_statements_are_two_claims() -> None:
    text = (
        "OFAC sanctioned nine individuals and seven entities, while State designated "
        "two individuals and one entity."
    )

    assert [claim.quote for claim in reading(text).claims] == [
        "nine individuals and seven entities",
        "two individuals and one entity",
    ]
