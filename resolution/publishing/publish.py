"""Makes the graph what a run found: entities and events first, then all that points to them.

Each step writes only what differs and is safe to repeat. Last of all the mentions are marked as
compared and the judgements as honoured: a run killed before that leaves work that the next one
finds and finishes.
"""

from collections.abc import Mapping
from typing import Any

from actors.progress import Progress
from actors.records import EntityId
from resolution.designations import Designation
from resolution.incremental.neighbourhood import Reach
from resolution.publishing.actions import publish_actions
from resolution.publishing.assignments import Assignment, grouped, publish_assignments
from resolution.publishing.catalogued import publish_catalogued
from resolution.publishing.comparisons import publish_comparisons
from resolution.publishing.designations import publish_designations
from resolution.publishing.entities import entity_row
from resolution.publishing.relations import publish_relations
from resolution.publishing.stored import State
from resolution.resolving import Resolved
from resolution.runs.lease import Lease

MARK_COMPARED = """
UNWIND $rows AS row
MATCH (mention:Mention {id: row.id, contentHash: row.contentHash})
SET mention.comparedHash = row.contentHash, mention.formerContent = null,
    mention.settled = row.settled
"""

MARK_HONOURED = """
UNWIND $rows AS row
MATCH (judgement:Judgement) WHERE elementId(judgement) = row.node
SET judgement.honoured = row.verdict
"""


def publish(lease: Lease, reach: Reach, resolved: Resolved, progress: Progress) -> None:
    """Write what a run found over what the graph held of what it reached."""
    state, decisions = reach.state, resolved.decisions
    groups = grouped(
        state.assigned,
        Assignment(
            resolved.entities,
            resolved.scores,
            {stored.mention.id: stored.mention.own_entity_id for stored in state.mentions},
        ),
        entity_rows(state, resolved),
        {entity: stored.content_hash for entity, stored in state.entities.items()},
        resolved.changes,
    )
    publish_assignments(lease, groups, progress)
    publish_comparisons(lease, state.pairs, resolved.pairs, progress)
    publish_catalogued(lease, decisions.designations)
    publish_actions(lease, decisions.actions, decisions.unplaced)
    publish_designations(
        lease, state.designations, decisions.designations, decisions.actions, progress
    )
    publish_relations(lease, resolved.relations, progress)
    _mark(lease, reach)


def entity_rows(state: State, resolved: Resolved) -> Mapping[EntityId, dict[str, Any]]:
    """Return the wanted properties of every entity."""
    designations: dict[EntityId, list[Designation]] = {}
    for designation in resolved.decisions.designations:
        designations.setdefault(designation.entity, []).append(designation)
    return {
        entity: entity_row(entity, members, designations.get(entity, ()), state.tiers)
        for entity, members in resolved.members(state).items()
    }


def _mark(lease: Lease, reach: Reach) -> None:
    rows = [
        {"id": stored.mention.id, "contentHash": stored.content_hash, "settled": settled}
        for stored, settled in zip(reach.state.mentions, reach.settled, strict=True)
        if not stored.is_compared or stored.settled != settled
    ]
    lease.publish_rows(MARK_COMPARED, rows)
    honoured = [{"node": one.node, "verdict": one.verdict} for one in reach.state.unsettled]
    lease.publish_rows(MARK_HONOURED, honoured)
