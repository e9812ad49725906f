"""What the whole graph looks like after a run that decided on a part of it."""

from collections import Counter
from collections.abc import Mapping

from actors.records import DesignationStatus, EntityId, MentionId, MentionKind
from resolution.incremental.neighbourhood import Reach
from resolution.publishing.rows.entities import caption
from resolution.resolving import Resolved
from resolution.state import State


def largest(state: State, entities: Mapping[MentionId, EntityId]) -> tuple[str, int] | None:
    """Return the caption and the mentions of the entity that has most."""
    sizes = Counter(entities[stored.mention.id] for stored in state.mentions)
    if not sizes:
        return None
    [(entity, size)] = sizes.most_common(1)
    return caption([one for one in state.mentions if entities[one.mention.id] == entity]), size


def moved(before: State, entities: Mapping[MentionId, EntityId]) -> int:
    """Return how many mentions had an entity before the run and have another now."""
    return sum(
        stored.entity not in (None, entities[stored.mention.id]) for stored in before.mentions
    )


def delisted(before: State, resolved: Resolved) -> int:
    """Return how many designations were in force before the run and are off their list now."""
    status = {one.id: one.status for one in before.designations}
    gone = DesignationStatus.DELISTED
    return sum(
        one.status is gone and status.get(one.id, gone) is not gone
        for one in resolved.decisions.designations
    )


def held_apart(
    state: State,
    reach: Reach,
    resolved: Resolved,
    entities: Mapping[MentionId, EntityId],
    threshold: float,
) -> int:
    """Return how many pairs of records reach the threshold and are two actors all the same."""
    records = {one.mention.id for one in state.mentions if one.mention.kind is MentionKind.RECORD}
    decided = {(pair.left, pair.right) for pair in reach.state.pairs}
    standing = [pair for pair in state.pairs if (pair.left, pair.right) not in decided]
    return sum(
        entities[pair.left] != entities[pair.right]
        for pair in (*standing, *resolved.pairs)
        if pair.score >= threshold and pair.left in records and pair.right in records
    )
