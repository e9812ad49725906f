"""Country: names and codes as ISO codes; the same or different, and how rare the shared one is.

A cell may state several, between semicolons or bars. What is no country known is kept as its folded
name: equal names still agree.
"""

import re

import numpy as np

from actors.countries import country_code
from actors.names import fold
from resolution.tables.fields import Field
from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers
from resolution.tables.variables.own import Findings, OwnVariable
from resolution.tables.variables.rarity import rarities

FINDINGS = Findings(("same", "different", "rarity"), against=frozenset({"different"}))
_BETWEEN = re.compile(r"[;|]")
_MOST = 6
_ABSENT = -1


def country(field: Field) -> OwnVariable:
    """Return the variable that compares a column of countries."""
    return OwnVariable(field, FINDINGS, read_countries, _prepare, COUNTRY_KEYS)


def read_countries(text: str) -> str | None:
    """Return the codes of the countries that a cell states, in order of the alphabet.

    >>> read_countries("Russia; North Korea"), read_countries("DPRK")
    ('kp|ru', 'kp')
    """
    found = {_code(one) for one in _BETWEEN.split(text)} - {""}
    return "|".join(sorted(found)[:_MOST]) or None


def _code(text: str) -> str:
    folded = fold(text)
    return country_code(text) or country_code(folded) or folded


def _prepare(column: Column) -> Comparer:
    stated = [str(value).split("|") for value in column.values]
    number: dict[str, int] = {}
    codes = np.full((len(stated), max(map(len, stated), default=1)), _ABSENT, dtype=np.int64)
    for row, one in enumerate(stated):
        codes[row, : len(one)] = [number.setdefault(code, len(number)) for code in one]
    told = codes != _ABSENT
    counts = np.repeat(column.counts, told.sum(axis=1))
    shared = np.bincount(codes[told], weights=counts, minlength=len(number))
    rarity = np.append(rarities(shared, float(column.counts.sum())), 0.0)

    def compare(left: Integers, right: Integers) -> Floats:
        same, best = np.zeros(len(left), dtype=np.bool_), np.zeros(len(left))
        for one in range(codes.shape[1]):
            for other in range(codes.shape[1]):
                mine = codes[left, one]
                agrees = (mine == codes[right, other]) & (mine != _ABSENT)
                same |= agrees
                best = np.maximum(best, np.where(agrees, rarity[mine], 0.0))
        return np.column_stack([same, ~same, best]).astype(np.float64)

    return compare


COUNTRY_KEYS = {"whole": lambda value: (value,), "each": lambda value: value.split("|")}
