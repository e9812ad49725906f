"""OrganizationName: forms, parts, acronyms."""

from own_types import findings


def test_a_legal_form_hardly_counts() -> None:
    found = findings("OrganizationName", "Novy Mir LLC", "OOO Novy Mir")

    assert found["exact"] == 1.0
    assert found["extra"] == 0.0


def test_a_part_is_not_the_whole() -> None:
    part = findings("OrganizationName", "IRGC", "IRGC Navy")
    more = findings("OrganizationName", "IRGC", "IRGC Blue")

    assert part["part"] == 1.0
    assert more["part"] == 0.0


def test_an_acronym_is_told_from_its_words() -> None:
    words = "Islamic Revolutionary Guard Corps"

    assert findings("OrganizationName", words, "IRGC")["acronym"] == 1.0
    assert findings("OrganizationName", words, "IRISL")["acronym"] == 0.0


def test_numbers_that_differ_are_told() -> None:
    assert findings("OrganizationName", "Plant 24", "Plant 25")["other number"] == 1.0
    assert findings("OrganizationName", "Plant 24", "Plant")["extra number"] == 1.0
    assert findings("OrganizationName", "Plant 24", "Plant 24")["other number"] == 0.0
