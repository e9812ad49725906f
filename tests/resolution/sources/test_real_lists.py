"""The real lists, counted: what they hold, that nothing of it is lost, and how fast it goes."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from actors.records import Mention, RelationType
from actors.records.interchange import from_json, to_json
from resolution.sources import SourcedReading, read_all, read_catalogue

pytestmark = pytest.mark.real_data

Readings = Sequence[SourcedReading]


@pytest.fixture(scope="module")
def readings(real_data: Path) -> Readings:
    return read_all(read_catalogue(real_data / "catalogue.toml"))


def of(readings: Readings, source: str) -> list[Mention]:
    return [
        mention
        for sourced in readings
        if sourced.source.id == source
        for mention in sourced.reading.mentions
    ]


def test_every_record_is_a_mention_or_rejected(readings: Readings) -> None:
    counted = [
        (sourced.source.id, len(sourced.reading.mentions), len(sourced.reading.rejected))
        for sourced in readings
        if sourced.reading.records
    ]

    assert counted == [
        ("us-ofac-sdn", 9043, 2),  # one number stands twice, one address belongs to no record
        ("us-ofac-sdn", 34, 0),
        ("us-ofac-sdn", 33, 0),
        ("un-sc", 877, 0),
        ("gb-hmt", 2106, 0),
        ("ca-sema", 4759, 0),
    ]


def test_reading_twice_gives_equal_mentions(real_data: Path, readings: Readings) -> None:
    again = read_all(read_catalogue(real_data / "catalogue.toml"))

    assert [one.reading.mentions for one in again] == [one.reading.mentions for one in readings]


def test_every_mention_survives_the_interchange_format(readings: Readings) -> None:
    for sourced in readings:
        for mention in sourced.reading.mentions:
            assert from_json(to_json(mention)) == mention


def test_the_british_list_cites_the_references_that_are_known(
    real_data: Path, readings: Readings
) -> None:
    truth = (real_data / "truth" / "un_uk_2018.csv").read_text(encoding="utf-8")
    expected = {
        (row["uk_group_id"], row["un_reference"].upper())
        for row in csv.DictReader(io.StringIO(truth))
    }

    cited = {
        (mention.record_id, number.value.upper())
        for mention in of(readings, "gb-hmt")
        for number in mention.identifiers
        if number.scheme == "cited-un-reference"
    }

    assert expected <= cited


def test_the_nineteen_of_december_2024_have_day_and_announcer(readings: Readings) -> None:
    listed = [
        (claim.authority, mention.entity_kind.value)
        for mention in of(readings, "us-ofac-sdn")
        for claim in mention.designations
        if str(claim.listed_on) == "2024-12-16"
    ]

    assert Counter(listed) == {
        ("us-ofac", "PERSON"): 9,
        ("us-ofac", "ORGANIZATION"): 7,
        ("us-state", "PERSON"): 2,
        ("us-state", "ORGANIZATION"): 1,
    }


def test_nearly_all_links_name_a_record_of_the_list(readings: Readings) -> None:
    mentions = readings[0].reading.mentions
    names = {name.value for mention in mentions for name in mention.names}

    targets = [
        claim.target
        for mention in mentions
        for claim in mention.relations
        if claim.type is RelationType.LINKED_TO
    ]

    assert len(targets) > 3000
    assert sum(target in names for target in targets) > 0.99 * len(targets)


def test_dates_are_understood(readings: Readings) -> None:
    dated = sum(
        bool(mention.birth_dates) for sourced in readings for mention in sourced.reading.mentions
    )
    noted = [
        note
        for sourced in readings
        for mention in sourced.reading.mentions
        for note in mention.properties.get("birthDateNote", ())
    ]

    assert dated > 7000
    assert len(noted) < 20
