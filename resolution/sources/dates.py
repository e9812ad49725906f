"""Dates as lists write them: "12 Feb 1992", "circa 1956", "00/00/1980", "1962 to 1963".

A range that is exactly a year or a month is that year or month. Any other range becomes its two
ends, as approximate dates, and is kept as an interval beside them: comparison knows single dates.
Of a day that its month lacks, 31 Feb 1980, the month is kept: a figure is wrong, and nobody knows
which.
"""

import re
from calendar import monthrange
from dataclasses import dataclass

from actors.records import PartialDate

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan janv", "feb fev", "mar", "apr avr", "may mai", "jun juin", "jul juil", "aug aou",
         "sep", "oct", "nov", "dec"), start=1
    )
    for name in names.split()
}  # fmt: skip
_ABOUT = re.compile(
    r"^(?:circa|ca?\.|approx(?:imately|\.)?|about|around|in or about|c(?=\d))\s*"
    r"|\s*\(?approx\w*\)?$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s+(?:to|and|until)\s+|\s*[\u2013\u2014]\s*|(?<=\d{4})\s*-\s*(?=\d{4})")
_BETWEEN = re.compile(r"^(?:between|from)\s+", re.IGNORECASE)
_ALTERNATIVES = re.compile(r"\s+or\s+|\s*;\s*", re.IGNORECASE)
_LONGEST_MONTH = 31
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.]+)?(?:Z|[+-]\d{2}:\d{2})?")
_BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([^\W\d_]{3,9})\.?,?[\s-]+(\d{4})")
_AMERICAN = re.compile(r"([^\W\d_]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})")


@dataclass(frozen=True, slots=True)
class StatedDates:
    """What a field says: dates, and the intervals among them as "1962/1965"."""

    dates: tuple[PartialDate, ...] = ()
    intervals: tuple[str, ...] = ()


def stated_dates(text: str) -> StatedDates | None:
    """Return the dates of a field, or nothing where it holds anything else.

    >>> [str(day) for day in stated_dates("circa Feb 1956").dates]
    ['1956-02~']
    >>> stated_dates("01 Jan 1980 to 31 Dec 1980").dates
    (PartialDate(year=1980, month=None, day=None, is_approximate=False),)
    """
    dates: list[PartialDate] = []
    intervals: list[str] = []
    for alternative in _ALTERNATIVES.split(text.strip(" .,;")):
        about = _ABOUT.search(alternative)
        written = _BETWEEN.sub("", _ABOUT.sub("", alternative).strip())
        ends = [one_date(end) for end in _RANGE.split(written)]
        found = [end for end in ends if end is not None]
        if len(found) != len(ends) or len(ends) > 2:
            return None
        if len(found) == 2 and (whole := _whole(*found)) is None:
            intervals.append(f"{found[0]}/{found[1]}")
            dates += [approximate(end) for end in found]
        else:
            single = found[0] if len(found) == 1 else whole
            assert single is not None
            dates.append(approximate(single) if about else single)
    return StatedDates(tuple(dates), tuple(intervals))


def one_date(text: str) -> PartialDate | None:
    """Return a single date in any of the lists' spellings; zeros are what is not known."""
    text = text.strip(" .,;")
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _BRITISH.fullmatch(text):
        day, month, year = found.groups()
    elif found := _WORDS.fullmatch(text):
        day, month, year = found[1], _month(found[2]), found[3]
    elif found := _AMERICAN.fullmatch(text):
        day, month, year = found[2], _month(found[1]), found[3]
    else:
        return None
    if month is None and day is not None:
        return None
    try:
        known = PartialDate(int(year), int(month or 0) or None)
        return _with_day(known, int(day or 0)) if known.month else known
    except ValueError:
        return None


def _with_day(month: PartialDate, day: int) -> PartialDate:
    """Return the day of a month; the month where it has no such day and another one has."""
    assert month.month is not None
    if day == 0 or monthrange(month.year, month.month)[1] < day <= _LONGEST_MONTH:
        return month
    return PartialDate(month.year, month.month, day)


def approximate(date: PartialDate) -> PartialDate:
    """Return the date as one that is only about right."""
    return PartialDate(date.year, date.month, date.day, is_approximate=True)


def _month(word: str) -> str | None:
    plain = word.lower().replace("é", "e").replace("û", "u")
    number = _MONTHS.get(plain[:4]) or _MONTHS.get(plain[:3])
    return str(number) if number else None


def _whole(first: PartialDate, last: PartialDate) -> PartialDate | None:
    """Return the year or month that two days enclose exactly."""
    if first.day != 1 or first.year != last.year or last.month is None or last.day is None:
        return None
    if last.day != monthrange(last.year, last.month)[1]:
        return None
    if first.month == last.month:
        return PartialDate(first.year, first.month)
    return PartialDate(first.year) if (first.month, last.month) == (1, 12) else None
