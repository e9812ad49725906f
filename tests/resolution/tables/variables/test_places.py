"""Country and Address: places by code, by name, by words and numbers."""

import pytest
from own_types import findings, told, variable


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Russia", "ru"),
        ("RUS", "ru"),
        ("Korea, North", "kp"),
        ("Russia; North Korea", "kp|ru"),
        ("Wonderland", "wonderland"),
        ("?", None),
    ],
)
def test_countries_are_read_as_codes(cell: str, value: str | None) -> None:
    assert variable("Country").read(cell) == value


def test_one_country_in_common_is_enough() -> None:
    assert told("Country", "Russia", "ru") == {"same"}
    assert told("Country", "Russia|Ukraine", "Ukraine") == {"same"}
    assert told("Country", "Russia", "Ukraine") == {"different"}


def test_a_country_that_few_have_proves_more() -> None:
    crowd = ["ru"] * 30 + ["fj"]

    assert (
        findings("Country", *crowd, "fj", "Fiji")["rarity"]
        > (findings("Country", *crowd, "ru", "Russia")["rarity"])
    )


def test_an_address_is_one_however_short_its_words_are_written() -> None:
    assert findings("Address", "12 Main St., Oak Park", "12 main street oak park")["exact"] == 1.0


def test_house_numbers_and_postcodes_are_equal_or_other() -> None:
    assert findings("Address", "12 Main Street", "14 Main Street")["other number"] == 1.0
    assert findings("Address", "12 Main Street", "Main Street")["extra number"] == 1.0


def test_a_city_alone_is_an_address() -> None:
    found = findings("Address", "London", "Lonon")

    assert found["similarity"] > 0.8
    assert findings("Address", "London", "Paris")["clash"] == 1.0


def test_addresses_share_a_number_with_its_street() -> None:
    one = variable("Address")
    keys = one.predicates["number and word"]

    assert set(keys(one.read("12 Main St"))) & set(keys(one.read("Flat 3, 12 Main Road")))
    assert set(one.predicates["number"](one.read("12 Main St"))) == {"12"}
