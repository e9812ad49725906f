"""PersonName: what is one name, what is another."""

import pytest
from own_types import findings, variable

from resolution.tables.variables.nicknames import groups_of


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("KIM, Yong-chol", "yong chol kim"),
        ("김영철", "kim yong chol"),
        ("Thomas Smith, Jr.", "thomas smith jr"),
        ("Smith, Thomas, MP", "smith thomas mp"),
        (" , ", None),
        ("O'Neil", "oneil"),
    ],
)
def test_a_cell_is_read_to_folded_words_the_surname_last(cell: str, value: str | None) -> None:
    assert variable("PersonName").read(cell) == value


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("John Smith", "Smith, John"),
        ("Dr. John Smith", "John Smith"),
        ("Kim Yong-chol", "Kim Yongchol"),
        ("Van der Meer", "Vandermeer"),
    ],
)
def test_one_name_in_other_words_is_exact(left: str, right: str) -> None:
    found = findings("PersonName", left, right)

    assert found["exact"] == 1.0
    assert found["similarity"] == found["weakest"] == 1.0
    assert found["clash"] == found["extra"] == 0.0


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        (("John Smith", "John Smyth"), ("John Smith", "John Brown")),
        (("J. Smith", "John Smith"), ("K. Smith", "John Smith")),
        (("Bill Smith", "William Smith"), ("Bill Smith", "Walter Smith")),
        (("Ivan Petrovich Sidorov", "Ivan Sidorov"), ("Ivan Petrov Sidorov", "Ivan Sidorov")),
        (("Smiht", "Smith"), ("Jones", "Smith")),
        (("Abdulrahman Ali", "Abdul Rahman Ali Hasan"), ("Abdulrahim Ali", "Abdul Rahman Hasan")),
    ],
)
def test_some_differences_are_smaller(nearer: tuple[str, str], farther: tuple[str, str]) -> None:
    near, far = findings("PersonName", *nearer), findings("PersonName", *farther)

    assert near["similarity"] > far["similarity"]
    assert near["extra"] < far["extra"]


def test_names_that_share_nothing_clash() -> None:
    found = findings("PersonName", "John Smith", "Peter Brown")

    assert found["clash"] == 1.0
    assert found["similarity"] == 0.0


def test_korean_names_are_told_apart_by_syllables() -> None:
    romanised = findings("PersonName", "Kim Yong Chol", "Young-cheol Gim")
    other = findings("PersonName", "Kim Yong Chol", "Kim Myong Chol")
    no_korean = findings("PersonName", "John Smith", "Peter Brown")

    assert (romanised["same syllables"], romanised["other syllables"]) == (1.0, 0.0)
    assert (other["same syllables"], other["other syllables"]) == (0.0, 1.0)
    assert no_korean["same syllables"] == no_korean["other syllables"] == 0.0


def test_korean_names_of_the_same_syllables_are_one_name() -> None:
    spellings = ["Kim Yong Chol", "Gim Yongchol", "Young-cheol Gim", "KIM, Yong Chul"]

    alike = findings("PersonName", *spellings, "Ri Song Ho", "Yi Seong-ho")
    common = findings("PersonName", "Ri Song Ho", *spellings)

    for found in (alike, common):
        assert found["similarity"] == found["weakest"] == found["exact"] == 1.0
        assert found["clash"] == found["extra"] == found["further"] == 0.0
        assert found["evidence"] == found["rarity"]
    assert alike["rarity"] > common["rarity"]


@pytest.mark.parametrize(
    ("left", "right", "further"),
    [
        ("John Peter Smith", "Smith, John Peter", 2.0),
        ("John Smith", "John Smyth", 0.0),
        ("John van Smith", "John van Smith", 1.1),
        ("Vanmeer, Jan", "Jan van Meer", 1.0),
        ("John", "John", 0.0),
    ],
)
def test_equal_words_are_counted_beyond_the_first(left: str, right: str, further: float) -> None:
    assert findings("PersonName", left, right)["further"] == pytest.approx(further)


def test_a_word_that_few_share_is_better_evidence() -> None:
    crowd = ["John Smith"] * 50 + ["Peter Featherstone"]

    common = findings("PersonName", *crowd, "J Smith", "Smith")
    rare = findings("PersonName", *crowd, "J Featherstone", "Featherstone")

    assert rare["evidence"] > common["evidence"]


def test_a_nickname_may_be_short_for_several_names() -> None:
    assert set(groups_of("ted")) & set(groups_of("edward"))
    assert set(groups_of("ted")) & set(groups_of("theodore"))
    assert not set(groups_of("edward")) & set(groups_of("theodore"))
    assert not groups_of("featherstone")
