"""Designations and their evidence, into the graph: what differs by its hash is written anew."""

from collections.abc import Iterable, Mapping
from typing import Any

from actors.progress import Progress
from resolution.designations import Action, Designation
from resolution.publishing.catalogued import authority_id, legal_basis_id, programme_id
from resolution.publishing.hashing import row_hash
from resolution.runs.lease import Lease
from resolution.state import StoredDesignation

WRITE_DESIGNATIONS = """
UNWIND $rows AS row
MERGE (designation:Designation {id: row.properties.id})
SET designation = row.properties
WITH designation, row
OPTIONAL MATCH (designation)-[former:DESIGNATES|BY|UNDER|BASED_ON|PART_OF|EVIDENCES]-()
WITH designation, row, collect(former) AS formers
FOREACH (former IN formers | DELETE former)
WITH designation, row
MATCH (entity:Entity {id: row.entity})
MATCH (authority:Authority {id: row.authority})
CREATE (designation)-[:DESIGNATES]->(entity)
CREATE (designation)-[:BY]->(authority)
WITH designation, row
CALL (designation, row) {
  MATCH (programme:Programme) WHERE programme.id IN row.programmes
  CREATE (designation)-[:UNDER]->(programme)
}
CALL (designation, row) {
  MATCH (basis:LegalBasis) WHERE basis.id IN row.legalBases
  CREATE (designation)-[:BASED_ON]->(basis)
}
CALL (designation, row) {
  MATCH (action:Action {id: row.action})
  CREATE (designation)-[:PART_OF]->(action)
}
CALL (designation, row) {
  MATCH (mention:Mention) WHERE mention.id IN row.evidence
  CREATE (mention)-[:EVIDENCES]->(designation)
}
"""

REMOVE_DESIGNATIONS = """
UNWIND $rows AS row
MATCH (designation:Designation {id: row})
DETACH DELETE designation
"""


def publish_designations(
    lease: Lease,
    before: Iterable[StoredDesignation],
    designations: Iterable[Designation],
    actions: Iterable[Action],
    progress: Progress,
) -> None:
    """Write the designations that are new or differ, and remove those without evidence left."""
    action_of = {one: action.id for action in actions for one in action.designations}
    wanted = {one.id: designation_row(one, action_of.get(one.id)) for one in designations}
    stored = {one.id: one.content_hash for one in before}
    rows = [
        row for key, row in wanted.items() if stored.get(key) != row["properties"]["contentHash"]
    ]
    progress.stage("designations", len(rows))
    lease.publish_rows(WRITE_DESIGNATIONS, rows, progress)
    lease.publish_rows(REMOVE_DESIGNATIONS, sorted(set(stored) - set(wanted)))


def designation_row(designation: Designation, action: str | None) -> Mapping[str, Any]:
    """Return a designation's properties, and the ids of what it is joined to."""
    properties = {
        "id": designation.id,
        "status": designation.status.value,
        "announcedOn": _written(designation.announced_on),
        "listedOn": _written(designation.listed_on),
        "endedOn": _written(designation.ended_on),
        "firstSeenOn": designation.first_seen_on.isoformat(),
        "reasons": list(designation.reasons),
    }
    joined = {
        "entity": designation.entity,
        "authority": authority_id(designation.authority),
        "programmes": [programme_id(key) for key in designation.programmes],
        "legalBases": [legal_basis_id(code) for code in designation.legal_bases],
        "action": action,
        "evidence": list(designation.evidence),
    }
    content = row_hash({**properties, **joined})
    return {"properties": {**properties, "contentHash": content}, **joined}


def _written(value: object) -> str | None:
    return str(value) if value else None
