"""What follows from who is who: what was done to whom, and who is related to whom; pure.

Flows in: what the graph holds, and the entity of every mention. Flows out: the designations of
those that a run reached or that texts name, the actions and counts these concern, all relations.
"""

from collections.abc import Collection, Mapping
from datetime import date

from actors.records import EntityId, EntityKind, MentionId, MentionKind
from resolution.designations import (
    DecisionInputs,
    Decisions,
    Designation,
    ResolvedMention,
    derive_decisions,
)
from resolution.incremental.keys import NAMED, Keyed
from resolution.incremental.neighbourhood import Reach
from resolution.publishing.rows.entities import entity_kind
from resolution.relations import (
    Relation,
    UnresolvedRelation,
    derive_relations,
    wanted_names,
)
from resolution.state import State, StoredMention


def relations_between(
    state: State, keyed: Keyed, entities: Mapping[MentionId, EntityId]
) -> tuple[list[Relation], list[UnresolvedRelation]]:
    """Return all relations between entities, and the claims whose other end is not found."""
    claiming = [one.mention for one in state.mentions if one.mention.relations]
    named = _named(state, keyed, entities, wanted_names(claiming))
    return derive_relations(claiming, entities, named)


def decisions_on(state: State, reach: Reach, entities: Mapping[MentionId, EntityId]) -> Decisions:
    """Derive what was done to those that were reached or that texts name; the rest stands."""
    named = {
        entities[one.mention.id] for one in state.mentions if one.mention.kind is MentionKind.TEXT
    }
    derived = named | {entities[one.mention.id] for one in reach.state.mentions}
    again = derived | set(reach.state.entities)
    standing: dict[date, list[Designation]] = {}
    for one in state.designations:
        if one.standing and one.decided_on and one.entity not in again:
            standing.setdefault(one.decided_on, []).append(one.standing)
    former_days = [one.decided_on for one in reach.state.designations if one.decided_on]
    return derive_decisions(_decision_inputs(state, entities, derived), standing, former_days)


def _decision_inputs(
    state: State, entities: Mapping[MentionId, EntityId], derived: Collection[EntityId]
) -> DecisionInputs:
    members: dict[EntityId, list[StoredMention]] = {}
    for stored in state.mentions:
        entity = entities[stored.mention.id]
        if entity in derived:
            members.setdefault(entity, []).append(stored)
    kinds: dict[EntityId, EntityKind] = {key: one.kind for key, one in state.entities.items()}
    kinds |= {key: entity_kind(one) for key, one in members.items()}
    return DecisionInputs(
        resolved=tuple(
            ResolvedMention(
                mention=stored.mention,
                entity=entity,
                sequence=stored.sequence,
                first_seen_on=stored.first_seen_on,
                last_seen_on=stored.last_seen_on,
            )
            for entity, own in members.items()
            for stored in own
            if not stored.is_retired
        ),
        kinds=kinds,
        documents={key: stored.document for key, stored in state.documents.items()},
        claims=state.claims,
    )


def _named(
    state: State,
    keyed: Keyed,
    entities: Mapping[MentionId, EntityId],
    wanted: Collection[str],
) -> dict[str, set[EntityId]]:
    """Return the entities that bear each of the names."""
    rows = keyed.under(NAMED, wanted)
    columns = (rows.column(name).to_pylist() for name in ("key", "position"))
    named: dict[str, set[EntityId]] = {}
    for name, place in zip(*columns, strict=True):
        named.setdefault(name, set()).add(entities[state.mentions[place].mention.id])
    return named
