"""Identifiers compared by scheme: a number both own, numbers that cannot both be one actor's.

A number that one side merely cites of another list is kept apart: lists cite wrongly.
"""

import numpy as np
import pyarrow as pa

from resolution.comparison.values import Floats, Integers

FINDINGS = ("identifier_same", "identifier_for_life", "identifier_cited", "identifier_conflict")

# Schemes of which an actor has one for life.
_LIFELONG = ("imo:", "lei:", "un-reference:")
# Of these, those that one register gives worldwide and never again: they outlast every name. Where
# kinds differ, a company states the number of its ship.
_WORLDWIDE = ("imo:", "lei:")
# Anyone may share these.
_SHARED_BY_MANY = ("email:", "website:", "phone:", "telephone:", "fax:", "address:")


_SHORTEST = 5


def is_telling(key: str) -> bool:
    """Whether sharing an identifier's key says anything: `passport:PS` and a website do not."""
    number = key.partition(":")[2]
    return len(number) >= _SHORTEST and not key.startswith(_SHARED_BY_MANY)


def compare_numbers(table: pa.Table, left: Integers, right: Integers) -> Floats:
    """Return one row of findings for each pair of rows."""
    own = [frozenset(keys) for keys in table.column("identifiers").to_pylist()]
    cited = [frozenset(keys) for keys in table.column("cited").to_pylist()]
    kinds = table.column("entity_kind").to_pylist()
    strong = [frozenset(filter(is_telling, keys)) for keys in own]
    lifelong = [
        {key.partition(":")[0]: key for key in sorted(keys) if key.startswith(_LIFELONG)}
        for keys in own
    ]
    found = np.zeros((len(left), len(FINDINGS)))
    for row, (one, other) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        if not (own[one] or cited[one]) or not (own[other] or cited[other]):
            continue
        shared = strong[one] & strong[other]
        may_be_one = kinds[one] == kinds[other] or "UNKNOWN" in (kinds[one], kinds[other])
        is_for_life = may_be_one and any(key.startswith(_WORLDWIDE) for key in shared)
        is_cited = not (
            cited[one].isdisjoint(own[other])
            and own[one].isdisjoint(cited[other])
            and cited[one].isdisjoint(cited[other])
        )
        conflicts = not shared and any(
            lifelong[one][scheme] != lifelong[other][scheme]
            for scheme in lifelong[one].keys() & lifelong[other].keys()
        )
        found[row] = (bool(shared), is_for_life, is_cited, conflicts)
    return found
