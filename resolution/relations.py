"""Relations between entities, from what records say of others of the same source.

A target is found by its exact name within the source, case and spaces aside. None, or several
different actors of that name, and the claim is reported, not guessed.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from actors.records import EntityId, Mention, MentionId, RelationType, SourceId


@dataclass(frozen=True, slots=True)
class Relation:
    """A directed relation between two entities, and the mentions that state it."""

    left: EntityId
    right: EntityId
    type: RelationType
    mentions: tuple[MentionId, ...]


@dataclass(frozen=True, slots=True)
class UnresolvedRelation:
    """A claim whose target is no actor of the source, or several."""

    mention: MentionId
    target: str
    found: int


def derive_relations(
    mentions: Iterable[Mention], entities: Mapping[MentionId, EntityId]
) -> tuple[list[Relation], list[UnresolvedRelation]]:
    """Return the relations that resolve and the claims that do not, both in stable order."""
    resolved = [mention for mention in mentions if mention.id in entities]
    wanted = {
        (mention.source, _plain(claim.target))
        for mention in resolved
        for claim in mention.relations
    }
    named = _entities_by_name(resolved, entities, wanted)
    stated: dict[tuple[EntityId, EntityId, RelationType], list[MentionId]] = {}
    unresolved: list[UnresolvedRelation] = []
    for mention in resolved:
        for claim in mention.relations:
            targets = named.get((mention.source, _plain(claim.target)), set())
            if len(targets) != 1:
                unresolved.append(UnresolvedRelation(mention.id, claim.target, len(targets)))
                continue
            [target] = targets
            if target != entities[mention.id]:
                stated.setdefault((entities[mention.id], target, claim.type), []).append(mention.id)
    relations = [
        Relation(left, right, kind, tuple(sorted(set(by))))
        for (left, right, kind), by in sorted(stated.items())
    ]
    return relations, unresolved


def _entities_by_name(
    mentions: Iterable[Mention],
    entities: Mapping[MentionId, EntityId],
    wanted: Collection[tuple[SourceId, str]],
) -> dict[tuple[SourceId, str], set[EntityId]]:
    named: dict[tuple[SourceId, str], set[EntityId]] = {}
    sources = {source for source, _ in wanted}
    for mention in mentions:
        for name in mention.names if mention.source in sources else ():
            key = (mention.source, _plain(name.value))
            if key in wanted:
                named.setdefault(key, set()).add(entities[mention.id])
    return named


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(".")
