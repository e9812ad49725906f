"""What a designation's node holds, and the ids of all that it is joined to."""

from collections.abc import Mapping
from typing import Any

from resolution.designations import Designation
from resolution.publishing.rows.hashing import row_hash
from resolution.publishing.rows.ids import authority_id, legal_basis_id, programme_id


def designation_row(designation: Designation, action: str | None) -> Mapping[str, Any]:
    """Return a designation's properties, and the ids of what it is joined to."""
    properties = {
        "id": designation.id,
        "status": designation.status.value,
        "announcedOn": _written(designation.announced_on),
        "listedOn": _written(designation.listed_on),
        "endedOn": _written(designation.ended_on),
        "firstSeenOn": designation.first_seen_on.isoformat(),
        "reasons": list(designation.reasons),
    }
    joined = {
        "entity": designation.entity,
        "authority": authority_id(designation.authority),
        "programmes": [programme_id(key) for key in designation.programmes],
        "legalBases": [legal_basis_id(code) for code in designation.legal_bases],
        "action": action,
        "evidence": list(designation.evidence),
    }
    content = row_hash({**properties, **joined})
    return {"properties": {**properties, "contentHash": content}, **joined}


def _written(value: object) -> str | None:
    return str(value) if value else None
