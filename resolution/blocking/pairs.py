"""Candidate pairs: mentions that share a key, joined in DuckDB, each pair once with its rules.

A key that too many records share brings no pairs. Only records are counted: a hundred articles that
name one actor must not push its key over the limit. Two texts are compared where a whole name is
one; what spelling hides between them, the lists' spellings bridge.

A later run need not compare every pair again: `Candidates` tells which were none before. They touch
a mention that is new or has changed, or meet only under keys that too many records shared before
some of these changed.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product

import duckdb
import pyarrow as pa

from resolution.blocking.keys import KEYS
from resolution.model import BlockingRule, Model

PAIRS = pa.schema([("left", pa.int32()), ("right", pa.int32()), ("rules", pa.list_(pa.string()))])

_KEY_COLUMNS = ("names", "birth_dates", "countries", "identifiers", "cited")
_WHOLE_NAME = "name"
# Compound keys multiply; a record with fifty aliases may not make thousands.
_MOST_KEYS = 400

_CANDIDATES = """
WITH sizes AS (
    SELECT rule, key, count(*) FILTER (NOT is_text) AS records, count(*) AS mentions
    FROM keys
    GROUP BY rule, key
),
former_sizes AS (
    SELECT rule, key, count(*) AS records
    FROM (
        SELECT rule, key FROM keys WHERE NOT is_text AND position NOT IN (FROM changed)
        UNION ALL
        SELECT rule, key FROM former_keys WHERE NOT is_text
    )
    GROUP BY rule, key
),
useful AS (
    SELECT keys.*,
           keys.position IN (FROM changed) AS is_changed,
           keys.position IN (FROM others) AS is_other,
           coalesce(former_sizes.records > limits.most_records, FALSE) AS was_crowded
    FROM keys
    JOIN sizes USING (rule, key)
    JOIN limits USING (rule)
    LEFT JOIN former_sizes USING (rule, key)
    WHERE sizes.mentions > 1 AND sizes.records <= limits.most_records
)
SELECT
    l.position AS "left",
    r.position AS "right",
    list_sort(list(DISTINCT l.rule)) AS numbers,
    bool_or(l.is_changed OR r.is_changed) OR bool_and(l.was_crowded) AS is_new
FROM useful AS l
JOIN useful AS r
  ON l.rule = r.rule AND l.key = r.key AND l.position < r.position
WHERE (l.is_changed OR r.is_changed OR (l.is_other AND r.is_other))
  AND (NOT (l.is_text AND r.is_text) OR l.rule IN (SELECT rule FROM limits WHERE is_whole_name))
GROUP BY l.position, r.position
ORDER BY l.position, r.position
"""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pairs worth comparing."""

    pairs: pa.Table
    """Columns left, right, rules."""
    is_new: pa.ChunkedArray
    """Which of the pairs were no candidates before the change."""


def candidate_pairs(
    table: pa.Table, model: Model, *, changed: AbstractSet[int] | None = None
) -> pa.Table:
    """Return the pairs to compare; with `changed`, only those that touch one of these rows."""
    nothing = table.slice(0, 0)
    if changed is None:
        return candidates_since(table, model, (), nothing).pairs
    found = candidates_since(table, model, changed, nothing)
    return found.pairs.filter(found.is_new)


def candidates_since(
    table: pa.Table, model: Model, changed: Iterable[int], former: pa.Table
) -> Candidates:
    """Return all candidates; `former` are the changed rows as they were, new ones left out."""
    keys, former_keys = (block_keys(rows, model.blocking) for rows in (table, former))
    return candidates_among(keys, former_keys, changed, range(table.num_rows), model)


def candidates_among(
    keys: pa.Table,
    former_keys: pa.Table,
    changed: Iterable[int],
    others: Iterable[int],
    model: Model,
) -> Candidates:
    """Return the candidates that touch a changed row or join two of the others.

    Keys are as `block_keys` makes them.
    """
    names = [rule.name for rule in model.blocking]
    with duckdb.connect() as connection:
        connection.execute("SET threads TO 2")
        connection.register("keys", keys)
        connection.register("former_keys", former_keys)
        connection.register("limits", key_limits(model.blocking))
        connection.register("changed", pa.table({"position": pa.array(changed, pa.int32())}))
        connection.register("others", pa.table({"position": pa.array(others, pa.int32())}))
        found = connection.sql(_CANDIDATES).to_arrow_table()
    numbers = found.column("numbers").combine_chunks()
    rules = pa.ListArray.from_arrays(
        numbers.offsets, pa.array(names, pa.string()).take(numbers.values)
    )
    pairs = pa.table([found.column("left"), found.column("right"), rules], schema=PAIRS)
    return Candidates(pairs, found.column("is_new"))


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


def key_limits(rules: tuple[BlockingRule, ...]) -> pa.Table:
    """Return how many records may share a key of each rule."""
    return pa.table(
        {
            "rule": pa.array(range(len(rules)), pa.int16()),
            "most_records": [rule.most_records for rule in rules],
            "is_whole_name": [rule.keys == (_WHOLE_NAME,) for rule in rules],
        }
    )
