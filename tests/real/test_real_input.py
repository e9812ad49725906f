"""What the main job must show on the real lists and articles, asked over GraphQL."""

import csv
from pathlib import Path
from typing import Any

import pytest
from asking import Service

from actors.graph import Graph

pytestmark = pytest.mark.real_data

HOLDERS = """
query ($after: String) {
  documents(tier: [NEWS], first: 50, after: $after) {
    nodes { mentions(first: 300) { nodes {
      quote
      entity { id identifiers { scheme value }
               mentions(first: 50, filter: {kind: [RECORD]}) { totalCount } }
    } } }
  }
}
"""

BY_OFAC_NUMBER = """
query ($value: String!) { entityByIdentifier(scheme: "ofac-uid", value: $value) { id } }
"""

ACTION = """
{
  actions(date: {from: "2024-12-16", to: "2024-12-16"}, first: 5) { nodes { reconciliation {
    consistent persons organizations explanation
    tallies { authority { id } persons organizations }
    claims { persons organizations quote explained scope { id } document { source { id } } }
  } } }
}
"""


def seed_links(data: Path) -> list[tuple[str, str]]:
    """The actors that the two seed articles name: quote, and OFAC's number or NIL."""
    with (data / "press" / "gold_links.csv").open(encoding="utf-8", newline="") as file:
        return [
            (row["mention_text"], row["ofac_ent_num_or_NIL"])
            for row in csv.DictReader(file)
            if row["file"].startswith("SEED_")
        ]


def named(service: Service) -> dict[str, list[dict[str, Any]]]:
    """The entities that the news articles' mentions resolve to, by quote."""
    entities: dict[str, list[dict[str, Any]]] = {}
    for document in service.data(HOLDERS)["documents"]["nodes"]:
        for mention in document["mentions"]["nodes"]:
            entities.setdefault(mention["quote"], []).append(mention["entity"])
    return entities


def test_each_actor_of_the_articles_is_the_record_that_ofac_numbers(
    real_data: Path, real_service: Service
) -> None:
    entities = named(real_service)

    listed = [(quote, number) for quote, number in seed_links(real_data) if number != "NIL"]

    assert len(listed) == 14
    for quote, number in listed:
        wanted = {"scheme": "ofac-uid", "value": number}
        assert any(wanted in entity["identifiers"] for entity in entities[quote]), quote


def test_who_is_on_no_list_is_linked_to_none(real_data: Path, real_service: Service) -> None:
    entities = named(real_service)

    unlisted = [quote for quote, number in seed_links(real_data) if number == "NIL"]

    assert len(unlisted) == 2
    for quote in unlisted:
        assert [one["mentions"]["totalCount"] for one in entities[quote]] == [0]


@pytest.mark.parametrize(
    ("left", "right"),
    [("52293", "12215"), ("12211", "17614")],
    ids=["the bureau and its academy", "two men called KIM, Yong Chol"],
)
def test_actors_alike_in_name_stay_two(real_service: Service, left: str, right: str) -> None:
    entities = {
        real_service.data(BY_OFAC_NUMBER, value=number)["entityByIdentifier"]["id"]
        for number in (left, right)
    }

    assert len(entities) == 2


def test_both_counts_of_the_announcement_hold_and_dramatis_knows_why(
    real_service: Service,
) -> None:
    [action] = real_service.data(ACTION)["actions"]["nodes"]
    found = action["reconciliation"]

    treasury, state = "authority:us-ofac", "authority:us-state"
    tallies = {
        tally["authority"]["id"]: (tally["persons"], tally["organizations"])
        for tally in found["tallies"]
    }
    scopes = {
        (claim["persons"], claim["organizations"]): {one["id"] for one in claim["scope"]}
        for claim in found["claims"]
        if claim["explained"]
    }
    assert (found["persons"], found["organizations"]) == (11, 8)
    assert tallies == {treasury: (9, 7), state: (2, 1)}
    assert scopes == {(11, 8): {treasury, state}, (9, 7): {treasury}}
    assert found["consistent"]


def test_every_text_mention_stands_where_it_says(real_graph: Graph) -> None:
    rows = real_graph.read(
        "MATCH (mention:Mention {kind: 'TEXT'})-[:IN]->(document:Document) "
        "RETURN mention.quote AS quote, mention.start AS start, mention.end AS end, "
        "document.text AS text"
    )

    assert len(rows) > 100
    assert all(row["text"][row["start"] : row["end"]] == row["quote"] for row in rows)
