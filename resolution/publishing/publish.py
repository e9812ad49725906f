"""Makes the graph what a run found: entities and events first, then all that points to them.

Each step writes only what differs and is safe to repeat. Last of all the mentions are marked as
compared and the judgements as honoured: a run killed before that leaves work that the next one
finds and finishes.
"""

from actors.graph import Transaction
from actors.progress import Progress
from resolution.incremental.neighbourhood import Reach
from resolution.publishing.actions import publish_actions
from resolution.publishing.assignments import publish_assignments
from resolution.publishing.catalogued import publish_catalogued
from resolution.publishing.comparisons import publish_comparisons
from resolution.publishing.designations import publish_designations
from resolution.publishing.groups import Assignment, Group, grouped
from resolution.publishing.meanwhile import Judged
from resolution.publishing.relations import publish_relations
from resolution.publishing.rows.entities import entity_rows
from resolution.resolving import Resolved
from resolution.runs.lease import Lease
from resolution.state import State

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


def publish(
    lease: Lease, state: State, reach: Reach, resolved: Resolved, progress: Progress
) -> None:
    """Write what a run found over what the graph held of what it reached.

    Raises JudgedMeanwhile where judgements no longer stand as `state` has them: then some of it may
    be written, and the run has to decide on everything anew.
    """
    judged, decisions = Judged(state), resolved.decisions
    publish_assignments(lease, _groups(reach.state, resolved), judged, progress)
    publish_comparisons(lease, reach.state.pairs, resolved.pairs, progress)
    publish_catalogued(lease, decisions.designations)
    publish_actions(lease, decisions)
    publish_designations(
        lease, reach.state.designations, decisions.designations, decisions.actions, progress
    )
    publish_relations(lease, resolved.relations, progress)
    _mark_compared(lease, reach)
    _mark_honoured(lease, state, judged)


def _groups(state: State, resolved: Resolved) -> list[Group]:
    return grouped(
        state.assigned,
        Assignment(
            resolved.entities,
            resolved.scores,
            {stored.mention.id: stored.mention.own_entity_id for stored in state.mentions},
        ),
        entity_rows(resolved.members(state), resolved.decisions.designations, state.tiers),
        {entity: stored.content_hash for entity, stored in state.entities.items()},
        resolved.changes,
    )


def _mark_compared(lease: Lease, reach: Reach) -> None:
    rows = [
        {"id": stored.mention.id, "contentHash": stored.content_hash, "settled": settled}
        for stored, settled in zip(reach.state.mentions, reach.settled, strict=True)
        if not stored.is_compared or stored.settled != settled
    ]
    lease.publish_rows(MARK_COMPARED, rows)


def _mark_honoured(lease: Lease, state: State, judged: Judged) -> None:
    rows = [{"node": one.node, "verdict": one.verdict} for one in state.unsettled]

    def write(transaction: Transaction) -> None:
        judged.prove(transaction)
        transaction.run(MARK_HONOURED, rows=rows)

    lease.publish(write)
