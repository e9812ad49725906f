"""What a person names: a mention, an entity, or a source's record; read with all it belongs to.

Flows in: a reference and the graph. Flows out: the mentions it may mean, as a run reads them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import orjson

from actors.errors import NotFound
from actors.graph import Graph, Row
from actors.records import (
    DocumentId,
    EntityId,
    Mention,
    MentionId,
    SourceId,
    record_mention_id,
)
from actors.records.interchange import from_json

# Each relies on the uniqueness of Mention.id, Entity.id, or the index on Mention.entityId.
MENTION = """
MATCH (mention:Mention {id: $id})-[:IN]->(document:Document)
OPTIONAL MATCH (mention)-[:RESOLVED_TO]->(entity:Entity)
RETURN mention.content AS content, document.publishedOn AS publishedOn, entity.id AS entity,
       mention.sequence AS sequence
"""

MENTIONS_OF_ENTITY = """
MATCH (:Mention {entityId: $id})-[:RESOLVED_TO]->(entity:Entity)
MATCH (entity)<-[:RESOLVED_TO]-(mention:Mention)-[:IN]->(document:Document)
RETURN mention.content AS content, document.publishedOn AS publishedOn, entity.id AS entity,
       mention.sequence AS sequence
ORDER BY sequence
"""

HOLDS_ANYTHING = """
MATCH (mention:Mention)
RETURN mention.id AS id
LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention, what it is resolved to, and the day its document was published."""

    mention: Mention
    entity: EntityId | None
    published_on: date | None
    sequence: int


def found_mentions(graph: Graph, reference: str) -> Sequence[FoundMention]:
    """Return what a reference names: one mention, or all of an entity's; NotFound if nothing."""
    if is_entity(reference):
        found = _read(graph, MENTIONS_OF_ENTITY, reference)
    else:
        found = _read(graph, MENTION, mention_id(reference))
    if not found and not graph.read(HOLDS_ANYTHING):
        raise NotFound(
            f"{reference!r} names nothing: the graph at {graph.uri} is empty. Without NEO4J_URI it "
            "is the one below DRAMATIS_HOME, by default .dramatis in the folder you are in: go to "
            "where you ingested, or set DRAMATIS_HOME."
        )
    if not found:
        raise NotFound(
            f"{reference!r} names nothing here; expected a mention (M-…), an entity (E-…), or a "
            "source and its record's id, as us-ofac-sdn:52293."
        )
    return found


def members(graph: Graph, one: FoundMention) -> Sequence[FoundMention]:
    """Return all mentions of the entity that holds this one; itself alone where none does."""
    return [one] if one.entity is None else _read(graph, MENTIONS_OF_ENTITY, one.entity)


def is_entity(reference: str) -> bool:
    """Whether a reference names an entity."""
    return reference.startswith("E-")


def mention_id(reference: str) -> MentionId:
    """Return the id of a mention that is named by it, or by its source and record."""
    if ":" not in reference:
        return MentionId(reference)
    source, _, record = reference.partition(":")
    return record_mention_id(SourceId(source), record)


def published_days(found: Sequence[FoundMention]) -> Mapping[DocumentId, date | None]:
    """Return the day of each mention's document."""
    return {one.mention.document: one.published_on for one in found}


def shown(mention: Mention) -> str:
    """Return how a person names a mention again: source and record, or its id."""
    return f"{mention.source}:{mention.record_id}" if mention.record_id else mention.id


def _read(graph: Graph, statement: str, id_: str) -> list[FoundMention]:
    return [_found(row) for row in graph.read(statement, id=id_)]


def _found(row: Row) -> FoundMention:
    return FoundMention(
        mention=from_json(orjson.loads(row["content"])),
        entity=row["entity"],
        published_on=date.fromisoformat(row["publishedOn"]) if row["publishedOn"] else None,
        sequence=row["sequence"],
    )
