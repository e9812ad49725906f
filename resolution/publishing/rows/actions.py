"""What an action's node holds, and what the reconciliation says of the claims about it."""

from typing import Any

from actors.records import count_claim_id
from resolution.designations import Action, ReconciledClaim, Tally
from resolution.publishing.rows.hashing import row_hash
from resolution.publishing.rows.ids import authority_id, programme_id


def action_row(action: Action) -> dict[str, Any]:
    """Return an action's properties, its tallies and the documents that report it."""
    properties = {
        "id": action.id,
        "title": action.title,
        "date": action.day.isoformat(),
        **tally_row(action.total),
        "isConsistent": action.is_consistent,
        "explanation": action.explanation,
    }
    joined = {
        "tallies": [
            {"authority": authority_id(slug), "counts": tally_row(tally)}
            for slug, tally in sorted(action.tallies.items())
        ],
        "documents": list(action.documents),
    }
    content = row_hash({**properties, **joined})
    return {"properties": {**properties, "contentHash": content}, **joined}


def tally_row(tally: Tally) -> dict[str, int]:
    """Return the counts by kind."""
    return {
        "persons": tally.persons,
        "organizations": tally.organizations,
        "vessels": tally.vessels,
        "aircraft": tally.aircraft,
    }


def claim_row(reconciled: ReconciledClaim, action: str | None) -> dict[str, Any]:
    """Return what the reconciliation decided of a claim."""
    claim = reconciled.claim
    return {
        "id": count_claim_id(reconciled.document, claim.start, claim.end),
        "isExplained": reconciled.is_explained,
        "note": reconciled.note,
        "action": action,
        "scope": sorted(
            [
                *(authority_id(slug) for slug in reconciled.authorities),
                *(programme_id(key) for key in reconciled.programmes),
            ]
        ),
    }
