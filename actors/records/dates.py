"""Dates as sources give them: to the year, the month or the day, sometimes only about.

Written in EDTF (ISO 8601-2, level 1): `1968`, `1968-04`, `1968-04-12`, `1968~` for about 1968. A
range of years is two dates, written `1960/1965`; that is the business of whoever holds both.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar day, or the year or month where the source says no more."""

    year: int
    month: int | None = None
    day: int | None = None
    is_approximate: bool = False

    def __post_init__(self) -> None:
        """Refuse what no calendar has."""
        if self.day is not None and self.month is None:
            message = f"a day needs its month: {self.year}-?-{self.day}"
            raise ValueError(message)
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError as error:
            known = "write what is known, as 1968 or 1968-02"
            raise ValueError(f"no calendar has the date {self} ({error}); {known}") from error

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read EDTF as this module writes it; anything else is a ValueError.

        >>> PartialDate.parse("1968-04")
        PartialDate(year=1968, month=4, day=None, is_approximate=False)
        """
        found = _WRITTEN.fullmatch(text.strip())
        if not found:
            message = f"{text!r} is not a date; expected 1968, 1968-04 or 1968-04-12"
            raise ValueError(message)
        year, month, day, about = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None, bool(about))

    def __str__(self) -> str:
        """Write the date in EDTF."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts) + ("~" if self.is_approximate else "")

    @property
    def is_full(self) -> bool:
        """Whether the source names the day and stands by it."""
        return self.day is not None and not self.is_approximate

    def earliest(self) -> date:
        """Return the first day the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)
