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


def called_names(mention: Mention) -> list[str]:
    """Return by which names, each with the source, a claim of the same source would find it."""
    return sorted({_called(mention.source, name.value) for name in mention.names})


def wanted_names(mentions: Iterable[Mention]) -> set[str]:
    """Return the names that the mentions' claims call for, as `called_names` writes them."""
    return {
        _called(mention.source, claim.target) for mention in mentions for claim in mention.relations
    }


def derive_relations(
    mentions: Iterable[Mention],
    entities: Mapping[MentionId, EntityId],
    named: Mapping[str, Collection[EntityId]],
) -> tuple[list[Relation], list[UnresolvedRelation]]:
    """Return the relations that resolve and the claims that do not, both in stable order.

    `named` holds the actors by their names, at least by those that `wanted_names` returns.
    """
    stated: dict[tuple[EntityId, EntityId, RelationType], list[MentionId]] = {}
    unresolved: list[UnresolvedRelation] = []
    for mention in mentions:
        for claim in mention.relations:
            targets = named.get(_called(mention.source, claim.target), ())
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


def _called(source: SourceId, name: str) -> str:
    return source + "\0" + " ".join(name.casefold().split()).rstrip(".")
