"""Actions, the documents that report them and the reconciled counts, into the graph."""

from actors.graph import Transaction
from resolution.designations import Decisions
from resolution.publishing.rows.actions import action_row, claim_row
from resolution.runs.lease import Lease

STORED_ACTIONS = """
MATCH (action:Action)
RETURN action.id AS id, action.date AS day, action.contentHash AS contentHash
"""

STORED_CLAIMS = """
MATCH (claim:CountClaim)
OPTIONAL MATCH (claim)-[:ABOUT]->(action:Action)
RETURN claim.id AS id, claim.isExplained AS isExplained, claim.note AS note, action.id AS action,
       COLLECT { MATCH (claim)-[:COUNTS]->(counted) RETURN counted.id ORDER BY counted.id } AS scope
"""

WRITE_ACTIONS = """
UNWIND $rows AS row
MERGE (action:Action {id: row.properties.id})
SET action = row.properties
WITH action, row
OPTIONAL MATCH (action)-[former:TALLIES|REPORTS]-()
WITH action, row, collect(former) AS formers
FOREACH (former IN formers | DELETE former)
WITH action, row
CALL (action, row) {
  UNWIND row.tallies AS tally
  MATCH (authority:Authority {id: tally.authority})
  CREATE (action)-[tallies:TALLIES]->(authority)
  SET tallies = tally.counts
}
CALL (action, row) {
  MATCH (document:Document) WHERE document.id IN row.documents
  CREATE (document)-[:REPORTS]->(action)
}
"""

WRITE_CLAIMS = """
UNWIND $rows AS row
MATCH (claim:CountClaim {id: row.id})
SET claim.isExplained = row.isExplained, claim.note = row.note
WITH claim, row
OPTIONAL MATCH (claim)-[former:ABOUT|COUNTS]->()
WITH claim, row, collect(former) AS formers
FOREACH (former IN formers | DELETE former)
WITH claim, row
CALL (claim, row) {
  MATCH (action:Action {id: row.action})
  CREATE (claim)-[:ABOUT]->(action)
}
CALL (claim, row) {
  MATCH (counted:Authority|Programme) WHERE counted.id IN row.scope
  CREATE (claim)-[:COUNTS]->(counted)
}
"""

REMOVE_ACTIONS = """
MATCH (action:Action) WHERE action.id IN $ids
DETACH DELETE action
"""


def publish_actions(lease: Lease, decisions: Decisions) -> None:
    """Write the actions and outcomes of claims that differ; remove actions left empty."""
    actions = decisions.actions
    wanted = {action.id: action_row(action) for action in actions}
    stored = {row["id"]: row for row in lease.graph.read(STORED_ACTIONS)}
    hashes = {key: row["contentHash"] for key, row in stored.items()}
    differing = [
        row for key, row in wanted.items() if hashes.get(key) != row["properties"]["contentHash"]
    ]
    untouched = {day.isoformat() for day in decisions.untouched}
    removed = [
        key for key, row in stored.items() if key not in wanted and row["day"] not in untouched
    ]
    outcomes = [claim_row(claim, action.id) for action in actions for claim in action.claims]
    outcomes += [claim_row(claim, None) for claim in decisions.unplaced]
    known = {row["id"]: row for row in lease.graph.read(STORED_CLAIMS)}
    claims = [row for row in outcomes if known.get(row["id"]) != row]

    def write(transaction: Transaction) -> None:
        transaction.run(WRITE_ACTIONS, rows=differing)
        transaction.run(WRITE_CLAIMS, rows=claims)
        transaction.run(REMOVE_ACTIONS, ids=sorted(removed))

    lease.publish(write)
