"""The candidates that a change makes, renews or unmakes; those it cannot reach are left out.

Flows in: the keys of all mentions, those of the changed ones as they were, and which have changed.
Only keys that a change touches can bring other pairs than before. One that crosses its rule's limit
makes pairs of unchanged mentions candidates, or takes them out: these mentions are `crowd`, and
their pairs are found whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from resolution.blocking.pairs import candidates_among, key_limits
from resolution.model import Model

Mask = npt.NDArray[np.bool_]

_CROSSED = """
WITH present AS (
    SELECT rule, key, count(*) AS records FROM keys WHERE NOT is_text GROUP BY rule, key
),
former AS (
    SELECT rule, key, count(*) AS records
    FROM (
        SELECT rule, key FROM keys WHERE NOT is_text AND position NOT IN (FROM changed)
        UNION ALL
        SELECT rule, key FROM former_keys WHERE NOT is_text
    )
    GROUP BY rule, key
)
SELECT DISTINCT keys.position
FROM keys
JOIN limits USING (rule)
LEFT JOIN present USING (rule, key)
LEFT JOIN former USING (rule, key)
WHERE (coalesce(present.records, 0) > limits.most_records)
   <> (coalesce(former.records, 0) > limits.most_records)
"""


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates that touch a changed mention, or two of the crowd."""

    pairs: pa.Table
    """Columns left, right, rules."""
    is_new: Mask
    """Which of the pairs were no candidates before."""
    changed: frozenset[int]
    """Mentions that are new or have changed, by position."""
    crowd: frozenset[int]
    """Mentions that share a key which has crossed its rule's limit."""

    def decides(self, left: int, right: int) -> bool:
        """Whether `pairs` says if these two are candidates."""
        return (
            left in self.changed
            or right in self.changed
            or (left in self.crowd and right in self.crowd)
        )


def found_candidates(
    keys: pa.Table, former_keys: pa.Table, changed: Sequence[int], mentions: int, model: Model
) -> Found:
    """Return what the change brings; with all mentions changed, all candidates there are."""
    is_changed = _mask(changed, mentions)
    if is_changed.all():
        everything = candidates_among(keys, former_keys, changed, (), model).pairs
        news = np.ones(everything.num_rows, dtype=bool)
        return Found(everything, news, frozenset(changed), frozenset())
    touched = pa.concat_arrays([_keys_of(keys, is_changed), _chunkless(former_keys)]).unique()
    near = keys.filter(pc.is_in(keys.column("key"), value_set=touched))
    crossing = _crossing(near, former_keys, changed, model)
    crowd = _mask(crossing, mentions)
    if crossing:
        touched = pa.concat_arrays([touched, _keys_of(keys, crowd)]).unique()
        near = keys.filter(pc.is_in(keys.column("key"), value_set=touched))
    found = candidates_among(near, former_keys, changed, crossing, model)
    is_new = found.is_new.to_numpy(zero_copy_only=False).astype(bool)
    return Found(found.pairs, is_new, frozenset(changed), frozenset(crossing))


def _crossing(
    keys: pa.Table, former_keys: pa.Table, changed: Sequence[int], model: Model
) -> list[int]:
    with duckdb.connect() as connection:
        connection.execute("SET threads TO 2")
        connection.register("keys", keys)
        connection.register("former_keys", former_keys)
        connection.register("limits", key_limits(model.blocking))
        connection.register("changed", pa.table({"position": pa.array(changed, pa.int32())}))
        return [int(row[0]) for row in connection.execute(_CROSSED).fetchall()]


def _mask(positions: Sequence[int], mentions: int) -> Mask:
    mask = np.zeros(mentions, dtype=bool)
    mask[list(positions)] = True
    return mask


def _keys_of(keys: pa.Table, mask: Mask) -> pa.Array:
    owners = keys.column("position").to_numpy()
    return _chunkless(keys.filter(pa.array(mask[owners])))


def _chunkless(keys: pa.Table) -> pa.Array:
    found = keys.column("key").combine_chunks()
    return found if isinstance(found, pa.Array) else pa.concat_arrays(found.chunks)
