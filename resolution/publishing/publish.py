"""Makes the graph what a run found: entities and events first, then all that points to them.

Each step writes only what differs and is safe to repeat. Last of all the mentions are marked as
compared: a run killed before that leaves work that the next one finds and finishes.
"""

from collections.abc import Mapping
from typing import Any

from actors.progress import Progress
from actors.records import EntityId
from resolution.designations import Designation
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
SET mention.comparedHash = row.contentHash, mention.formerContent = null
"""


def publish(lease: Lease, state: State, resolved: Resolved, progress: Progress) -> None:
    """Write what a run found over what the graph held."""
    decisions = resolved.decisions
    groups = grouped(
        state.assigned,
        Assignment(
            resolved.entities,
            resolved.scores,
            {stored.mention.id: stored.mention.own_entity_id for stored in state.mentions},
        ),
        entity_rows(state, resolved),
        state.entities,
        resolved.changes,
    )
    publish_assignments(lease, groups, progress)
    publish_comparisons(lease, state.pairs, resolved.pairs, progress)
    publish_catalogued(lease, decisions.designations)
    publish_actions(lease, decisions.actions, decisions.unplaced)
    publish_designations(lease, decisions.designations, decisions.actions, progress)
    publish_relations(lease, resolved.relations, progress)
    _mark_compared(lease, state)


def entity_rows(state: State, resolved: Resolved) -> Mapping[EntityId, dict[str, Any]]:
    """Return the wanted properties of every entity."""
    designations: dict[EntityId, list[Designation]] = {}
    for designation in resolved.decisions.designations:
        designations.setdefault(designation.entity, []).append(designation)
    return {
        entity: entity_row(entity, members, designations.get(entity, ()), state.tiers)
        for entity, members in resolved.members(state).items()
    }


def _mark_compared(lease: Lease, state: State) -> None:
    rows = [
        {"id": stored.mention.id, "contentHash": stored.content_hash}
        for stored in state.mentions
        if not stored.is_compared
    ]
    lease.publish_rows(MARK_COMPARED, rows)
