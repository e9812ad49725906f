"""Features: what they find, and the laws they keep."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mention_builders import all_pairs, features, record, text

from actors.records import DocumentId, EntityKind, Mention, Name, NameType
from resolution.comparison import FEATURES, compare
from resolution.model import WordCounts
from resolution.table import mention_table

ORGANIZATION = EntityKind.ORGANIZATION
WORDS = [
    "kim", "yong", "chol", "myong", "al", "haramain", "foundation", "kenya", "j", "zhang", "wei",
    "hassan", "husayn", "muhammad", "mohamed", "co", "ltd", "bank", "saderat", "ivanov", "ivanova",
]  # fmt: skip
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
mentions = st.builds(
    lambda spelled, born, kind, country, weak: record(
        *spelled,
        Name(weak, NameType.WEAK_ALIAS),
        born=born,
        kind=kind,
        countries=country,
        numbers=["imo=9187629"] if "kim" in weak else [],
    ),
    st.lists(names, min_size=1, max_size=3),
    st.sampled_from(["", "1968", "1968~", "1968-04", "1968-04-12", "1968-12-04 1970"]),
    st.sampled_from(EntityKind),
    st.sampled_from([(), ("kp",), ("cn", "hk"), ("hk",)]),
    names,
)


@given(mentions, mentions)
def test_comparison_is_symmetric(left: Mention, right: Mention) -> None:
    assert features(left, right) == features(right, left)


@given(st.lists(mentions, min_size=2, max_size=8), st.integers(1, 7))
def test_any_chunking_gives_the_same_bits(some: list[Mention], size: int) -> None:
    table = mention_table(some, {})
    left, right = all_pairs(len(some))
    words = WordCounts(50, {"kim": 9, "al": 20})

    whole = compare(table, left, right, words)
    chunks = [
        compare(table, left[start : start + size], right[start : start + size], words)
        for start in range(0, len(left), size)
    ]

    assert np.array_equal(whole, np.vstack(chunks))


@given(mentions)
def test_a_mention_is_like_itself(mention: Mention) -> None:
    found = features(mention, mention)

    assert found["name_similarity"] == 1.0
    assert not {"name_clash", "birth_far", "country_different", "kind_conflict"} & found.keys()


def test_missing_is_neither_same_nor_different() -> None:
    full = record("Omega Star", born="1968-04-12", countries=["kp"], numbers=["passport=4455667"])

    found = features(full, record("Omega Star", source="list-b"))

    assert {name.partition("_")[0] for name in found} == {"name"}


def test_words_are_aligned_in_any_order() -> None:
    assert features(record("KIM, Yong Bok"), record("Yong Bok Kim"))["name_exact"] == 1.0
    assert features(record("Li Wei Omega"), record("Omega Li Wei"))["name_similarity"] == 1.0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Im Song Jin", "Kim Song Jin"),
        ("Kim Yong Chol", "Kim Myong Chol"),
        ("김영철", "Kim Myong Chol"),
    ],
)
def test_korean_names_that_differ_in_a_syllable_clash(left: str, right: str) -> None:
    found = features(record(left), record(right))

    assert found["name_similarity"] <= 0.55
    assert found["name_clash"] >= 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("김영복", "Kim Yong Bok"),
        ("Ro Kwang Chol", "No Gwang-cheol"),
        ("Ri Chang Ho", "LEE Chang-ho"),
    ],
)
def test_romanisations_of_one_korean_name_are_one(left: str, right: str) -> None:
    found = features(record(left), record(right))

    assert found["name_similarity"] >= 0.97
    assert "name_clash" not in found


def test_an_acronym_speaks_for_its_organization() -> None:
    whole = record("Second Academy of Natural Sciences Foreign Affairs Bureau", kind=ORGANIZATION)

    assert features(whole, text("SANS FAB"))["name_acronym"] == 1.0
    assert "name_acronym" not in features(whole, text("SANS"))


def test_a_branch_is_told_from_the_whole() -> None:
    guard = record("Islamic Revolutionary Guard Corps", kind=ORGANIZATION)
    navy = record("Islamic Revolutionary Guard Corps Navy", kind=ORGANIZATION)
    company = record("Islamic Revolutionary Guard Corps Co., Ltd.", kind=ORGANIZATION)

    assert features(guard, navy)["organization_part"] == 1.0
    assert "organization_part" not in features(guard, company)


@pytest.mark.parametrize(
    ("left", "right", "finding"),
    [
        ("1968-04-12", "1968-04-12", "birth_day_same"),
        ("1968-04-12", "1968", "birth_year_same"),
        ("1968-04-12", "1968-01-01", "birth_year_same"),
        ("1968-04-12", "1968-12-04", "birth_slip"),
        ("1968-04-12", "1968-04-21", "birth_slip"),
        ("1968-04-12", "1969-04-12", "birth_slip"),
        ("1968-04-12", "1978-04-12", "birth_day_conflict"),
        ("1968-04-12", "1971-04-12", "birth_day_conflict"),
        ("1968-04-12", "1969-04-13", "birth_day_conflict"),
        ("1968", "1971~", "birth_near"),
        ("1968", "1972", "birth_far"),
        ("1968", "1974", "birth_very_far"),
        ("1968~", "1983-05-01", "birth_very_far"),
        ("1968-04-12", "1971-09-30", "birth_day_conflict"),
        ("1968-04-12 1971", "1971-09-30", "birth_year_same"),
    ],
)
def test_birth_dates_are_compared_by_what_both_know(left: str, right: str, finding: str) -> None:
    found = features(record("A", born=left), record("A", born=right))

    assert [name for name in found if name.startswith("birth")] == [finding]


def test_a_cited_number_is_weaker_than_an_own_one() -> None:
    own, same = (record("A", numbers=["un-reference=KPe.023"]) for _ in range(2))
    cites = record("A", numbers=["cited-un-reference=KPe.023"])

    assert "identifier_same" in features(own, same)
    assert "identifier_cited" in features(own, cites)
    assert "identifier_same" not in features(own, cites)


@pytest.mark.parametrize(
    ("number", "is_for_life"),
    [
        ("imo=9187629", True),
        ("lei=5493001KJTIIGC8Y1R12", True),
        ("cited-imo=9187629", False),
        ("passport=4455667", False),
    ],
)
def test_a_number_that_both_own_for_life_is_told(number: str, is_for_life: bool) -> None:
    found = features(record("A", numbers=[number]), record("B", numbers=[number]))

    assert ("identifier_for_life" in found) is is_for_life


def test_two_ships_have_two_numbers() -> None:
    ships = [
        record("Star", kind=EntityKind.VESSEL, numbers=[f"imo={n}"]) for n in (9187629, 8518780)
    ]

    assert features(*ships)["identifier_conflict"] == 1.0


def test_a_number_too_short_to_be_one_says_nothing() -> None:
    assert "identifier_same" not in features(
        record("A", numbers=["passport=PS"]), record("B", numbers=["passport=PS"])
    )


def test_a_person_is_no_organization_but_unknown_may_be_either() -> None:
    person, company = record("Omega"), record("Omega", kind=ORGANIZATION)

    assert features(person, company)["kind_conflict"] == 1.0
    assert "kind_conflict" not in features(company, text("Omega"))


@pytest.mark.parametrize(("day", "is_then"), [(15, True), (16, True), (23, True), (24, False)])
def test_a_text_within_a_week_of_the_listing_is_told(day: int, is_then: bool) -> None:
    listed = record("Kim Yong Bok", listed="2024-12-16")
    days = {DocumentId("D-text"): date(2024, 12, day)}

    assert ("announced_then" in features(listed, text("Kim Yong Bok"), days)) is is_then


def test_a_weak_alias_is_marked_and_a_better_name_preferred() -> None:
    boss = record("Joaquin Guzman", Name("El Chapo", NameType.WEAK_ALIAS))

    assert features(boss, record("El Chapo"))["name_weak"] == 1.0
    assert "name_weak" not in features(boss, record("Joaquin Guzman"))


def test_every_feature_has_a_column() -> None:
    table = mention_table([], {})

    nothing = compare(table, np.array([], int), np.array([], int), WordCounts(0, {}))

    assert nothing.shape == (0, len(FEATURES))
