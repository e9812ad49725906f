"""Comments that are keys and values: "(UN Ref):TAi.003. (Gender):Male. (Website):http://…".

HM Treasury writes its comments so since 2021. What has no field of its own stays in the remarks.
"""

import re
from collections.abc import Mapping

from actors.records import RelationType
from resolution.sources.drafts import RecordDraft

_KEY = re.compile(r"\((?P<key>[A-Z][^():]{1,60})\)\s*:\s*")
_FIELDS: Mapping[str, str] = {
    "gender": "gender",
    "phone number": "phone",
    "email address": "email",
    "website": "website",
    "type of entity": "organizationType",
    "type of ship": "vesselType",
    "type of vessel": "vesselType",
    "tonnage of ship": "tonnage",
    "year built": "builtOn",
    "flag of ship": "flag",
    "current believed flag of ship": "flag",
    "previous flags": "formerFlag",
}
_SCHEMES: Mapping[str, str] = {
    "uk sanctions list ref": "gb-sanctions-list",
    "imo number": "imo",
    "business reg no": "registration",
    "hull identification number (hin)": "hull",
}
_REASONS = "uk statement of reasons"
_RELATIONS: Mapping[str, RelationType] = {
    "parent company": RelationType.OWNED_BY,
    "current owner/operator (s)": RelationType.OWNED_BY,
    "current owners": RelationType.OWNED_BY,
}


def state_keys(draft: RecordDraft, comment: str) -> tuple[str, ...]:
    """Add what the keys of a comment say, and return the reasons it gives for the designation."""
    reasons: list[str] = []
    marks = list(_KEY.finditer(comment))
    ends = (*(mark.start() for mark in marks[1:]), len(comment))
    for mark, end in zip(marks, ends, strict=False):
        key, value = mark["key"].strip().lower(), comment[mark.end() : end].strip(" .")
        if key in _SCHEMES:
            draft.identify(_SCHEMES[key], value)
        elif key in _RELATIONS:
            draft.relate(_RELATIONS[key], value)
        elif key in _FIELDS:
            draft.say(_FIELDS[key], value.lower() if key == "gender" else value)
        elif key == _REASONS and value:
            reasons.append(value)
    return tuple(reasons)
