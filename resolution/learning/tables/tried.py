"""Which keys are tried for rules: predicates that find something of their own, and conjunctions.

Flows in: records. Flows out: predicates with the blocks that their keys make. Conjunctions are
tried of predicates whose blocks are too large alone; there are too many pairs of predicates to try
all, so a few of each variable are taken, from the rarest keys to the commonest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from resolution.learning.tables.keys import Blocks, Keys, blocks_of, combined, keys_by_predicate
from resolution.tables.model import Predicate
from resolution.tables.records import Records
from resolution.tables.variables import Variable

_COMBINED_PREDICATES = 26
_FEW_VARIABLES = 3
_SAME_FOR_MOST = 0.5
"""Of two records drawn at random, so many share the key: it tells nothing apart."""


@dataclass(frozen=True, slots=True)
class Tried:
    """Predicates that a rule may consist of, and what they bring together."""

    predicates: tuple[Predicate, ...]
    keys: Keys
    blocks: Blocks


def single_keys(records: Records, variables: Sequence[Variable]) -> list[Tried]:
    """Return predicates; not what finds nothing, nor just what another of its variable finds."""
    seen = set()
    kept = []
    for predicate, keys in keys_by_predicate(records, variables):
        blocks = blocks_of(keys, records.second_begins)
        shape = (predicate.variable, int(blocks.pairs.sum()), blocks.sizes.tobytes())
        if blocks.pairs.sum() > 0 and shape not in seen:
            seen.add(shape)
            kept.append(Tried((predicate,), keys, blocks))
    return kept


def conjoined(
    singles: Sequence[Tried], most: int, size: int, variables: int
) -> list[tuple[Tried, Tried]]:
    """Return pairs of predicates whose conjunction is worth trying beside blocks of so many."""
    each = max(2, _COMBINED_PREDICATES // max(variables, 1))
    by_variable: dict[str, list[Tried]] = {}
    for one in sorted(singles, key=lambda tried: int(tried.blocks.pairs.sum())):
        blocks = one.blocks
        share = float((blocks.sizes.astype(float) ** 2).sum()) / size**2
        if blocks.pairs[blocks.sizes > most].sum() > 0 and share < _SAME_FOR_MOST:
            by_variable.setdefault(_variable(one), []).append(one)
    chosen = [
        ones[place]
        for ones in by_variable.values()
        for place in sorted({round(step) for step in np.linspace(0, len(ones) - 1, each)})
    ]
    return [
        (one, other)
        for one, other in combinations(chosen, 2)
        if _variable(one) != _variable(other) or variables <= _FEW_VARIABLES
    ]


def conjunction(one: Tried, other: Tried, records: Records) -> Tried:
    """Return what two predicates bring together that have a key each."""
    keys = combined(one.keys, other.keys, len(records))
    blocks = blocks_of(keys, records.second_begins)
    return Tried((*one.predicates, *other.predicates), keys, blocks)


def _variable(single: Tried) -> str:
    return single.predicates[0].variable
