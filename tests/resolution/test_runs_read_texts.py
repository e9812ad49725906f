"""A run reads texts with the names on the lists, and again when these have changed."""

from datetime import date

import orjson
from people import PAK, RI
from readings import (
    article,
    edition,
    entity_of,
    run,
    stored,
)

from actors.graph import Graph
from actors.records import own_entity_id
from actors.records.interchange import from_json
from resolution.ingestion.rows import mention_row


def test_a_text_is_read_again_when_the_lists_know_more_names(graph: Graph) -> None:
    text = "Officials met in Dandong. General Ri Chang Ho of the bureau spoke there on Monday."
    stored(graph, edition(PAK), article(text))
    assert run(graph).texts_read == 1
    stored(graph, edition(RI, on=date(2025, 1, 31), is_complete=False))

    report = run(graph)

    assert report.texts_read == 1
    [row] = graph.read(
        "MATCH (m:Mention {kind: 'TEXT'})-[:RESOLVED_TO]->(e) WHERE m.isRetired IS NULL "
        "AND m.quote CONTAINS 'Ri Chang Ho' RETURN e.id AS entity"
    )
    assert row["entity"] == entity_of(graph, RI.id)
    assert run(graph).texts_read == 0


def test_a_mention_found_no_more_goes_with_what_is_found_in_its_place(graph: Graph) -> None:
    """The id that a text's mention had given its entity answers the actor found there later."""
    text = "The ministry named Harvest Moon Trading Company on Monday."
    stored(graph, edition(PAK), article(text))
    run(graph)
    [row] = graph.read("MATCH (m:Mention {kind: 'TEXT'}) RETURN m.id AS id, m.content AS content")
    content = orjson.loads(row["content"])
    former = from_json({**content, "end": content["end"] - 1})
    own = own_entity_id(former.id)
    graph.write(
        "MATCH (m:Mention {id: $id})-[:RESOLVED_TO]->(e) SET m += $properties, "
        "m.comparedHash = m.contentHash, e.id = m.entityId",
        id=row["id"],
        properties=mention_row(former),
    )
    graph.write("MATCH (d:Document {title: 'News'}) SET d.readWith = 'an earlier way'")

    run(graph)

    rows = graph.read(
        "MATCH (m:Mention {kind: 'TEXT'})-[:RESOLVED_TO]->(e) "
        "RETURN m.quote AS quote, m.isRetired AS retired, e.id AS entity"
    )
    assert {row["entity"] for row in rows} == {own}
    assert sorted(str(row["retired"]) for row in rows) == ["None", "True"]
