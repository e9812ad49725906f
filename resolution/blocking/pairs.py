"""Candidate pairs: mentions that share a key, joined in DuckDB, each pair once with its rules.

A key that too many records share brings no pairs. Only records are counted: a hundred articles that
name one actor must not push its key over the limit. Two texts are compared where a whole name is
one; what spelling hides between them, the lists' spellings bridge.
"""

from collections.abc import Set
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
useful AS (
    SELECT keys.*
    FROM keys
    JOIN sizes USING (rule, key)
    JOIN limits USING (rule)
    WHERE sizes.mentions > 1 AND sizes.records <= limits.most_records
)
SELECT
    l.position AS "left",
    r.position AS "right",
    list_sort(list(DISTINCT l.rule)) AS numbers
FROM useful AS l
JOIN useful AS r
  ON l.rule = r.rule AND l.key = r.key AND l.position < r.position
WHERE (NOT (l.is_text AND r.is_text) OR l.rule IN (SELECT rule FROM limits WHERE is_whole_name))
  AND ({changed})
GROUP BY l.position, r.position
ORDER BY l.position, r.position
"""
_TOUCHES_CHANGED = (
    "l.position IN (SELECT position FROM changed) OR r.position IN (SELECT position FROM changed)"
)


def candidate_pairs(table: pa.Table, model: Model, *, changed: Set[int] | None = None) -> pa.Table:
    """Return the pairs to compare; with `changed`, only those that touch one of these rows."""
    names = [rule.name for rule in model.blocking]
    with duckdb.connect() as connection:
        connection.execute("SET threads TO 2")
        connection.register("keys", block_keys(table, model.blocking))
        connection.register("limits", _limits(model.blocking))
        connection.register("changed", pa.table({"position": pa.array(changed or (), pa.int32())}))
        condition = "TRUE" if changed is None else _TOUCHES_CHANGED
        found = connection.sql(_CANDIDATES.format(changed=condition)).to_arrow_table()
    numbers = found.column("numbers").combine_chunks()
    rules = pa.ListArray.from_arrays(
        numbers.offsets, pa.array(names, pa.string()).take(numbers.values)
    )
    return pa.table([found.column("left"), found.column("right"), rules], schema=PAIRS)


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


def _compound(parts: list[object]) -> list[str]:
    if len(parts) == 1:
        return list(parts[0])  # type: ignore[call-overload]
    joined = sorted("\x1f".join(combination) for combination in product(*parts))  # type: ignore[call-overload]
    return joined[:_MOST_KEYS]


def _limits(rules: tuple[BlockingRule, ...]) -> pa.Table:
    return pa.table(
        {
            "rule": pa.array(range(len(rules)), pa.int16()),
            "most_records": [rule.most_records for rule in rules],
            "is_whole_name": [rule.keys == (_WHOLE_NAME,) for rule in rules],
        }
    )
