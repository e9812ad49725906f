"""The stages that decide who is who and what follows from it; pure.

Flows in: what the graph holds and the compared pairs. Flows out: everything the graph shall hold.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from actors.records import (
    DocumentId,
    EntityId,
    EntityKind,
    Mention,
    MentionId,
    MentionKind,
    Verdict,
)
from resolution.clustering import Clustering, cluster
from resolution.comparing import ComparedPairs
from resolution.designations import (
    DecisionInputs,
    Decisions,
    ResolvedMention,
    derive_decisions,
)
from resolution.identity import IdentityChange, identify, identity_changes
from resolution.model import Model
from resolution.publishing.entities import entity_kind
from resolution.publishing.stored import State, StoredMention, StoredPair
from resolution.relations import Relation, UnresolvedRelation, derive_relations


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a run found: who is who, what changed, and what was done to whom."""

    entities: Mapping[MentionId, EntityId]
    scores: Mapping[MentionId, float]
    changes: tuple[IdentityChange, ...]
    pairs: tuple[StoredPair, ...]
    """The pairs that merged and those worth a look."""
    decisions: Decisions
    relations: tuple[Relation, ...]
    unresolved_relations: tuple[UnresolvedRelation, ...]
    held_apart: int

    def members(self, state: State) -> dict[EntityId, list[StoredMention]]:
        """Return the mentions of each entity, in the order of first ingestion."""
        members: dict[EntityId, list[StoredMention]] = {}
        for stored in state.mentions:
            members.setdefault(self.entities[stored.mention.id], []).append(stored)
        return members


def clustered(state: State, compared: ComparedPairs, model: Model) -> Clustering:
    """Put together who is one actor; judgements and the rule on records of one list hold.

    A retired mention goes with what a later reading found in its place, so that its id, which was
    served, answers the same actor.
    """
    position = {stored.mention.id: number for number, stored in enumerate(state.mentions)}
    links = {
        verdict: [
            (position[judged.left], position[judged.right])
            for judged in state.judgements
            if judged.verdict is verdict
        ]
        for verdict in (Verdict.SAME, Verdict.DIFFERENT)
    }
    apart = set(links[Verdict.DIFFERENT])
    renewed = [(position[former], position[present]) for former, present in renewed_mentions(state)]
    return cluster(
        compared.table,
        compared.pairs,
        compared.scores,
        threshold=model.thresholds.merge,
        must_link=[
            *links[Verdict.SAME],
            *(pair for pair in renewed if apart.isdisjoint((pair, pair[::-1]))),
        ],
        cannot_link=links[Verdict.DIFFERENT],
    )


def renewed_mentions(state: State) -> Iterator[tuple[MentionId, MentionId]]:
    """Yield each retired mention of a text with the present one that covers most of its span."""
    present: dict[DocumentId, list[Mention]] = {}
    for stored in state.mentions:
        if stored.mention.kind is MentionKind.TEXT and not stored.is_retired:
            present.setdefault(stored.mention.document, []).append(stored.mention)
    for stored in state.mentions:
        if stored.is_retired:
            former = stored.mention
            heirs = present.get(former.document, ())
            heir = max(heirs, key=lambda one: _shared_span(former, one), default=None)
            if heir and _shared_span(former, heir) > 0:
                yield former.id, heir.id


def _shared_span(one: Mention, other: Mention) -> int:
    assert one.start is not None and one.end is not None  # noqa: PT018  a span has both ends
    assert other.start is not None and other.end is not None  # noqa: PT018
    return min(one.end, other.end) - max(one.start, other.start)


def resolved(state: State, compared: ComparedPairs, clustering: Clustering) -> Resolved:
    """Name the clusters and derive what they mean."""
    ids = [stored.mention.id for stored in state.mentions]
    sequence = {stored.mention.id: stored.sequence for stored in state.mentions}
    rows = clustering.assignments.to_pylist()
    clusters: dict[int, list[MentionId]] = {}
    for row in rows:
        clusters.setdefault(row["cluster"], []).append(ids[row["position"]])
    entities = identify(clusters.values(), sequence)
    before = {mention: entity for mention, (entity, _) in state.assigned.items()}
    relations, unresolved = derive_relations((one.mention for one in state.mentions), entities)
    return Resolved(
        entities=entities,
        scores={ids[row["position"]]: row["score"] for row in rows},
        changes=tuple(identity_changes(before, entities, sequence)),
        pairs=_kept_pairs(ids, compared, clustering),
        decisions=derive_decisions(_decision_inputs(state, entities)),
        relations=tuple(relations),
        unresolved_relations=tuple(unresolved),
        held_apart=clustering.held_apart,
    )


def _kept_pairs(
    ids: list[MentionId], compared: ComparedPairs, clustering: Clustering
) -> tuple[StoredPair, ...]:
    joins = {(row["left"], row["right"]): row["score"] for row in clustering.joins.to_pylist()}
    pairs = {
        (row["left"], row["right"]): (score, tuple(row["rules"]))
        for row, score in zip(compared.pairs.to_pylist(), compared.scores.tolist(), strict=True)
    }
    # A judgement, or one name within one text, may join two mentions that no rule brought together.
    pairs |= {ends: (score, ()) for ends, score in joins.items() if ends not in pairs}
    return tuple(
        StoredPair(ids[left], ids[right], score, (left, right) in joins, rules)
        for (left, right), (score, rules) in sorted(pairs.items())
    )


def _decision_inputs(state: State, entities: Mapping[MentionId, EntityId]) -> DecisionInputs:
    members: dict[EntityId, list[StoredMention]] = {}
    for stored in state.mentions:
        members.setdefault(entities[stored.mention.id], []).append(stored)
    kinds: dict[EntityId, EntityKind] = {key: entity_kind(one) for key, one in members.items()}
    return DecisionInputs(
        resolved=tuple(
            ResolvedMention(
                mention=stored.mention,
                entity=entities[stored.mention.id],
                sequence=stored.sequence,
                first_seen_on=stored.first_seen_on,
                last_seen_on=stored.last_seen_on,
            )
            for stored in state.mentions
            if not stored.is_retired
        ),
        kinds=kinds,
        documents={key: stored.document for key, stored in state.documents.items()},
        claims=state.claims,
    )
