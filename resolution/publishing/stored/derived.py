"""What earlier runs derived and kept: comparisons, entities and designations."""

from datetime import date

from actors.graph import Graph, Row
from actors.records import DesignationStatus, EntityId, EntityKind, PartialDate
from resolution.designations import Designation, decided_on
from resolution.state import StoredDesignation, StoredEntity, StoredPair

PAIRS = """
MATCH (left:Mention)-[compared:COMPARED]->(right:Mention)
RETURN left.id AS left, right.id AS right, compared.score AS score, compared.joins AS joins,
       compared.blockedBy AS rules
"""

ENTITIES = """
MATCH (entity:Entity)
RETURN entity.id AS id, entity.contentHash AS contentHash, entity.kind AS kind,
       entity.mentionCount AS mentions
"""

DESIGNATIONS = """
MATCH (designation:Designation)
OPTIONAL MATCH (designation)-[:DESIGNATES]->(entity:Entity)
RETURN designation.id AS id, designation.contentHash AS contentHash, entity.id AS entity,
       designation.announcedOn AS announcedOn, designation.listedOn AS listedOn,
       designation.status AS status, designation.firstSeenOn AS firstSeenOn,
       head(COLLECT { MATCH (designation)-[:BY]->(authority) RETURN authority.id }) AS authority,
       COLLECT {
         MATCH (designation)-[:UNDER]->(programme) RETURN programme.id ORDER BY programme.id
       } AS programmes
"""


def stored_pairs(graph: Graph) -> list[StoredPair]:
    """Return the comparisons that earlier runs kept."""
    return [
        StoredPair(row["left"], row["right"], row["score"], row["joins"], tuple(row["rules"]))
        for row in graph.read(PAIRS)
    ]


def stored_entities(graph: Graph) -> dict[EntityId, StoredEntity]:
    """Return every present entity."""
    return {
        row["id"]: StoredEntity(row["contentHash"], EntityKind(row["kind"]), row["mentions"])
        for row in graph.read(ENTITIES)
    }


def stored_designations(graph: Graph) -> list[StoredDesignation]:
    """Return every designation that earlier runs derived."""
    return [_designation(row) for row in graph.read(DESIGNATIONS)]


def _designation(row: Row) -> StoredDesignation:
    standing = _standing(row)
    return StoredDesignation(
        row["id"],
        row["contentHash"],
        row["entity"],
        DesignationStatus(row["status"]),
        standing,
        decided_on(standing) if standing else None,
    )


def _standing(row: Row) -> Designation | None:
    announced_on, listed_on = row["announcedOn"], row["listedOn"]
    if row["entity"] is None or not (announced_on or listed_on):
        return None
    return Designation(
        id=row["id"],
        entity=row["entity"],
        authority=row["authority"].removeprefix("authority:"),
        status=DesignationStatus(row["status"]),
        programmes=tuple(key.removeprefix("programme:") for key in row["programmes"]),
        legal_bases=(),
        listed_on=PartialDate.parse(listed_on) if listed_on else None,
        announced_on=PartialDate.parse(announced_on) if announced_on else None,
        ended_on=None,
        first_seen_on=date.fromisoformat(row["firstSeenOn"]),
        reasons=(),
        evidence=(),
    )
