"""What surrounds a pair: kinds, countries, genders, texts and how soon they follow a listing."""

from datetime import date

import numpy as np
import pyarrow as pa

from resolution.comparison.values import Floats, Integers

FINDINGS = (
    "country_same",
    "country_different",
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


def compare_context(table: pa.Table, left: Integers, right: Integers) -> Floats:
    """Return one row of findings for each pair of rows."""
    columns = {
        name: [frozenset(values) for values in table.column(name).to_pylist()]
        for name in ("genders", "listed_on")
    }
    countries = [
        frozenset(_SOVEREIGN.get(country, country) for country in values)
        for values in table.column("countries").to_pylist()
    ]
    kinds = table.column("entity_kind").to_pylist()
    texts = table.column("is_text").to_pylist()
    published = table.column("published_on").to_pylist()
    genders, listed = columns.values()
    found = np.zeros((len(left), len(FINDINGS)))
    for row, (one, other) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        states, others = countries[one], countries[other]
        if states and others:
            shares = not states.isdisjoint(others)
            found[row, 0], found[row, 1] = shares, not shares
        if genders[one] and genders[other]:
            found[row, 2] = genders[one].isdisjoint(genders[other])
        found[row, 3] = _kind_conflict(kinds[one], kinds[other], texts[one] or texts[other])
        if texts[one] != texts[other]:
            text, record = (one, other) if texts[one] else (other, one)
            found[row, 4] = _announced_then(published[text], listed[record])
    return found


def _kind_conflict(one: str, other: str, involves_text: bool) -> float:
    """Return 1 where kinds exclude each other, less where one is a guess or a ship's company."""
    if one == other or "UNKNOWN" in (one, other):
        return 0.0
    is_certain = "PERSON" in (one, other) and not involves_text
    return 1.0 if is_certain else _UNCERTAIN_CONFLICT


def _announced_then(published: date | None, listed: frozenset[date]) -> bool:
    return published is not None and any(
        -_DAYS_BEFORE <= (published - day).days <= _DAYS_AFTER for day in listed
    )
