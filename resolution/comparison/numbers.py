"""Identifiers compared by scheme: a number both own, numbers that cannot both be one actor's.

A number that one side merely cites of another list is kept apart: lists cite wrongly. A number that
fails its scheme's check is no ship's and no company's: both may have miscopied it alike, which says
that they are one, but it outlasts nothing, and against another number it says nothing. The more
records of one list carry a number, the less it proves.
"""

import re
from collections.abc import Iterable, Mapping

import numpy as np
import pyarrow as pa

from resolution.comparison.values import Floats, Integers
from resolution.schemes import SCHEMES, is_of_one_list, is_telling

FINDINGS = ("identifier_same", "identifier_for_life", "identifier_cited", "identifier_conflict")

# Schemes of which an actor has one for life.
_LIFELONG = ("imo:", "lei:", "un-reference:")
# Of these, those that one register gives worldwide and never again: they outlast every name. Where
# kinds differ, a company states the number of its ship.
_WORLDWIDE = ("imo:", "lei:", "uscc:")
_HEAD_OFFICE = re.compile(r"(swift:[A-Z]{6}[A-Z0-9]{2})XXX")


def is_well_formed(key: str) -> bool:
    """Whether an identifier's key passes the check of its scheme, where the scheme has one.

    >>> is_well_formed("imo:9187629"), is_well_formed("imo:9187628"), is_well_formed("passport:X1")
    (True, False, True)
    """
    scheme, _, number = key.partition(":")
    return scheme not in SCHEMES or SCHEMES[scheme](number)


def compare_numbers(table: pa.Table, left: Integers, right: Integers) -> Floats:
    """Return one row of findings for each pair of rows."""
    own = [
        frozenset(_HEAD_OFFICE.sub(r"\1", key) for key in keys)
        for keys in table.column("identifiers").to_pylist()
    ]
    cited = [frozenset(keys) for keys in table.column("cited").to_pylist()]
    kinds, sources = (table.column(name).to_pylist() for name in ("entity_kind", "source"))
    bearers = [_bearers(told) for told in table.column("shared_numbers").to_pylist()]
    strong = [frozenset(filter(is_telling, keys)) for keys in own]
    lifelong = [
        {
            key.partition(":")[0]: key
            for key in sorted(keys)
            if key.startswith(_LIFELONG) and is_well_formed(key)
        }
        for keys in own
    ]
    found = np.zeros((len(left), len(FINDINGS)))
    for row, (one, other) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        if not (own[one] or cited[one]) or not (own[other] or cited[other]):
            continue
        shared = strong[one] & strong[other]
        if shared and sources[one] == sources[other]:
            shared = {key for key in shared if not is_of_one_list(key)}
        may_be_one = kinds[one] == kinds[other] or "UNKNOWN" in (kinds[one], kinds[other])
        proofs = {key: _proof(key, bearers[one], bearers[other]) for key in shared}
        for_life = [
            proof
            for key, proof in proofs.items()
            if may_be_one and key.startswith(_WORLDWIDE) and is_well_formed(key)
        ]
        is_cited = not (
            cited[one].isdisjoint(own[other])
            and own[one].isdisjoint(cited[other])
            and cited[one].isdisjoint(cited[other])
        )
        conflicts = not shared and any(
            lifelong[one][scheme] != lifelong[other][scheme]
            for scheme in lifelong[one].keys() & lifelong[other].keys()
        )
        found[row] = (
            max(proofs.values(), default=0.0),
            max(for_life, default=0.0),
            is_cited,
            conflicts,
        )
    return found


def _bearers(told: Iterable[str]) -> dict[str, int]:
    """Return how many records of its list carry each number of a record that others carry too."""
    parts = (one.partition(" ") for one in told)
    return {key: int(count) for count, _, key in parts if re.fullmatch("[1-9][0-9]{0,8}", count)}


def _proof(key: str, *bearers: Mapping[str, int]) -> float:
    """Return what sharing a number proves: of its bearers in one list all but one have it wrongly.

    Two may be one actor twice in a list; three or more share an agent, an address or a mistake.
    """
    return 1.0 / max(of_one.get(key, 1) for of_one in bearers) ** 2
