"""The features of pairs: names, births, numbers, countries, kinds and context, in a fixed order.

Every feature is 0 where a side does not say: missing is neither same nor different. Vetoes
are features too, with a decided weight, so that a score can be taken apart whole.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from resolution.comparison import births, numbers
from resolution.comparison.alignment import MEASURES, align
from resolution.comparison.context import FINDINGS as CONTEXT
from resolution.comparison.context import compare_context
from resolution.comparison.values import (
    Floats,
    Integers,
    Lists,
    Products,
    distinct,
    largest,
    numbered,
    products,
)
from resolution.model import WordCounts

NAMES = (
    "name_similarity",
    "name_exact",
    "name_evidence",
    "name_clash",
    "person_name_extra",
    "organization_name_extra",
    "organization_part",
    "name_acronym",
    "name_weak",
    "name_primary",
    "name_several",
)
FEATURES = (*NAMES, *births.FINDINGS, *numbers.FINDINGS, *CONTEXT)
DECIDED = {
    "birth_slip": -0.5,
    "identifier_for_life": 6.0,
    "birth_day_conflict": -30.0,
    "kind_conflict": -30.0,
    "identifier_conflict": -30.0,
    "gender_different": -4.0,
    "announced_then": 1.5,
}
"""Weights that are decided, not learned. Thirty is a veto: no other evidence outweighs it. A number
for life outweighs other names and flags together, as ships are renamed and reflagged. Labelled
records know no texts, so what a text's date says of namesakes is set to what settles a tie. A slip
costs a little: labels hold slips, but no namesakes born on nearly one day, and would reward it."""

AGAINST = frozenset(
    {
        "name_clash",
        "person_name_extra",
        "organization_name_extra",
        "organization_part",
        "name_weak",
        "birth_far",
        "country_different",
        *(name for name, weight in DECIDED.items() if weight < 0),
    }
)
"""Features that speak against a match; all others speak for it."""

_FURTHER_NAMES = 3
_WEAK_MALUS = 0.05


def compare(table: pa.Table, left: Integers, right: Integers, words: WordCounts) -> Floats:
    """Return one row of features for each pair of positions."""
    used, places = np.unique(np.concatenate([left, right]), return_inverse=True)
    # Only the rows at hand: a batch of pairs costs what the batch holds, not what the table does.
    rows = table.take(pa.array(used))
    one, other = np.split(places.reshape(-1), 2)
    return np.hstack(
        [
            _compare_names(rows, one, other, words),
            births.compare_births(numbered(rows.column("birth_dates")), one, other),
            numbers.compare_numbers(rows, one, other),
            compare_context(rows, one, other),
        ]
    )


@dataclass(frozen=True, slots=True)
class NamePairs:
    """Every combination of the two sides' names for each pair, measured; and the best of each."""

    combined: Products
    names: Lists
    measured: Floats
    is_weak: npt.NDArray[np.bool_]
    are_primary: npt.NDArray[np.bool_]
    best: Integers
    """Where each pair's best combination lies; -1 where a side has no name."""


def name_pairs(table: pa.Table, left: Integers, right: Integers, words: WordCounts) -> NamePairs:
    """Compare all names of the two sides, each distinct pair of names once."""
    names = numbered(table.column("names"))
    weak, primary = (
        table.column(name).combine_chunks().flatten().to_numpy(zero_copy_only=False).astype(bool)
        for name in ("weak_names", "primary_names")
    )
    combined = products(names, left, right)
    pairs = distinct(names.numbers[combined.left], names.numbers[combined.right], len(names.values))
    measured = align(names.values, pairs.smaller, pairs.larger, words)[pairs.inverse]
    is_weak = weak[combined.left] | weak[combined.right]
    merit = measured[:, 0] - _WEAK_MALUS * is_weak
    return NamePairs(
        combined=combined,
        names=names,
        measured=measured,
        is_weak=is_weak,
        are_primary=primary[combined.left] & primary[combined.right],
        best=_best(combined.pair, merit, pairs.inverse, len(left)),
    )


def _compare_names(table: pa.Table, left: Integers, right: Integers, words: WordCounts) -> Floats:
    found = name_pairs(table, left, right, words)
    pair, count = found.combined.pair, len(left)
    has_names = (found.best >= 0).astype(np.float64)
    if not len(pair):
        return np.zeros((count, len(NAMES)))
    similarity, exact, evidence, clash, extra, part, _ = (
        found.measured[found.best] * has_names[:, None]
    ).T
    kinds = np.array(table.column("entity_kind").to_pylist(), dtype=object)
    is_person = (kinds[left] == "PERSON") | (kinds[right] == "PERSON")
    acronym = found.measured[:, MEASURES.index("acronym")]
    return np.column_stack(
        [
            similarity,
            exact,
            evidence,
            clash,
            np.where(is_person, extra, 0.0),
            np.where(is_person, 0.0, extra),
            np.where(is_person, 0.0, part),
            largest(acronym, pair, count),
            found.is_weak[found.best] * has_names,
            largest(found.measured[:, 0] * found.are_primary, pair, count),
            _several(found.measured[:, MEASURES.index("exact")], pair, count),
        ]
    )


def _several(exact: Floats, pair: Integers, pairs: int) -> Floats:
    """Return how many names beyond the first agree, from 0 to 1 for four or more in all."""
    agreeing = np.bincount(pair, weights=exact, minlength=pairs)
    return np.clip((agreeing - 1) / _FURTHER_NAMES, 0.0, 1.0)


def _best(pair: Integers, merit: Floats, spelling: Integers, pairs: int) -> Integers:
    """Return where each pair's best combination lies; -1 where it has none.

    At a tie the alphabet decides, so that left and right never do.
    """
    order = np.lexsort((spelling, -merit, pair))
    firsts = np.full(pairs, -1, dtype=np.int64)
    owners, starts = np.unique(pair[order], return_index=True)
    firsts[owners] = order[starts]
    return firsts
