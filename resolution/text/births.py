"""The date of birth that a text gives right after a person's name.

A name's end in, partial dates out. Only what follows the name without a word between is read: of
"his son, born in 1990" nobody can tell whose year it is without understanding the sentence.
"""

import re
from contextlib import suppress

from actors.records import PartialDate
from resolution.text import lexicon
from resolution.text.prose import DASHES, Prose

_MONTHS = [month[:3] for month in lexicon.MONTHS]
"""Enough of a month to know it by, as texts shorten them."""
_MONTH = rf"(?P<month{{0}}>{'|'.join(_MONTHS)})[a-z]*\.?"
_DATE = (
    r"(?P<about>(?:about|around|circa|ca?\.|approximately)\s+)?(?:"
    r"(?P<iso>\d{4}-\d{2}-\d{2})|(?:"
    rf"(?P<day0>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format(0)},?\s+|"
    rf"{_MONTH.format(1)}\s+(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?"
    r")?(?P<year>(?:18|19|20)\d\d))\b"
)
# Nine spaces at most, taken whole: a text may hold thousands of them, and each is looked at once.
_BORN = re.compile(
    rf"\s{{0,9}}+[,({DASHES}]?\s{{0,9}}+"
    r"(?:who\s+)?(?:(?:was|is)\s+)?"
    r"(?:born|b\.|DOB:?|date\s+of\s+birth:?)\s+"
    r"(?:(?:in|at|near)\s+(?!(?:about|around|circa|early|late)\b)"
    rf"(?!(?:{'|'.join(lexicon.MONTHS)})\b)[^\W\d_][^.;()\n\d]{{1,60}}?,?\s)?"
    rf"(?:(?:on|in)\s+)?(?:the\s+)?{_DATE}",
    re.IGNORECASE,
)


def births_after(prose: Prose, end: int) -> tuple[PartialDate, ...]:
    """Return the date of birth stated behind the name that ends here, if one is."""
    found = _BORN.match(prose.text, end)
    if found is None:
        return ()
    # A day that no calendar has is a slip of the text: it states no date.
    with suppress(ValueError):
        return (PartialDate.parse(found["iso"]) if found["iso"] else _dated(found),)
    return ()


def _dated(found: re.Match[str]) -> PartialDate:
    month = found["month0"] or found["month1"]
    day = found["day0"] or found["day1"]
    return PartialDate(
        int(found["year"]),
        _MONTHS.index(month.lower()) + 1 if month else None,
        int(day) if day else None,
        is_approximate=found["about"] is not None,
    )
