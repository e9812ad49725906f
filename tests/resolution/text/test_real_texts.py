"""The real texts against the real lists: what the gold standard names is found, as written."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from actors.records import Document, Mention, MentionId
from resolution.sources import read_all, read_catalogue
from resolution.text import Gazetteer, TextReading, read_text

pytestmark = pytest.mark.real_data


@pytest.fixture(scope="module")
def readings(real_data: Path) -> list[tuple[Document, TextReading]]:
    """Every text of the catalogue, read with the names of all its lists."""
    sourced = read_all(read_catalogue(real_data / "catalogue.toml"))
    records: dict[MentionId, Mention] = {
        mention.id: mention for one in sourced for mention in one.reading.mentions
    }
    gazetteer = Gazetteer.of(records.values())
    texts = [one.reading.document for one in sourced if one.reading.document.text]
    return [(document, read_text(document, gazetteer)) for document in texts]


@pytest.fixture(scope="module")
def gold(real_data: Path) -> dict[str, list[str]]:
    """The mentions that people marked, by file."""
    marked: dict[str, list[str]] = defaultdict(list)
    with (real_data / "press/gold_links.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            marked[row["file"]].append(row["mention_text"])
    return marked


def test_every_marked_mention_is_found_as_written(
    readings: list[tuple[Document, TextReading]], gold: dict[str, list[str]]
) -> None:
    missed = {}
    for file, marked in gold.items():
        # A file's text is the one that holds most of its marks; some marks stand in several texts.
        text, found = max(
            readings, key=lambda one: sum(quote in (one[0].text or "") for quote in marked)
        )
        quotes = {mention.quote for mention in found.mentions}
        lost = [quote for quote in marked if quote in (text.text or "") and quote not in quotes]
        if lost:
            missed[file] = lost

    assert missed == {}


def test_the_two_counts_of_one_announcement_are_read(
    readings: list[tuple[Document, TextReading]],
) -> None:
    counted = {
        (claim.persons, claim.organizations)
        for document, found in readings
        if str(document.published_on) == "2024-12-17" and document.source != "us-gov-press"
        for claim in found.claims
    }

    assert counted == {(11, 8), (9, 7)}
