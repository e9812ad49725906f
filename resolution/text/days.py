"""Whether a sentence tells of something long before the text was published."""

import re
from datetime import date, timedelta

from resolution.text import lexicon

_DATED = re.compile(
    rf"\b(?:(?P<month>{'|'.join(lexicon.MONTHS)})\s+(?:\d{{1,2}},?\s+)?|(?:in|since|of|early|late)\s+)"
    r"(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:previously|earlier this|last year|last month|in the past|years ago|since then)\b",
    re.IGNORECASE,
)
_RECENT = timedelta(days=31)


def is_of_the_past(sentence: str, published_on: date | None) -> bool:
    """Tell a sentence that dates itself to more than a month before the text.

    >>> is_of_the_past("In May 2023, OFAC sanctioned two companies.", date(2025, 4, 7))
    True
    >>> is_of_the_past("On April 1, 2025, OFAC sanctioned two companies.", date(2025, 4, 7))
    False
    """
    if _EARLIER.search(sentence):
        return True
    days = [_last_day(found) for found in _DATED.finditer(sentence)]
    return bool(published_on and days and all(published_on - day > _RECENT for day in days))


def _last_day(found: re.Match[str]) -> date:
    year = int(found["year"])
    if found["month"] is None:
        return date(year, 12, 31)
    month = lexicon.MONTHS.index(found["month"].lower()) + 1
    return date(year, month, 28)
