"""Who is who, into the graph: entities, RESOLVED_TO, and the identity events that lead there.

What belongs together changes in one transaction: the entities of a group, their mentions' edges and
the events. A reader sees a merge whole or not at all, and a run killed between two groups leaves a
graph from which the next run computes just the groups that are missing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actors.graph import Transaction
from actors.progress import Progress
from actors.records import EntityId, IdentityEventType, MentionId
from resolution.identity import IdentityChange
from resolution.runs.lease import Lease, now

GROUP_MENTIONS = 1000
"""Mentions one transaction may move, unless a single group has more."""

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


@dataclass(slots=True)
class Group:
    """What changes together: new rows of entities, moved mentions, vanished ids, events."""

    entities: list[dict[str, Any]] = field(default_factory=list)
    mentions: list[dict[str, Any]] = field(default_factory=list)
    gone: list[dict[str, Any]] = field(default_factory=list)
    events: list[IdentityChange] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How much of a transaction the group fills."""
        return len(self.mentions) + len(self.entities)

    def take(self, other: "Group") -> None:
        """Join another group into this one."""
        self.entities += other.entities
        self.mentions += other.mentions
        self.gone += other.gone
        self.events += other.events


@dataclass(frozen=True, slots=True)
class Assignment:
    """Each mention's entity, with the confidence that it belongs there."""

    entities: Mapping[MentionId, EntityId]
    scores: Mapping[MentionId, float]
    own: Mapping[MentionId, EntityId]
    """The own id of each mention: the founding one's is its entity's."""


def publish_assignments(lease: Lease, groups: Sequence[Group], progress: Progress) -> None:
    """Write every group, as many a transaction as fit."""
    progress.stage("entities", sum(group.size for group in groups))
    for batch in batched(groups):

        def write(transaction: Transaction, batch: Group = batch) -> None:
            transaction.run(UPSERT_ENTITIES, rows=batch.entities)
            transaction.run(RESOLVE_MENTIONS, rows=batch.mentions)
            transaction.run(REMOVE_ENTITIES, rows=batch.gone)
            _write_events(transaction, lease.run, batch.events)

        lease.publish(write)
        progress.advance(batch.size)


def grouped(
    before: Mapping[MentionId, tuple[EntityId, float | None]],
    after: Assignment,
    rows: Mapping[EntityId, dict[str, Any]],
    present: Mapping[EntityId, str | None],
    changes: Sequence[IdentityChange],
) -> list[Group]:
    """Return the groups of a publication: `rows` are wanted, `present` holds the stored hashes."""
    old = {mention: entity for mention, (entity, _) in before.items()}
    group_of = _components(old, after.entities, changes)
    groups: dict[EntityId, Group] = {}

    def group(entity: EntityId) -> Group:
        return groups.setdefault(group_of.get(entity, entity), Group())

    for entity, row in rows.items():
        if present.get(entity) != row["contentHash"]:
            group(entity).entities.append(row)
    for mention, entity in after.entities.items():
        score = after.scores[mention]
        if before.get(mention) != (entity, score):
            is_founder = after.own[mention] == entity
            group(entity).mentions.append(
                {"mention": mention, "entity": entity, "score": score, "isFounder": is_founder}
            )
    survivors = _survivors(changes)
    for entity in present:
        if entity not in rows:
            group(entity).gone.append({"id": entity, "survivor": survivors.get(entity)})
    for change in changes:
        group(change.entity).events.append(change)
    return [groups[key] for key in sorted(groups)]


def batched(groups: Iterable[Group]) -> Iterable[Group]:
    """Yield groups joined until a transaction is full; none is ever cut."""
    batch = Group()
    for group in groups:
        if batch.size and batch.size + group.size > GROUP_MENTIONS:
            yield batch
            batch = Group()
        batch.take(group)
    if batch.size or batch.gone or batch.events:
        yield batch


def _survivors(changes: Iterable[IdentityChange]) -> dict[EntityId, EntityId]:
    return {
        absorbed: change.entity
        for change in changes
        if change.type is IdentityEventType.MERGED
        for absorbed in change.before
    }


def _components(
    before: Mapping[MentionId, EntityId],
    after: Mapping[MentionId, EntityId],
    changes: Iterable[IdentityChange],
) -> dict[EntityId, EntityId]:
    """Return a representative for each entity that exchanges mentions or ids with another."""
    parent: dict[EntityId, EntityId] = {}

    def root(entity: EntityId) -> EntityId:
        while (above := parent.get(entity, entity)) != entity:
            entity = above
        return entity

    def join(left: EntityId, right: EntityId) -> None:
        first, second = sorted((root(left), root(right)))
        if first != second:
            parent[second] = first

    for mention, old in before.items():
        if mention in after:
            join(old, after[mention])
    for change in changes:
        for entity in (*change.before, *change.after):
            join(change.entity, entity)
    return {entity: root(entity) for entity in parent}


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
