"""The candidates that a change makes, renews or unmakes; those it cannot reach are left out.

Flows in: the keys of all mentions, those of the changed ones as they were, and which have changed.
Only keys that a change touches can bring other pairs than before. One that crosses its rule's limit
makes pairs of unchanged mentions candidates, or takes them out: these mentions are `crowd`, and
their pairs are found whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from resolution.blocking.blocks import Mask, blocks_of, crossing, mask_of
from resolution.blocking.pairs import candidates_among
from resolution.model import Model


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
    is_changed, crowd = mask_of(changed, mentions), np.zeros(mentions, dtype=bool)
    near = keys
    if not is_changed.all():
        near = _sharing(keys, is_changed, former_keys)
    blocks = blocks_of(near, former_keys, is_changed, model.blocking)
    if near is not keys and (crossed := crossing(blocks)):
        crowd = mask_of(crossed, mentions)
        near = _sharing(keys, is_changed | crowd, former_keys)
        blocks = blocks_of(near, former_keys, is_changed, model.blocking)
    found = candidates_among(blocks, is_changed, crowd, model.blocking)
    members = frozenset(np.flatnonzero(crowd).tolist())
    return Found(found.pairs, found.is_new, frozenset(changed), members)


def _sharing(keys: pa.Table, is_asked: Mask, former_keys: pa.Table) -> pa.Table:
    """Return the rows of keys that some mentions have, or that were the changed ones'."""
    own = keys.filter(pa.array(is_asked[keys.column("position").to_numpy()]))
    asked = pa.concat_tables([own.select(["key"]), former_keys.select(["key"])])
    values = pc.unique(asked.column("key"))
    return keys.filter(pc.is_in(keys.column("key"), value_set=values))
