"""Numerals, countries, descents and given names tell apart what words alone do not."""

import dataclasses

import pytest
from mention_builders import features, record

from actors.records import EntityKind, Mention
from resolution.comparison.marks import given_names, numerals

ORGANIZATION = EntityKind.ORGANIZATION


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("omega fund ii", {"2"}),
        ("omega fund xiv ltd", {"14"}),
        ("omega investments i corp", {"1"}),
        ("brigade 044", {"44"}),
        ("v omega", set()),
        ("omega v delta", set()),
        ("omega di x delta", set()),
    ],
)
def test_numbers_of_a_series_are_numerals(name: str, found: set[str]) -> None:
    assert numerals(name) == found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Omega Solutions", "Omega Solutions II"),
        ("Omega Solutions II", "Omega Solutions III"),
        ("Omega Marine 7 Ltd", "Omega Marine 8 Ltd"),
        ("Banco Omega", "Banco Omega Chile"),
    ],
)
def test_a_body_with_another_numeral_or_country_is_another_part(left: str, right: str) -> None:
    one, other = (record(name, kind=ORGANIZATION) for name in (left, right))

    assert features(one, other)["organization_part"] == 1.0


def test_one_number_in_two_ways_of_writing_is_one() -> None:
    one, other = (record(name, kind=ORGANIZATION) for name in ("Omega Line 2", "Omega Line II"))

    assert "organization_part" not in features(one, other)


def test_a_country_that_the_other_states_marks_no_part() -> None:
    peruvian = record("Omega Bank", kind=ORGANIZATION, countries=["pe"])

    found = features(peruvian, record("Omega Bank of Peru", kind=ORGANIZATION))

    assert found.get("organization_part", 0.0) < 1.0


def test_a_father_is_not_his_son() -> None:
    father, son = record("Salman bin Muhammad Vostri"), record("Muhammad bin Salman Vostri")

    assert features(father, son)["name_clash"] == 1.0
    assert "name_clash" not in features(father, record("Muhammad Vostri, Salman bin"))


def test_brothers_are_often_called_alike() -> None:
    brothers = record("Hasan Vostri Omegli"), record("Huseyin Vostri Omegli")
    spellings = record("Hassan Vostri Omegli"), record("Hasan Vostri Omegli")

    assert features(*brothers)["name_clash"] == 1.0
    assert features(*spellings)["name_clash"] < 0.5
    assert given_names("hussein hasan") == {"hasan", "husayn"}


def test_half_a_name_that_many_bear_is_told_between_lists_only() -> None:
    short, long = record("Ali Kim"), record("Ali Kim Vostrikov", source="list-b")
    patronymic = record("Ali Sergeyevich Kim", source="list-b")

    assert features(short, long)["person_name_thin"] == 1.0
    assert "person_name_thin" not in features(short, patronymic)
    assert "person_name_thin" not in features(record("Ostap Vostrikov"), long)


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ("Monteverdi", "Montenero", True),
        ("Sancho", "Sanchez", True),
        ("Qadhafi", "Gaddafi", False),
        ("Yanukovych", "Yanukovich", False),
        ("Rotenberg", "Rottenberg", False),
        ("Omega", "Delta", False),
    ],
)
def test_words_spelled_alike_are_held_to_their_consonants(
    left: str, right: str, differ: bool
) -> None:
    found = features(record(f"Anselm {left}"), record(f"Anselm {right}"))

    assert ("person_name_consonants" in found) is differ


@pytest.mark.parametrize(
    ("left", "right", "is_told"),
    [
        ("Zhang Jian", "Zhang Jiang", True),
        ("Zhang Jianguo", "ZHANG Jian Guo", False),
        ("Zhang Jianguo", "Jianguo ZHANG", False),
        ("Yu Jin", "Yoo Jin", False),
    ],
)
def test_names_in_pinyin_that_differ_by_a_letter_are_two(
    left: str, right: str, is_told: bool
) -> None:
    found = features(record(left), record(right))

    assert (found.get("name_clash") == 1.0) is is_told


@pytest.mark.parametrize(
    ("left", "right", "are_other"),
    [
        ("王伟", "王维", True),
        ("김정은", "김종은", True),
        ("張偉", "张伟", False),
        ("리룡철", "이용철", False),
        ("王伟", "Wang Wei", False),
        ("王伟", "김정은", False),
    ],
)
def test_names_in_characters_are_compared_as_written(
    left: str, right: str, are_other: bool
) -> None:
    found = features(record("Wang Wei", left), record("Wang Wei", right))

    assert (found.get("name_clash") == 1.0) is are_other
    assert ("name_exact" not in found) is are_other


def test_bodies_in_characters_are_not_held_to_each_character() -> None:
    one, other = (record(name, kind=ORGANIZATION) for name in ("恒达贸易", "恒达贸易有限公司"))

    assert features(one, other).get("name_clash", 0.0) < 1.0


def begun(mention: Mention, *days: str) -> Mention:
    return dataclasses.replace(mention, properties={"foundedOn": days})


@pytest.mark.parametrize(
    ("days", "is_told"),
    [
        (["2015-06-23"], True),
        (["2015"], True),
        (["2012"], False),
        (["2015", "1995"], False),
        (["1990/2015"], False),
        (["some day"], False),
        ([], False),
    ],
)
def test_nobody_is_listed_years_before_being_founded(days: list[str], is_told: bool) -> None:
    listed = record("Omega Holding", kind=ORGANIZATION, listed="2011-09-05")
    young = begun(record("Omega Holding", kind=ORGANIZATION), *days)

    assert ("begun_after_listing" in features(listed, young)) is is_told
    assert ("begun_after_listing" in features(young, listed)) is is_told
