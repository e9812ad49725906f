"""Who is who, into the graph: entities, RESOLVED_TO, and the identity events that lead there.

What belongs together changes in one transaction: the entities of a group, their mentions' edges and
the events. A reader sees a merge whole or not at all, and a run killed between two groups leaves a
graph from which the next run computes just the groups that are missing.
"""

from collections.abc import Sequence

from actors.graph import Transaction
from actors.instants import now
from actors.progress import Progress
from resolution.identity import IdentityChange
from resolution.publishing.groups import Group, batched
from resolution.publishing.meanwhile import Judged
from resolution.runs.lease import Lease

UPSERT_ENTITIES = """
UNWIND $rows AS row
MERGE (entity:Entity {id: row.id})
SET entity = row
"""

RESOLVE_MENTIONS = """
UNWIND $rows AS row
MATCH (mention:Mention {id: row.mention})
MATCH (entity:Entity {id: row.entity})
OPTIONAL MATCH (mention)-[former:RESOLVED_TO]->(:Entity)
DELETE former
CREATE (mention)-[:RESOLVED_TO {score: row.score}]->(entity)
SET mention.wasFounder = CASE WHEN row.isFounder THEN true ELSE mention.wasFounder END
"""

REMOVE_ENTITIES = """
UNWIND $rows AS row
MATCH (gone:Entity {id: row.id})
OPTIONAL MATCH (designation:Designation)-[:DESIGNATES]->(gone)
WITH gone, row, collect(designation) AS designations
OPTIONAL MATCH (survivor:Entity {id: row.survivor})
FOREACH (designation IN CASE WHEN survivor IS NULL THEN [] ELSE designations END |
  CREATE (designation)-[:DESIGNATES]->(survivor))
DETACH DELETE gone
"""

NEXT_EVENTS = """
MERGE (counter:Counter {id: 'event'})
SET counter.value = coalesce(counter.value, 0) + $count
RETURN counter.value - $count AS last
"""

WRITE_EVENTS = """
UNWIND $rows AS row
CREATE (event:IdentityEvent {id: row.id, type: row.type, at: $at, entityId: row.entityId,
                             from: row.from, to: row.to})
WITH event, row
MATCH (run:Run {id: $run})
CREATE (event)-[:DURING]->(run)
WITH event, row
UNWIND row.concerns AS concerned
MATCH (mention:Mention {entityId: concerned})
CREATE (event)-[:CONCERNS]->(mention)
"""


def publish_assignments(
    lease: Lease, groups: Sequence[Group], judged: Judged, progress: Progress
) -> None:
    """Write every group, as many a transaction as fit; JudgedMeanwhile where they are void."""
    progress.stage("entities", sum(group.size for group in groups))
    for batch in batched(groups):

        def write(transaction: Transaction, batch: Group = batch) -> None:
            transaction.run(UPSERT_ENTITIES, rows=batch.entities)
            transaction.run(RESOLVE_MENTIONS, rows=batch.mentions)
            transaction.run(REMOVE_ENTITIES, rows=batch.gone)
            _write_events(transaction, lease.run, batch.events)
            judged.prove(transaction)

        lease.publish(write)
        lease.counts = lease.counts.after(batch.events)
        progress.advance(batch.size)


def _write_events(transaction: Transaction, run: str, changes: Sequence[IdentityChange]) -> None:
    if not changes:
        return
    [counter] = transaction.run(NEXT_EVENTS, count=len(changes))
    rows = [
        {
            "id": f"event:{number:012}",
            "type": change.type.value,
            "entityId": change.entity,
            "from": list(change.before),
            "to": list(change.after),
            "concerns": sorted({change.entity, *change.before, *change.after}),
        }
        for number, change in enumerate(changes, start=counter["last"] + 1)
    ]
    transaction.run(WRITE_EVENTS, rows=rows, run=run, at=now())
