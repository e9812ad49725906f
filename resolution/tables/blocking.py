"""Records in, candidate pairs out: records that share a key of a rule, each pair once."""

from collections.abc import Sequence
from itertools import product

import duckdb
import numpy as np
import pyarrow as pa

from resolution.tables.model import Rule
from resolution.tables.records import MISSING, Records
from resolution.tables.variables import Integers, Variable

_PAIRS = """
WITH sizes AS (SELECT rule, key, count(*) AS records FROM keys GROUP BY rule, key),
useful AS (
    SELECT keys.rule, keys.key, keys.record
    FROM keys JOIN sizes USING (rule, key) JOIN limits USING (rule)
    WHERE sizes.records > 1 AND sizes.records <= limits.most_records
)
SELECT DISTINCT l.record AS "left", r.record AS "right"
FROM useful AS l JOIN useful AS r
  ON l.rule = r.rule AND l.key = r.key AND l.record < r.record
WHERE l.record < $second_begins AND r.record >= $first_of_right
ORDER BY ALL
"""


def candidate_pairs(
    records: Records, variables: Sequence[Variable], rules: Sequence[Rule]
) -> tuple[Integers, Integers]:
    """Return left and right record numbers of every candidate pair, in order."""
    keys = _keys(records, variables, rules)
    limits = pa.table(
        {
            "rule": pa.array(range(len(rules)), pa.int16()),
            "most_records": pa.array(
                [rule.most_records or len(records) for rule in rules], pa.int64()
            ),
        }
    )
    second = records.second_begins
    with duckdb.connect() as connection:
        connection.register("keys", keys)
        connection.register("limits", limits)
        found = connection.sql(
            _PAIRS,
            params={
                "second_begins": len(records) if second is None else second,
                "first_of_right": 0 if second is None else second,
            },
        ).to_arrow_table()
    left, right = (found.column(name).to_numpy().astype(np.int64) for name in ("left", "right"))
    return left, right


def _keys(records: Records, variables: Sequence[Variable], rules: Sequence[Rule]) -> pa.Table:
    """Return rule, key, record: a compound rule's keys are those of its predicates combined."""
    functions = {
        (one.name, name): (records.columns[one.name], function)
        for one in variables
        for name, function in one.predicates.items()
    }
    simple = {}
    for predicate in {predicate for rule in rules for predicate in rule.predicates}:
        column, function = functions[predicate.variable, predicate.function]
        simple[predicate] = column, [tuple(function(value)) for value in column.values]
    found: tuple[list[int], list[str], list[int]] = ([], [], [])
    for number, rule in enumerate(rules):
        for record in range(len(records)):
            parts = [
                () if column.numbers[record] == MISSING else keys[column.numbers[record]]
                for column, keys in (simple[predicate] for predicate in rule.predicates)
            ]
            for combined in product(*parts):
                found[0].append(number)
                found[1].append("\x1f".join(combined))
                found[2].append(record)
    return pa.table(
        {
            "rule": pa.array(found[0], pa.int16()),
            "key": pa.array(found[1], pa.string()),
            "record": pa.array(found[2], pa.int32()),
        }
    )
