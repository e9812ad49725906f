"""What the United Nations decided on one record of their list, and why.

The list type is the programme, and stands for the resolution that its committee serves; resolutions
by which a comment says somebody was listed are legal bases too.
"""

import re

from actors.records import DesignationClaim, DesignationStatus
from resolution.sources.authorities import programme
from resolution.sources.dates import one_date
from resolution.sources.markup import Element, text_of

AUTHORITY = "un-sc"
_SENTENCE = re.compile(r"(?<=[.\u201d])\s+(?=[A-Z])")
_LISTED = re.compile(r"\blisted\b", re.IGNORECASE)
_PURSUANT = re.compile(r"\bpursuant to\b", re.IGNORECASE)
_RESOLUTION = re.compile(r"\bresolutions? (\d{3,4})\b|\band (\d{4}) \(\d{4}\)", re.IGNORECASE)


def designation(record: Element, comment: str) -> DesignationClaim:
    """Return the decision by which the record stands on the list."""
    programme_id = f"{AUTHORITY}:{text_of(record, 'UN_LIST_TYPE')}"
    reasons = tuple(part for part in _SENTENCE.split(comment) if _tells_of_listing(part))
    numbers = (first or second for part in reasons for first, second in _RESOLUTION.findall(part))
    bases = (*programme(programme_id).legal_bases, *(f"UNSCR {number}" for number in numbers))
    ended_on = one_date(text_of(record, "DELISTED_ON"))
    return DesignationClaim(
        authority=AUTHORITY,
        programmes=(programme_id,),
        legal_bases=tuple(dict.fromkeys(bases)),
        listed_on=one_date(text_of(record, "LISTED_ON")),
        ended_on=ended_on,
        status=DesignationStatus.DELISTED if ended_on else DesignationStatus.ACTIVE,
        reasons=reasons,
    )


def _tells_of_listing(sentence: str) -> bool:
    """Whether it says that somebody was "listed … pursuant to" something."""
    listed = _LISTED.search(sentence)
    return listed is not None and _PURSUANT.search(sentence, listed.end()) is not None
