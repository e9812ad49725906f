"""The stages that decide who is who and what follows from it; pure.

Flows in: what the graph holds, what a change can reach of it, and the compared pairs. Flows out:
what the graph shall hold of what is reached. All else stands as it was derived before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from actors.records import EntityId, MentionId, Verdict
from resolution.clustering import Clustering, cluster
from resolution.comparing import ComparedPairs
from resolution.designations import Decisions
from resolution.following import decisions_on, relations_between
from resolution.identity import IdentityChange, identify, identity_changes
from resolution.incremental.links import renewed_mentions
from resolution.incremental.neighbourhood import Reach
from resolution.model import Model
from resolution.relations import Relation, UnresolvedRelation
from resolution.state import State, StoredMention, StoredPair


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a run found: who is who, what changed, and what was done to whom."""

    entities: Mapping[MentionId, EntityId]
    """The entity of every mention that was reached."""
    scores: Mapping[MentionId, float]
    changes: tuple[IdentityChange, ...]
    pairs: tuple[StoredPair, ...]
    """Of the pairs this run decides on, those that merged and those worth a look."""
    decisions: Decisions
    """The designations of what was reached and of what texts name; their actions; all counts."""
    relations: tuple[Relation, ...]
    """All there are."""
    unresolved_relations: tuple[UnresolvedRelation, ...]

    def members(self, state: State) -> dict[EntityId, list[StoredMention]]:
        """Return the mentions of each entity, in the order of first ingestion."""
        members: dict[EntityId, list[StoredMention]] = {}
        for stored in state.mentions:
            members.setdefault(self.entities[stored.mention.id], []).append(stored)
        return members


def clustered(state: State, reach: Reach, compared: ComparedPairs, model: Model) -> Clustering:
    """Put together who is one actor; judgements and the rule on records of one list hold.

    A retired mention goes with what a later reading found in its place, so that its id, which was
    served, answers the same actor.
    """
    position = {stored.mention.id: number for number, stored in enumerate(reach.state.mentions)}
    links = {
        verdict: [
            (position[judged.left], position[judged.right])
            for judged in reach.state.judgements
            if judged.verdict is verdict
        ]
        for verdict in (Verdict.SAME, Verdict.DIFFERENT)
    }
    apart = set(links[Verdict.DIFFERENT])
    renewed = [
        (position[former], position[present])
        for former, present in renewed_mentions(reach.state.mentions)
    ]
    inside = [pair for pair in _scored(reach, compared) if pair.left in position]
    inside = [pair for pair in inside if pair.right in position]
    sides = [[position[getattr(pair, side)] for pair in inside] for side in ("left", "right")]
    return cluster(
        compared.keyed.rows(state, reach.positions),
        pa.table({"left": pa.array(sides[0], pa.int32()), "right": pa.array(sides[1], pa.int32())}),
        np.array([pair.score for pair in inside], dtype=np.float64),
        threshold=model.thresholds.merge,
        must_link=[
            *links[Verdict.SAME],
            *(pair for pair in renewed if apart.isdisjoint((pair, pair[::-1]))),
        ],
        cannot_link=links[Verdict.DIFFERENT],
    )


def resolved(
    state: State, reach: Reach, compared: ComparedPairs, clustering: Clustering
) -> Resolved:
    """Name the clusters and derive what they mean."""
    mentions = reach.state.mentions
    ids = [stored.mention.id for stored in mentions]
    sequence = {stored.mention.id: stored.sequence for stored in mentions}
    rows = clustering.assignments.to_pylist()
    clusters: dict[int, list[MentionId]] = {}
    for row in rows:
        clusters.setdefault(row["cluster"], []).append(ids[row["position"]])
    entities = identify(clusters.values(), sequence)
    before = {mention: entity for mention, (entity, _) in reach.state.assigned.items()}
    all_entities = {
        stored.mention.id: stored.entity for stored in state.mentions if stored.entity is not None
    } | entities
    founders = [stored.mention.id for stored in mentions if stored.was_founder]
    relations, unresolved = relations_between(state, compared.keyed, all_entities)
    return Resolved(
        entities=entities,
        scores={ids[row["position"]]: row["score"] for row in rows},
        changes=tuple(identity_changes(before, entities, sequence, founders)),
        pairs=_kept_pairs(ids, _scored(reach, compared), clustering),
        decisions=decisions_on(state, reach, all_entities),
        relations=tuple(relations),
        unresolved_relations=tuple(unresolved),
    )


def _scored(reach: Reach, compared: ComparedPairs) -> list[StoredPair]:
    """Return the pairs compared in this run, and earlier ones among the mentions reached."""
    new = {(pair.left, pair.right) for pair in compared.pairs}
    place = dict(
        zip((one.mention.id for one in reach.state.mentions), reach.positions, strict=True)
    )
    former = [
        pair
        for pair in reach.state.pairs
        if pair.rules
        and (pair.left, pair.right) not in new
        and pair.left in place
        and pair.right in place
        and not compared.found.decides(place[pair.left], place[pair.right])
    ]
    return [*compared.pairs, *former]


def _kept_pairs(
    ids: Sequence[MentionId], scored: Iterable[StoredPair], clustering: Clustering
) -> tuple[StoredPair, ...]:
    joins = {
        (ids[row["left"]], ids[row["right"]]): row["score"] for row in clustering.joins.to_pylist()
    }
    kept = {
        ends: StoredPair(*ends, pair.score, ends in joins, pair.rules)
        for pair in scored
        for ends in [(pair.left, pair.right)]
    }
    # A judgement, or one name within one text, may join two mentions that no rule brought together.
    kept |= {
        ends: StoredPair(*ends, score, joins=True, rules=())
        for ends, score in joins.items()
        if ends not in kept
    }
    return tuple(kept.values())
