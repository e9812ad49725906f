"""Names of two mentions compared: the best pair of their names, and what it says.

Rows of the mention table in, one column for each finding out. Likeness is not evidence: what two
names leave over and how common what they share is are told apart from how alike they are.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from actors.names import places_in, script
from resolution.comparison.alignment import MEASURES
from resolution.comparison.best import NamePairs, name_pairs
from resolution.comparison.marks import (
    are_other_numerals,
    numerals,
    places_apart,
    told_apart,
)
from resolution.comparison.rest import rest_of
from resolution.comparison.values import Floats, Integers, largest
from resolution.model import WordCounts

FINDINGS = (
    "name_similarity",
    "name_exact",
    "name_evidence",
    "name_clash",
    "name_common",
    "person_name_thin",
    "person_name_other",
    "person_name_consonants",
    "person_name_extra",
    "organization_name_extra",
    "organization_part",
    "name_acronym",
    "name_weak",
    "name_primary",
    "name_several",
)

_FURTHER_NAMES = 3


def compare_names(table: pa.Table, left: Integers, right: Integers, words: WordCounts) -> Floats:
    """Return one row of findings for each pair of rows."""
    found = name_pairs(table, left, right, words)
    pair, count = found.combined.pair, len(left)
    if not len(pair):
        return np.zeros((count, len(FINDINGS)))
    has_names = found.best >= 0
    similarity, exact, evidence, _, _, part, _ = found.measured[found.best].T
    is_text = np.array(table.column("is_text").to_pylist(), dtype=bool)
    are_records = ~(is_text[left] | is_text[right])
    kinds = np.array(table.column("entity_kind").to_pylist(), dtype=object)
    is_person = (kinds[left] == "PERSON") | (kinds[right] == "PERSON")
    are_other = _are_written_otherwise(table, left, right) & is_person
    exact = np.where(are_other, 0.0, exact)
    rest = rest_of(found, words, is_person, are_other)
    part = np.maximum(part, _marked_apart(found, table, left, right) * (exact < 1.0))
    acronym = found.measured[:, MEASURES.index("acronym")]
    of_best = np.column_stack(
        [
            similarity,
            exact,
            evidence,
            rest.clash,
            rest.common,
            rest.thin * is_person * are_records,
            rest.other * is_person,
            rest.consonants,
            np.where(is_person, rest.extra, 0.0),
            np.where(is_person, 0.0, rest.extra),
            np.where(is_person, 0.0, part),
            largest(acronym, pair, count),
            found.is_weak[found.best],
        ]
    )
    return np.column_stack(
        [
            of_best * has_names[:, None],
            largest(found.measured[:, 0] * found.are_primary, pair, count),
            _several(found.measured[:, MEASURES.index("exact")], pair, count),
        ]
    )


def _marked_apart(found: NamePairs, table: pa.Table, left: Integers, right: Integers) -> Floats:
    """Return 1 where numerals or countries of the best names of two bodies tell them apart."""
    columns = (table.column(name).to_pylist() for name in ("countries", "regimes"))
    settings = [frozenset(one) | frozenset(other) for one, other in zip(*columns, strict=True)]
    spelled, ends = found.names.values, found.ends
    return np.maximum(
        told_apart(spelled, numerals, ends, are_other_numerals),
        told_apart(spelled, places_in, ends, places_apart(left, right, settings)),
    )


def _are_written_otherwise(
    table: pa.Table, left: Integers, right: Integers
) -> npt.NDArray[np.bool_]:
    """Find where both sides write a name in Han or in Hangul, and no two of them are one."""
    written = [frozenset(names) for names in table.column("native_names").to_pylist()]
    has_any = np.array([bool(names) for names in written], dtype=bool)
    found = np.zeros(len(left), dtype=bool)
    for row in np.flatnonzero(has_any[left] & has_any[right]).tolist():
        one, other = written[left[row]], written[right[row]]
        are_comparable = not {*map(script, one)}.isdisjoint(map(script, other))
        found[row] = are_comparable and one.isdisjoint(other)
    return found


def _several(exact: Floats, pair: Integers, pairs: int) -> Floats:
    """Return how many names beyond the first agree, from 0 to 1 for four or more in all."""
    agreeing = np.bincount(pair, weights=exact, minlength=pairs)
    return np.clip((agreeing - 1) / _FURTHER_NAMES, 0.0, 1.0)
