"""What tells without a comparison that two records are hardly one: learned from the model itself.

Where a budget binds, most candidates share a rare key by chance and differ in something simple: the
country, the year of birth. Candidates of a few records are scored; a predicate contradicts where
pairs that both have a key of it, but not the same, hold next to nothing of what the model expects
to be one. Such pairs are left out before they are counted, so that the budget goes to others.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from resolution.tables.candidates import Candidates
from resolution.tables.comparison import Comparison, feature_names
from resolution.tables.keys import Integers, Numbers, hashed, value_keys
from resolution.tables.model import Predicate, TableModel
from resolution.tables.records import Records
from resolution.tables.scoring import pair_scores
from resolution.tables.variables import Variable

_DRAWN_RECORDS = 2000
_FEW_VALUES = 0.5
"""Of a column with more values for each record, making keys costs more than it saves."""
_MOST_LOST = 0.01
"""Of the expected matches, what one predicate may leave out."""
_MOST_LOST_IN_ALL = 0.02
_LEAST_SPARED = 0.05
"""Of the candidates still there, what a predicate must leave out to be worth its memory."""


def contradictions(
    records: Records,
    variables: Sequence[Variable],
    model: TableModel,
    comparison: Comparison,
    found: Candidates,
) -> Numbers:
    """Return a row of codes for each record; two contradict where both have one and they differ."""
    left, right = found.of_records(_drawn(records.ids))
    expected = pair_scores(comparison, feature_names(variables), model, left, right)
    total = max(float(expected.sum()), 1e-9)
    kept: list[Numbers] = []
    lost = 0.0
    for codes in sorted(
        (codes for _, codes in codes_by_predicate(records, variables)),
        key=lambda one: -_apart(one, left, right).sum(),
    ):
        apart = _apart(codes, left, right)
        loss = float(expected[apart].sum()) / total
        is_rare = apart.sum() < _LEAST_SPARED * max(len(apart), 1)
        if is_rare or loss > _MOST_LOST or lost + loss > _MOST_LOST_IN_ALL:
            continue
        kept.append(codes)
        lost += loss
        left, right, expected = left[~apart], right[~apart], expected[~apart]
    return np.array(kept, dtype=np.int32).reshape(len(kept), len(records)).T.copy()


def _drawn(ids: Sequence[str]) -> Integers:
    """Return the same records whatever the order of rows: those whose ids have the least hashes."""
    hashes = hashed(pa.array(ids, pa.large_string()))
    return np.sort(np.argsort(hashes, kind="stable")[:_DRAWN_RECORDS])


def codes_by_predicate(
    records: Records, variables: Sequence[Variable]
) -> Iterator[tuple[Predicate, Numbers]]:
    """Give each record's key by each predicate that knows at most one, as a number; 0 for none."""
    for variable in variables:
        column = records.columns.get(variable.name)
        if column is None or len(column.values) > _FEW_VALUES * len(records):
            continue
        for name, function in variable.predicates.items():
            keys = value_keys(column, name, function)
            counts = np.diff(keys.begins)[:-1]
            if counts.max(initial=0) != 1:
                continue
            of_value = np.zeros(len(column.values) + 1, dtype=np.int32)
            of_value[:-1][counts == 1] = (keys.hashes[: keys.begins[-2]] >> 33).astype(np.int32) + 1
            yield Predicate(variable.name, name), of_value[column.numbers]


def _apart(codes: Numbers, left: Integers, right: Integers) -> npt.NDArray[np.bool_]:
    one, other = codes[left], codes[right]
    apart: npt.NDArray[np.bool_] = (one != 0) & (other != 0) & (one != other)
    return apart
