"""Candidate pairs: mentions that share a key which not too many records share, each pair once.

A later run need not compare every pair again: `Candidates` tells which were none before. They touch
a mention that is new or has changed, or meet only under keys that too many records shared before
some of these changed.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product

import numpy as np
import pyarrow as pa

from resolution.blocking.blocks import Blocks, Mask, blocks_of, mask_of
from resolution.blocking.keys import KEYS
from resolution.blocking.meetings import meetings
from resolution.model import BlockingRule, Model

PAIRS = pa.schema([("left", pa.int32()), ("right", pa.int32()), ("rules", pa.list_(pa.string()))])

_KEY_COLUMNS = ("names", "birth_dates", "countries", "identifiers", "cited")
_WHOLE_NAME = "name"
# Compound keys multiply; a record with fifty aliases may not make thousands.
_MOST_KEYS = 400


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pairs worth comparing."""

    pairs: pa.Table
    """Columns left, right, rules."""
    is_new: Mask
    """Which of the pairs were no candidates before the change."""


def candidate_pairs(
    table: pa.Table, model: Model, *, changed: AbstractSet[int] | None = None
) -> pa.Table:
    """Return the pairs to compare; with `changed`, only those that touch one of these rows."""
    nothing = table.slice(0, 0)
    if changed is None:
        return candidates_since(table, model, (), nothing).pairs
    found = candidates_since(table, model, changed, nothing)
    return found.pairs.filter(pa.array(found.is_new))


def candidates_since(
    table: pa.Table, model: Model, changed: Iterable[int], former: pa.Table
) -> Candidates:
    """Return all candidates; `former` are the changed rows as they were, new ones left out."""
    keys, former_keys = (block_keys(rows, model.blocking) for rows in (table, former))
    is_changed = mask_of(changed, table.num_rows)
    blocks = blocks_of(keys, former_keys, is_changed, model.blocking)
    return candidates_among(blocks, is_changed, np.ones_like(is_changed), model.blocking)


def candidates_among(
    blocks: Blocks, is_changed: Mask, is_other: Mask, rules: Sequence[BlockingRule]
) -> Candidates:
    """Return the candidates that touch a changed mention or join two of the others."""
    whole_names = np.array([rule.keys == (_WHOLE_NAME,) for rule in rules])
    found = meetings(blocks, is_changed, is_other, whole_names)
    names = pa.array([rule.name for rule in rules], pa.string())
    lists = pa.ListArray.from_arrays(pa.array(found.offsets, pa.int32()), names.take(found.rules))
    sides = (pa.array(side, pa.int32()) for side in (found.left, found.right))
    return Candidates(pa.table([*sides, lists], schema=PAIRS), found.is_new)


def block_keys(table: pa.Table, rules: tuple[BlockingRule, ...]) -> pa.Table:
    """Return every key of every mention: rule, key, position, is_text."""
    rows = table.select([*_KEY_COLUMNS]).to_pylist()
    texts = table.column("is_text").to_pylist()
    wanted = {key for rule in rules for key in rule.keys}
    columns: tuple[list[int], list[str], list[int], list[bool]] = ([], [], [], [])
    for position, (row, is_text) in enumerate(zip(rows, texts, strict=True)):
        simple = {name: KEYS[name](row) for name in wanted}
        for number, rule in enumerate(rules):
            found = _compound([simple[name] for name in rule.keys])
            columns[0].extend([number] * len(found))
            columns[1].extend(found)
            columns[2].extend([position] * len(found))
            columns[3].extend([is_text] * len(found))
    types = (pa.int16(), pa.string(), pa.int32(), pa.bool_())
    arrays = [pa.array(column, kind) for column, kind in zip(columns, types, strict=True)]
    return pa.table(arrays, names=["rule", "key", "position", "is_text"])


def shared_rules(left: pa.Table, right: pa.Table, model: Model) -> tuple[str, ...]:
    """Return the rules under which two mentions, each a table of one row, share a key."""
    keys = [block_keys(side, model.blocking).to_pylist() for side in (left, right)]
    sets = [{(row["rule"], row["key"]) for row in side} for side in keys]
    numbers = sorted({rule for rule, _ in sets[0] & sets[1]})
    return tuple(model.blocking[number].name for number in numbers)


def _compound(parts: Sequence[Iterable[str]]) -> list[str]:
    if len(parts) == 1:
        return list(parts[0])
    return sorted("\x1f".join(combination) for combination in product(*parts))[:_MOST_KEYS]
