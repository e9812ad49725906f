"""Identifiers compared by scheme: a number both own, numbers that cannot both be one actor's.

A number that one side merely cites of another list is kept apart: lists cite wrongly. A number that
fails its scheme's check is no ship's and no company's: both may have miscopied it alike, which says
that they are one, but it outlasts nothing, and against another number it says nothing. The more
records of one list carry a number, the less it proves.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
_COLUMNS = ("identifiers", "cited", "shared_numbers", "entity_kind", "source")
_HEAD_OFFICE = re.compile(r"(swift:[A-Z]{6}[A-Z0-9]{2})XXX")


def is_well_formed(key: str) -> bool:
    """Whether an identifier's key passes the check of its scheme, where the scheme has one.

    >>> is_well_formed("imo:9187629"), is_well_formed("imo:9187628"), is_well_formed("passport:X1")
    (True, False, True)
    """
    scheme, _, number = key.partition(":")
    return scheme not in SCHEMES or SCHEMES[scheme](number)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of a mention, and what decides how much sharing one proves."""

    own: frozenset[str]
    cited: frozenset[str]
    telling: frozenset[str]
    """Those of its own that may tell who it is."""
    lifelong: Mapping[str, str]
    """By scheme, those of which an actor has one for life."""
    bearers: Mapping[str, int]
    kind: str
    source: str


def compare_numbers(table: pa.Table, left: Integers, right: Integers) -> Floats:
    """Return one row of findings for each pair of rows."""
    columns = (table.column(name).to_pylist() for name in _COLUMNS)
    numbers = [_numbers(*told) for told in zip(*columns, strict=True)]
    found = np.zeros((len(left), len(FINDINGS)))
    for row, (one, other) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        if numbers[one] and numbers[other]:
            found[row] = _compared(numbers[one], numbers[other])
    return found


def _numbers(  # one a column
    identifiers: Iterable[str],
    cited: Iterable[str],
    shared_numbers: Iterable[str],
    kind: str,
    source: str,
) -> _Numbers | None:
    own = frozenset(_HEAD_OFFICE.sub(r"\1", key) for key in identifiers)
    named = frozenset(cited)
    if not own and not named:
        return None
    lifelong = {
        key.partition(":")[0]: key
        for key in sorted(own)
        if key.startswith(_LIFELONG) and is_well_formed(key)
    }
    telling = frozenset(filter(is_telling, own))
    return _Numbers(own, named, telling, lifelong, _bearers(shared_numbers), kind, source)


def _compared(one: _Numbers, other: _Numbers) -> tuple[float, float, bool, bool]:
    shared = one.telling & other.telling
    if shared and one.source == other.source:
        shared = frozenset(key for key in shared if not is_of_one_list(key))
    may_be_one = one.kind == other.kind or "UNKNOWN" in (one.kind, other.kind)
    proofs = {key: _proof(key, one.bearers, other.bearers) for key in shared}
    for_life = [
        proof
        for key, proof in proofs.items()
        if may_be_one and key.startswith(_WORLDWIDE) and is_well_formed(key)
    ]
    is_cited = not (
        one.cited.isdisjoint(other.own)
        and one.own.isdisjoint(other.cited)
        and one.cited.isdisjoint(other.cited)
    )
    conflicts = not shared and any(
        one.lifelong[scheme] != other.lifelong[scheme]
        for scheme in one.lifelong.keys() & other.lifelong.keys()
    )
    return max(proofs.values(), default=0.0), max(for_life, default=0.0), is_cited, conflicts


def _bearers(told: Iterable[str]) -> dict[str, int]:
    """Return how many records of its list carry each number of a record that others carry too."""
    parts = (one.partition(" ") for one in told)
    return {key: int(count) for count, _, key in parts if re.fullmatch("[1-9][0-9]{0,8}", count)}


def _proof(key: str, *bearers: Mapping[str, int]) -> float:
    """Return what sharing a number proves: of its bearers in one list all but one have it wrongly.

    Two may be one actor twice in a list; three or more share an agent, an address or a mistake.
    """
    return 1.0 / max(of_one.get(key, 1) for of_one in bearers) ** 2
