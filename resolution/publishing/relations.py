"""Relations between entities, into the graph: RELATED edges that differ are written or removed."""

from collections.abc import Mapping, Sequence
from typing import Any

from actors.progress import Progress
from resolution.relations import Relation
from resolution.runs.lease import Lease

STORED_RELATIONS = """
MATCH (left:Entity)-[related:RELATED]->(right:Entity)
RETURN left.id AS left, right.id AS right, related.type AS type, related.mentionIds AS mentionIds
"""

WRITE_RELATIONS = """
UNWIND $rows AS row
MATCH (left:Entity {id: row.left})
MATCH (right:Entity {id: row.right})
MERGE (left)-[related:RELATED {type: row.type}]->(right)
SET related.mentionIds = row.mentionIds
"""

REMOVE_RELATIONS = """
UNWIND $rows AS row
MATCH (:Entity {id: row.left})-[related:RELATED {type: row.type}]->(:Entity {id: row.right})
DELETE related
"""


def publish_relations(lease: Lease, relations: Sequence[Relation], progress: Progress) -> None:
    """Make the RELATED edges those that the mentions state."""
    stored = {_ends(row): row for row in lease.graph.read(STORED_RELATIONS)}
    rows: list[dict[str, Any]] = [
        {
            "left": relation.left,
            "right": relation.right,
            "type": relation.type.value,
            "mentionIds": list(relation.mentions),
        }
        for relation in relations
    ]
    wanted = {_ends(row): row for row in rows}
    written = [row for ends, row in wanted.items() if stored.get(ends) != row]
    removed = [row for ends, row in stored.items() if ends not in wanted]
    progress.stage("relations", len(written) + len(removed))
    lease.publish_rows(REMOVE_RELATIONS, removed, progress)
    lease.publish_rows(WRITE_RELATIONS, written, progress)


def _ends(row: Mapping[str, Any]) -> tuple[str, str, str]:
    return row["left"], row["right"], row["type"]
