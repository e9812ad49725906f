"""Blocking keys of a date as it is written: `1962-02-18`, `1962-02` or `1962`, `~` for about."""

from collections.abc import Iterable, Mapping

from resolution.tables.variables.base import KeyFunction


def _days(value: str) -> Iterable[str]:
    return (value,) if value.count("-") == 2 and not value.endswith("~") else ()


def _years(value: str) -> Iterable[str]:
    return (value[:4],)


def _months(value: str) -> Iterable[str]:
    return (value[:7],) if "-" in value else ()


def _anniversaries(value: str) -> Iterable[str]:
    return (day[5:] for day in _days(value))


def _exchanged(value: str) -> Iterable[str]:
    """Give the year with month and day in order of size: who exchanges them shares it."""
    return (f"{day[:4]} {min(day[5:7], day[8:])} {max(day[5:7], day[8:])}" for day in _days(value))


def _slips(value: str) -> Iterable[str]:
    """Give the day with each figure left out in turn: who mistypes one shares it."""
    return (
        f"{day[:place]}?{day[place + 1 :]}"
        for day in _days(value)
        for place in range(len(day))
        if day[place] != "-"
    )


DATE_KEYS: Mapping[str, KeyFunction] = {
    "whole": lambda value: (value,),
    "day": _days,
    "year": _years,
    "month": _months,
    "anniversary": _anniversaries,
    "exchanged": _exchanged,
    "slip": _slips,
}
