"""Dates as tables write them, read to the day, the month or the year.

A cell's text in; `1962-02-18`, `1962-02` or `1962` out, with `~` behind what is only about right.
What no calendar has, as day 31 of a short month, is kept as it was typed, since its figures may be
a slip of another's; as a day it counts for nothing (`is_possible`). Of
3/4/1962 the first is the day unless told otherwise.
"""

import re
from calendar import monthrange

from actors.names import fold
from resolution.tables.variables.lexicon import spellings

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"[t ]\d{1,2}:\d{2}.*$", re.IGNORECASE)
_FRACTION = re.compile(r"^(\d{4}|\d{8})\.0$")
# Libraries write c2006, for copyright or circa: in either sense about that year.
_ABOUT = re.compile(
    r"\b(?:circa|ca|c|about|approximately|approx|around|abt)(?:\b\.?|(?=\d))|~|\u00a9",
    re.IGNORECASE,
)
# A year before our era is none of the figures behind the sign.
_BEFORE_OUR_ERA = re.compile(r"[-\u2212\u2013]\s*\d")
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<year>\d{4}) (?P<month>\d{1,2}) (?P<day>\d{1,2})",
        r"(?P<year>\d{4}) (?P<month>\d{1,2})",
        r"(?P<month>\d{1,2}) (?P<year>\d{4})",
        r"(?P<year>\d{4})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    )
)
_NAMED = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:de )?(?P<name>[a-z]+) (?:de )?(?P<year>\d{4}|\d{2})",
        r"(?P<name>[a-z]+) (?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<year>\d{4})",
        r"(?P<name>[a-z]+) (?P<year>\d{4})",
        r"(?P<year>\d{4}) (?P<name>[a-z]+) (?P<day>\d{1,2})",
        r"(?P<year>\d{4}) (?P<name>[a-z]+)",
    )
)
_FIGURES = re.compile(r"(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})")
_MONTHS = {name: int(number) for name, number in spellings("months").items()}
_SHORTEST_MONTH = 3
_MONTHS_OF_A_YEAR = 12
# Two figures of a year: from here on the last century.
_PIVOT = 30


def read_date(text: str, *, month_first: bool = False) -> str | None:
    """Return the date as far as it is told, None where none can be read.

    >>> read_date("18/02/1962"), read_date("19620218"), read_date("Feb 1962"), read_date("c. 1962")
    ('1962-02-18', '1962-02-18', '1962-02', '1962~')
    """
    if _ISO.fullmatch(text) and text[5:7] <= "12":
        return _written(int(text[:4]), int(text[5:7]), int(text[8:]))
    plain = _FRACTION.sub(r"\1", text.strip())
    if _BEFORE_OUR_ERA.match(plain):
        return None
    dated = _ABOUT.sub(" ", _TIME.sub("", plain))
    about = "~" if _ABOUT.search(plain) else ""
    found = _parts(fold(dated), month_first=month_first)
    written = _written(*found) if found else None
    return f"{written}{about}" if written else None


def parts_of(value: str) -> tuple[int, int, int, bool]:
    """Return year, month and day, 0 for what is not told, and whether the date is only about."""
    year, _, rest = value.rstrip("~").partition("-")
    month, _, day = rest.partition("-")
    return int(year), int(month or 0), int(day or 0), value.endswith("~")


def is_possible(year: int, month: int, day: int) -> bool:
    """Tell whether a calendar has this day; what is not told is no mistake.

    >>> is_possible(1968, 2, 29), is_possible(1968, 2, 30), is_possible(1968, 2, 0)
    (True, False, True)
    """
    return not (month and day) or (month <= _MONTHS_OF_A_YEAR and day <= monthrange(year, month)[1])


def _parts(folded: str, *, month_first: bool) -> tuple[int, int, int] | None:
    figures = _FIGURES.fullmatch(folded)
    if figures:
        first, second, year = figures.groups()
        if not int(first + second + year):
            return None
        month, day = (first, second) if month_first else (second, first)
        return _year(year), int(month), int(day)
    for shape in _SHAPES:
        found = shape.fullmatch(folded)
        if found:
            told = found.groupdict()
            return int(told["year"]), int(told.get("month") or 0), int(told.get("day") or 0)
    for shape in _NAMED:
        found = shape.fullmatch(folded)
        month_number = _month(found["name"]) if found else 0
        if found and month_number:
            day_told = found.groupdict().get("day")
            return _year(found["year"]), month_number, int(day_told or 0)
    return None


def _written(year: int, month: int, day: int) -> str | None:
    if not year:
        return None
    if month > 12 >= day > 0:
        month, day = day, month
    if not month:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def _year(figures: str) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def _month(word: str) -> int:
    if len(word) < _SHORTEST_MONTH:
        return 0
    return _MONTHS.get(word) or _MONTHS.get(word[:4]) or _MONTHS.get(word[:3]) or 0
