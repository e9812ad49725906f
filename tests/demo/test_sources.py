"""What the demonstration's files say, as the readers understand them."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from actors.records import EntityKind, Mention, PartialDate, RelationType, SourceTier
from resolution.sources import SourcedReading, read_all, read_catalogue

CATALOGUE = Path(__file__).parents[2] / "demo" / "catalogue.toml"
ANNOUNCED = PartialDate(2024, 12, 16)


@cache
def readings() -> tuple[SourcedReading, ...]:
    return read_all(read_catalogue(CATALOGUE))


def records(source: str) -> dict[str, Mention]:
    return {
        mention.record_id or "": mention
        for sourced in readings()
        for mention in sourced.reading.mentions
        if sourced.source.id == source
    }


def test_every_row_is_read() -> None:
    rejected = [str(row) for sourced in readings() for row in sourced.reading.rejected]

    assert rejected == []


def test_each_list_has_its_records() -> None:
    sizes = {id_: len(records(id_)) for id_ in ("demo-us-ofac-sdn", "demo-un-sc", "demo-gb-hmt")}

    assert sizes == {"demo-us-ofac-sdn": 37, "demo-un-sc": 9, "demo-gb-hmt": 7}


def test_two_departments_named_eleven_persons_and_eight_organizations() -> None:
    named = Counter(
        (claim.authority, mention.entity_kind)
        for mention in records("demo-us-ofac-sdn").values()
        for claim in mention.designations
        if claim.listed_on == ANNOUNCED
    )

    assert named == {
        ("us-ofac", EntityKind.PERSON): 9,
        ("us-ofac", EntityKind.ORGANIZATION): 7,
        ("us-state", EntityKind.PERSON): 2,
        ("us-state", EntityKind.ORGANIZATION): 1,
    }


def test_every_record_is_designated_under_a_programme_with_its_legal_basis() -> None:
    unfounded = [
        mention.quote
        for mention in records("demo-us-ofac-sdn").values()
        if not any(claim.programmes and claim.legal_bases for claim in mention.designations)
    ]

    assert unfounded == []


def test_namesakes_differ_in_what_the_list_knows_of_them() -> None:
    listed = records("demo-us-ofac-sdn")

    general, representative = listed["12211"], listed["17614"]

    assert general.quote == representative.quote == "KIM, Yong Chol"
    assert not set(general.birth_dates) & set(representative.birth_dates)


@pytest.mark.parametrize("record", ["48220", "48268", "19498", "19531", "51353"])
def test_every_relation_leads_to_a_record_of_the_demonstration(record: str) -> None:
    listed = records("demo-us-ofac-sdn")
    names = {name.value for mention in listed.values() for name in mention.names}

    [relation] = listed[record].relations

    assert relation.type is RelationType.LINKED_TO
    assert relation.target.rstrip(".") in {name.rstrip(".") for name in names}


def test_the_same_actor_stands_on_three_lists() -> None:
    american, un, british = (
        records("demo-us-ofac-sdn")["17614"],
        records("demo-un-sc")["KPi.024"],
        records("demo-gb-hmt")["13334"],
    )

    assert american.birth_dates == un.birth_dates == british.birth_dates
    assert "cited-un-reference" in {carried.scheme for carried in british.identifiers}


def test_the_texts_are_the_demonstrations_own() -> None:
    texts = [sourced for sourced in readings() if sourced.reading.document.text]

    assert len(texts) == 4
    assert {sourced.source.publisher for sourced in texts} == {"Dramatis demonstration"}
    assert {sourced.source.tier for sourced in texts} == {SourceTier.NEWS, SourceTier.OTHER}


def test_the_texts_were_published_in_the_days_after_the_announcement() -> None:
    days = {
        sourced.reading.document.published_on
        for sourced in readings()
        if sourced.reading.document.text
    }

    assert min(days) == date(2024, 12, 16)
    assert max(days) <= date(2024, 12, 31)
