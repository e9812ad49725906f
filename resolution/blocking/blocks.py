"""Blocks: the mentions that share a key of a rule, and whether too many records do.

Flows in: the keys of mentions, those of the changed ones as they were, and which have changed.
Flows out: rows in the order of their blocks, and what each block is now and was before. Only
records crowd a key: a hundred articles that name one actor must not push it over the limit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from resolution.model import BlockingRule

Integers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Blocks:
    """Rows of mentions, block after block, records first; and of each block what is known."""

    positions: Integers
    is_text: Mask
    block: Integers
    """The number of each row's block."""
    rules: Integers
    """Of each block, as what follows."""
    is_crowded: Mask
    """Whether more records share the key than its rule allows, so that it brings no pairs."""
    was_crowded: Mask
    """The same before the change."""

    def rows_of(self, is_wanted: Mask) -> "Blocks":
        """Return the rows of some blocks, each with its number."""
        rows = is_wanted[self.block]
        return Blocks(
            self.positions[rows],
            self.is_text[rows],
            self.block[rows],
            self.rules,
            self.is_crowded,
            self.was_crowded,
        )


def blocks_of(
    keys: pa.Table, former_keys: pa.Table, is_changed: Mask, rules: Sequence[BlockingRule]
) -> Blocks:
    """Put rows of keys in blocks, as `block_keys` makes them; what ties by no rule is left out."""
    rows = pa.concat_tables([keys, former_keys])
    by_rule = pc.greater_equal(rows.column("rule"), 0)
    is_former = np.repeat([False, True], [keys.num_rows, former_keys.num_rows])
    is_former = is_former[by_rule.to_numpy()]
    rows = rows.filter(by_rule)
    number = rows.column("key").combine_chunks().dictionary_encode().indices.to_numpy()
    code = number.astype(np.int64) * len(rules) + rows.column("rule").to_numpy()
    is_text = rows.column("is_text").to_numpy().astype(bool)
    order = np.argsort(code * 2 + is_text)
    code, is_text, is_former = code[order], is_text[order], is_former[order]
    positions = rows.column("position").to_numpy().astype(np.int64)[order]
    begins = np.diff(code, prepend=-1) != 0
    block = np.cumsum(begins) - 1
    present = ~is_former
    stood = is_former.copy()
    stood[present] = ~is_changed[positions[present]]
    of_rule = code[begins] % len(rules)
    most = np.array([rule.most_records for rule in rules], dtype=np.int64)[of_rule]
    return Blocks(
        positions=positions[present],
        is_text=is_text[present],
        block=block[present],
        rules=of_rule,
        is_crowded=counted(block, present & ~is_text, len(of_rule)) > most,
        was_crowded=counted(block, stood & ~is_text, len(of_rule)) > most,
    )


def crossing(blocks: Blocks) -> list[int]:
    """Return the mentions in blocks that were crowded and are not, or the other way round."""
    has_crossed = (blocks.is_crowded != blocks.was_crowded)[blocks.block]
    return [int(one) for one in np.unique(blocks.positions[has_crossed])]


def counted(block: Integers, is_counted: Mask, blocks: int) -> Integers:
    """Return how many of the rows that count each block has."""
    return np.bincount(block[is_counted], minlength=blocks)


def mask_of(positions: Iterable[int], mentions: int) -> Mask:
    """Return which mentions stand at these positions."""
    mask = np.zeros(mentions, dtype=bool)
    mask[np.fromiter(positions, dtype=np.int64)] = True
    return mask
