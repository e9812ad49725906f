"""What the demonstration's texts yield, read with the names of its lists."""

from functools import cache
from pathlib import Path

import pytest

from actors.records import EntityKind
from resolution.sources import read_all, read_catalogue
from resolution.text import Gazetteer, TextReading, read_text

CATALOGUE = Path(__file__).parents[2] / "demo" / "catalogue.toml"
TITLES = (
    "Two departments, one announcement",
    "Banks, generals and fuel",
    "Why two counts of one day are both right",
    "Namesakes on the lists",
)


@cache
def texts() -> dict[str, tuple[str, TextReading]]:
    readings = [sourced.reading for sourced in read_all(read_catalogue(CATALOGUE))]
    gazetteer = Gazetteer.of(mention for reading in readings for mention in reading.mentions)
    return {
        reading.document.title: (
            reading.document.text,
            read_text(reading.document, gazetteer),
        )
        for reading in readings
        if reading.document.text is not None
    }


def quotes(title: str) -> set[str]:
    return {mention.quote for mention in texts()[title][1].mentions}


def counts(title: str) -> list[tuple[int | None, int | None]]:
    return [(claim.persons, claim.organizations) for claim in texts()[title][1].claims]


@pytest.mark.parametrize("title", TITLES)
def test_every_text_names_persons_and_organizations(title: str) -> None:
    kinds = {mention.entity_kind for mention in texts()[title][1].mentions}

    assert kinds >= {EntityKind.PERSON, EntityKind.ORGANIZATION}


@pytest.mark.parametrize("title", TITLES)
def test_every_quote_stands_where_its_span_says(title: str) -> None:
    text, reading = texts()[title]
    found = [*reading.mentions, *reading.claims]

    assert all(text[one.start : one.end] == one.quote for one in found)


def test_the_texts_give_both_counts_in_words_and_in_digits() -> None:
    assert counts(TITLES[0]) == [(11, 8)]
    assert counts(TITLES[1]) == [(9, 7)]
    assert counts(TITLES[2]) == [(11, 8), (9, 7)]
    assert counts(TITLES[3]) == []


def test_one_man_is_spelt_in_several_ways() -> None:
    assert "Ri Chang-ho" in quotes(TITLES[0])
    assert "Lee Chang Ho" in quotes(TITLES[1])
    assert {"Ri Chang Ho", "Roh Kwang Chol", "No Kwang Chol"} <= quotes(TITLES[2])


def test_persons_on_no_list_are_found_too() -> None:
    assert {"Janet Yellen", "Antony Blinken"} <= quotes(TITLES[0])
