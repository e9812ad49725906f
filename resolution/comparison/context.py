"""What surrounds a pair: countries, regimes, lists, genders, kinds, and what came before what.

Columns of the mention table in, one column for each finding out. Most mentions share a handful of
values here, so that each distinct pair of values is looked at once.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

import numpy as np
import pyarrow as pa

from resolution.comparison.values import Floats, Integers, distinct

FINDINGS = (
    "country_same",
    "country_different",
    "regime_same",
    "regime_different",
    "list_same",
    "begun_after_listing",
    "gender_different",
    "kind_conflict",
    "announced_then",
)

# Lists use either; an address in Hong Kong is no other country than China.
_SOVEREIGN = {"hk": "cn", "mo": "cn", "xk": "rs", "gg": "gb", "je": "gb", "im": "gb", "vg": "gb"}

# Releases and articles follow a listing within days; across the date line one may come before it.
_DAYS_BEFORE, _DAYS_AFTER = 1, 7

# Of a certain conflict, which is a veto: as much as genders that differ.
_UNCERTAIN_CONFLICT = 4 / 30

# Registers differ from lists by months; a body is not listed years before there is one.
_LATE = timedelta(days=366)

Codes = frozenset[str]
Value = TypeVar("Value", bound=Hashable)


def compare_context(table: pa.Table, left: Integers, right: Integers) -> Floats:
    """Return one row of findings for each pair of rows."""
    columns = {name: table.column(name).to_pylist() for name in _COLUMNS}
    countries = [_sovereign(codes) for codes in columns["countries"]]
    settings = [
        codes | _sovereign(regimes)
        for codes, regimes in zip(countries, columns["regimes"], strict=True)
    ]
    genders = [frozenset(letters) for letters in columns["genders"]]
    texts, kinds = columns["is_text"], columns["entity_kind"]
    lists = [
        None if is_text else source
        for source, is_text in zip(columns["source"], texts, strict=True)
    ]
    days = [
        (is_text, published, frozenset(listed))
        for is_text, published, listed in zip(
            texts, columns["published_on"], columns["listed_on"], strict=True
        )
    ]
    beginnings = [
        (begun, min(listed, default=None))
        for begun, listed in zip(columns["begun_on"], columns["listed_on"], strict=True)
    ]
    same, different = (
        _found(countries, _shares, left, right),
        _found(countries, _differs, left, right),
    )
    return np.column_stack(
        [
            same,
            different,
            # Where countries are stated, what the lists are about adds nothing new.
            _found(settings, _shares, left, right) * (1 - same),
            _found(settings, _differs, left, right) * (1 - different),
            _found(lists, _is_one_list, left, right),
            _found(beginnings, _is_listed_before, left, right),
            _found(genders, _differs, left, right),
            _found(list(zip(kinds, texts, strict=True)), _kind_conflict, left, right),
            _found(days, _announced_then, left, right),
        ]
    )


_COLUMNS = ("countries", "regimes", "genders", "is_text", "entity_kind", "source", "published_on",
            "listed_on", "begun_on")  # fmt: skip


def _sovereign(codes: Iterable[str]) -> Codes:
    return frozenset(_SOVEREIGN.get(code, code) for code in codes)


def _found(
    values: Sequence[Value],
    finding: Callable[[Value, Value], float],
    left: Integers,
    right: Integers,
) -> Floats:
    """Ask for each distinct pair of values and spread the answers over the pairs."""
    number: dict[Value, int] = {}
    numbers = np.array([number.setdefault(value, len(number)) for value in values], dtype=np.int64)
    known = list(number)
    pairs = distinct(numbers[left], numbers[right], len(known))
    answers = [
        finding(known[one], known[other])
        for one, other in zip(pairs.smaller.tolist(), pairs.larger.tolist(), strict=True)
    ]
    return np.array(answers, dtype=np.float64)[pairs.inverse]


def _shares(one: Codes, other: Codes) -> bool:
    return not one.isdisjoint(other)


def _differs(one: Codes, other: Codes) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def _is_one_list(one: str | None, other: str | None) -> bool:
    return bool(one) and one == other


Beginning = tuple[date | None, date | None]


def _is_listed_before(one: Beginning, other: Beginning) -> bool:
    """Tell whether one was listed long before the other was founded or built."""
    return any(
        begun is not None and listed is not None and begun - listed > _LATE
        for (begun, _), (_, listed) in ((one, other), (other, one))
    )


def _kind_conflict(one: tuple[str, bool], other: tuple[str, bool]) -> float:
    """Return 1 where kinds exclude each other, less where one is a guess or a ship's company."""
    kinds = one[0], other[0]
    if kinds[0] == kinds[1] or "UNKNOWN" in kinds:
        return 0.0
    is_certain = "PERSON" in kinds and not (one[1] or other[1])
    return 1.0 if is_certain else _UNCERTAIN_CONFLICT


Days = tuple[bool, date | None, frozenset[date]]


def _announced_then(one: Days, other: Days) -> bool:
    if one[0] == other[0]:
        return False
    (_, published, _), (_, _, listed) = (one, other) if one[0] else (other, one)
    return published is not None and any(
        -_DAYS_BEFORE <= (published - day).days <= _DAYS_AFTER for day in listed
    )
