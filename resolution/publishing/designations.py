"""Designations and their evidence, into the graph: what differs by its hash is written anew."""

from collections.abc import Iterable

from actors.progress import Progress
from resolution.designations import Action, Designation
from resolution.publishing.rows.designations import designation_row
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
