"""A text that was read, into the graph: its mentions and counts.

Reading a text again keeps the mentions with the same span and removes those no longer found, save
the ones a judgement binds or whose id was served as an entity's: they stay, marked as retired.
"""

from typing import Any

from actors.graph import Transaction
from actors.progress import Silent
from actors.records import CountClaim, Document
from actors.records.ids import count_claim_id
from resolution.ingestion.storing import store_mentions
from resolution.runs.lease import Lease
from resolution.text import TextReading

RETIRE_MENTIONS = """
MATCH (mention:Mention {kind: 'TEXT'})-[:IN]->(:Document {id: $document})
WITH mention, mention.id IN $found AS isFound,
     mention.wasFounder = true OR EXISTS { (mention)<-[:LEFT|RIGHT]-(:Judgement) } AS isBound
FOREACH (kept IN CASE WHEN isFound THEN [mention] ELSE [] END | SET kept.isRetired = null)
FOREACH (kept IN CASE WHEN NOT isFound AND isBound THEN [mention] ELSE [] END |
  SET kept.isRetired = true)
FOREACH (gone IN CASE WHEN isFound OR isBound THEN [] ELSE [mention] END | DETACH DELETE gone)
"""

REPLACE_CLAIMS = """
MATCH (document:Document {id: $document})
OPTIONAL MATCH (document)<-[:IN]-(former:CountClaim)
WHERE NOT former.id IN [row IN $rows | row.id]
DETACH DELETE former
WITH DISTINCT document
SET document.readWith = $readWith
WITH document
UNWIND $rows AS row
MERGE (claim:CountClaim {id: row.id})
ON CREATE SET claim.isExplained = false, claim.note = 'Not yet held against an action.'
SET claim += row
MERGE (claim)-[:IN]->(document)
"""


def store_text(lease: Lease, document: Document, reading: TextReading, read_with: str) -> None:
    """Store what was found in one text, in one transaction."""
    found = [mention.id for mention in reading.mentions]
    claims = [claim_row(document, claim) for claim in reading.claims]

    def store(transaction: Transaction) -> None:
        store_mentions(transaction, document, reading.mentions, Silent())
        transaction.run(RETIRE_MENTIONS, document=document.id, found=found)
        transaction.run(REPLACE_CLAIMS, document=document.id, rows=claims, readWith=read_with)

    lease.publish(store)


def claim_row(document: Document, claim: CountClaim) -> dict[str, Any]:
    """Return the properties of a CountClaim node that its text decides."""
    return {
        "id": count_claim_id(document.id, claim.start, claim.end),
        "persons": claim.persons,
        "organizations": claim.organizations,
        "vessels": claim.vessels,
        "aircraft": claim.aircraft,
        "actors": claim.actors,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
    }
