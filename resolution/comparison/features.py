"""The features of pairs: names, births, numbers, countries, kinds and context, in a fixed order.

Every feature is 0 where a side does not say: missing is neither same nor different. Vetoes
are features too, with a decided weight, so that a score can be taken apart whole.
"""

import numpy as np
import pyarrow as pa

from resolution.comparison import births, context, names, numbers
from resolution.comparison.values import Floats, Integers, numbered
from resolution.model import WordCounts

FEATURES = (*names.FINDINGS, *births.FINDINGS, *numbers.FINDINGS, *context.FINDINGS)
DECIDED = {
    "birth_slip": -0.5,
    "person_name_thin": -2.0,
    "person_name_consonants": -0.7,
    "list_same": -2.0,
    "identifier_for_life": 6.0,
    "birth_day_conflict": -30.0,
    "kind_conflict": -30.0,
    "identifier_conflict": -30.0,
    "gender_different": -4.0,
    "begun_after_listing": -4.0,
    "announced_then": 1.5,
}
"""Weights that are decided, not learned. Thirty is a veto: no other evidence outweighs it. A number
for life outweighs other names and flags together, as ships are renamed and reflagged. Labelled
records know no texts, so what a text's date says of namesakes is set to what settles a tie. A slip
costs a little: labels hold slips, but no namesakes born on nearly one day, and would reward it.
Half a name that many bear is somebody else's between lists, though labels hold the famous, whom it
is enough for. A consonant more makes another name, which labels full of transliterations would
teach at the cost of what a clash weighs.
That one list keeps two records costs what a full date or a number that agree outweigh: labels know
no two records of one list that are one actor, and would make it a veto."""

VETOES = tuple(name for name, weight in DECIDED.items() if weight <= -4.0)
"""Features that decide a pair, whatever else it has."""

AGAINST = frozenset(
    {
        "name_clash",
        "name_common",
        "person_name_other",
        "person_name_extra",
        "organization_name_extra",
        "organization_part",
        "name_weak",
        "birth_far",
        "birth_very_far",
        "country_different",
        "regime_different",
        *(name for name, weight in DECIDED.items() if weight < 0),
    }
)
"""Features that speak against a match; all others speak for it."""

NAMED = names.FINDINGS
"""The features of names, which are the first."""


def compare(table: pa.Table, left: Integers, right: Integers, words: WordCounts) -> Floats:
    """Return one row of features for each pair of positions."""
    return np.hstack([compare_named(table, left, right, words), compare_facts(table, left, right)])


def compare_named(table: pa.Table, left: Integers, right: Integers, words: WordCounts) -> Floats:
    """Return the first of the features, those of names: nearly all the work."""
    rows, one, other = _at_hand(table, left, right)
    return names.compare_names(rows, one, other, words)


def compare_facts(table: pa.Table, left: Integers, right: Integers) -> Floats:
    """Return the features that follow those of names."""
    rows, one, other = _at_hand(table, left, right)
    return np.hstack(
        [
            births.compare_births(numbered(rows.column("birth_dates")), one, other),
            numbers.compare_numbers(rows, one, other),
            context.compare_context(rows, one, other),
        ]
    )


def _at_hand(
    table: pa.Table, left: Integers, right: Integers
) -> tuple[pa.Table, Integers, Integers]:
    """Return only the rows of these pairs: a batch costs what it holds, not what the table does."""
    used, places = np.unique(np.concatenate([left, right]), return_inverse=True)
    one, other = np.split(places.reshape(-1), 2)
    return table.take(pa.array(used)), one, other
