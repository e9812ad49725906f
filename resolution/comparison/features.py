"""The features of pairs: names, births, numbers, countries, kinds and context, in a fixed order.

Every feature is 0 where a side does not say: missing is neither same nor different. Vetoes
are features too, with a decided weight, so that a score can be taken apart whole.
"""

import numpy as np
import pyarrow as pa

from resolution.comparison import births, numbers
from resolution.comparison.alignment import MEASURES, align
from resolution.comparison.context import FINDINGS as CONTEXT
from resolution.comparison.context import compare_context
from resolution.comparison.values import (
    Floats,
    Integers,
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
    "name_acronym",
    "name_weak",
    "name_primary",
)
FEATURES = (*NAMES, *births.FINDINGS, *numbers.FINDINGS, *CONTEXT)
DECIDED = {
    "birth_day_conflict": -20.0,
    "kind_conflict": -20.0,
    "identifier_conflict": -20.0,
    "gender_different": -4.0,
    "announced_then": 1.5,
}
"""Weights that are decided, not learned. Twenty is a veto: no other evidence outweighs it. Labelled
records know no texts, so what a text's date says of namesakes is set to what settles a tie."""

AGAINST = frozenset(
    {
        "name_clash",
        "person_name_extra",
        "organization_name_extra",
        "name_weak",
        "birth_far",
        "country_different",
        *(name for name, weight in DECIDED.items() if weight < 0),
    }
)
"""Features that speak against a match; all others speak for it."""

_WEAK_MALUS = 0.05


def compare(table: pa.Table, left: Integers, right: Integers, words: WordCounts) -> Floats:
    """Return one row of features for each pair of positions."""
    return np.hstack(
        [
            _compare_names(table, left, right, words),
            births.compare_births(numbered(table.column("birth_dates")), left, right),
            numbers.compare_numbers(table, left, right),
            compare_context(table, left, right),
        ]
    )


def _compare_names(table: pa.Table, left: Integers, right: Integers, words: WordCounts) -> Floats:
    names = numbered(table.column("names"))
    weak, primary = (
        table.column(name).combine_chunks().flatten().to_numpy(zero_copy_only=False)
        for name in ("weak_names", "primary_names")
    )
    combined = products(names, left, right)
    pairs = distinct(names.numbers[combined.left], names.numbers[combined.right], len(names.values))
    measured = align(names.values, pairs.smaller, pairs.larger, words)
    is_weak = (weak[combined.left] | weak[combined.right]).astype(np.float64)
    merit = measured[pairs.inverse, 0] - _WEAK_MALUS * is_weak
    best = _best(combined.pair, merit, pairs.inverse, len(left))
    has_names = best >= 0
    chosen = measured[pairs.inverse[best]] * has_names[:, None]
    acronym = largest(measured[pairs.inverse, MEASURES.index("acronym")], combined.pair, len(left))
    are_primary = primary[combined.left] & primary[combined.right]
    foremost = largest(measured[pairs.inverse, 0] * are_primary, combined.pair, len(left))
    kinds = np.array(table.column("entity_kind").to_pylist(), dtype=object)
    is_person = (kinds[left] == "PERSON") | (kinds[right] == "PERSON")
    similarity, exact, evidence, clash, extra, _ = chosen.T
    return np.column_stack(
        [
            similarity,
            exact,
            evidence,
            clash,
            np.where(is_person, extra, 0.0),
            np.where(is_person, 0.0, extra),
            acronym,
            is_weak[best] * has_names,
            foremost,
        ]
    )


def _best(pair: Integers, merit: Floats, spelling: Integers, pairs: int) -> Integers:
    """Return where each pair's best combination lies; -1 where it has none.

    At a tie the alphabet decides, so that left and right never do.
    """
    order = np.lexsort((spelling, -merit, pair))
    firsts = np.full(pairs, -1, dtype=np.int64)
    owners, starts = np.unique(pair[order], return_index=True)
    firsts[owners] = order[starts]
    return firsts
