"""What of a publication belongs together: the entities that exchange mentions, as one group.

Flows in: who was who, who shall be who, and what leads there. Flows out: groups that each change in
one transaction. Two entities are of one group where a mention or an id goes from one to the other,
so that no reader ever sees half of a merge.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actors.records import EntityId, IdentityEventType, MentionId
from resolution.identity import IdentityChange

GROUP_MENTIONS = 1000
"""Mentions one transaction may move, unless a single group has more."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Each mention's entity, with the confidence that it belongs there."""

    entities: Mapping[MentionId, EntityId]
    scores: Mapping[MentionId, float]
    own: Mapping[MentionId, EntityId]
    """The own id of each mention: the founding one's is its entity's."""


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
        return len(self.entities) + len(self.mentions) + len(self.gone) + len(self.events)

    def take(self, other: "Group") -> None:
        """Join another group into this one."""
        self.entities += other.entities
        self.mentions += other.mentions
        self.gone += other.gone
        self.events += other.events


def grouped(
    before: Mapping[MentionId, tuple[EntityId, float | None]],
    after: Assignment,
    rows: Mapping[EntityId, dict[str, Any]],
    present: Mapping[EntityId, str | None],
    changes: Sequence[IdentityChange],
) -> list[Group]:
    """Return the groups of a publication: `rows` are wanted, `present` holds the stored hashes."""
    group_of = _components(before, after.entities, changes)
    groups: dict[EntityId, Group] = {}

    def group(entity: EntityId) -> Group:
        return groups.setdefault(group_of.get(entity, entity), Group())

    for entity, row in rows.items():
        if present.get(entity) != row["contentHash"]:
            group(entity).entities.append(row)
    for mention, entity in after.entities.items():
        if before.get(mention) != (entity, after.scores[mention]):
            group(entity).mentions.append(_move(mention, after))
    survivors = _survivors(changes)
    for entity in present:
        if entity not in rows:
            group(entity).gone.append({"id": entity, "survivor": survivors.get(entity)})
    for change in changes:
        group(change.entity).events.append(change)
    return [groups[key] for key in sorted(groups)]


def batched(groups: Iterable[Group]) -> Iterator[Group]:
    """Yield groups joined until a transaction is full; none is ever cut."""
    batch = Group()
    for group in groups:
        if batch.size and batch.size + group.size > GROUP_MENTIONS:
            yield batch
            batch = Group()
        batch.take(group)
    if batch.size:
        yield batch


def _components(
    before: Mapping[MentionId, tuple[EntityId, float | None]],
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

    for mention, (old, _) in before.items():
        if mention in after:
            join(old, after[mention])
    for change in changes:
        for entity in (*change.before, *change.after):
            join(change.entity, entity)
    return {entity: root(entity) for entity in parent}


def _move(mention: MentionId, after: Assignment) -> dict[str, Any]:
    entity = after.entities[mention]
    return {
        "mention": mention,
        "entity": entity,
        "score": after.scores[mention],
        "isFounder": after.own[mention] == entity,
    }


def _survivors(changes: Iterable[IdentityChange]) -> dict[EntityId, EntityId]:
    return {
        absorbed: change.entity
        for change in changes
        if change.type is IdentityEventType.MERGED
        for absorbed in change.before
    }
