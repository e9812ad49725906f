"""The blocking keys of two mentions, rule by rule: why a run compares them, or what they lack.

How many records have a key is known to whoever has read all records; a key nobody counted is taken
to be rare enough.
"""

from collections.abc import Collection, Iterator, Mapping

import pyarrow as pa

from resolution.blocking import block_keys
from resolution.explanation.values import RuleKeys
from resolution.explanation.wording import rule_meaning
from resolution.model import BlockingRule, Model

KeyRecords = Mapping[tuple[str, str], int]
"""How many records have a key, by the rule's name and the key."""

_WHOLE_NAME = ("name",)


def keys_by_rule(table: pa.Table, model: Model, records: KeyRecords) -> tuple[RuleKeys, ...]:
    """Return what the two rows of a table share under each rule of the model."""
    left, right = (_keys_of(table.slice(side, 1), model.blocking) for side in (0, 1))
    are_texts = all(table.column("is_text").to_pylist())
    return tuple(
        _compared(rule, left[rule.name], right[rule.name], records, are_texts=are_texts)
        for rule in model.blocking
    )


def count_keys(table: pa.Table, model: Model, rules: Collection[RuleKeys]) -> KeyRecords:
    """Count how many records of a table have each of the keys that two mentions share."""
    counted = {(one.rule, key): 0 for one in rules for key in one.shared}
    named = {rule for rule, _ in counted}
    wanted = tuple(rule for rule in model.blocking if rule.name in named)
    is_text = table.column("is_text").to_pylist()
    for ends in _keys(table.filter(pa.array([not one for one in is_text], pa.bool_())), wanted):
        if ends in counted:
            counted[ends] += 1
    return counted


def _compared(
    rule: BlockingRule, left: set[str], right: set[str], records: KeyRecords, *, are_texts: bool
) -> RuleKeys:
    shared = sorted(left & right)
    too_common = [key for key in shared if records.get((rule.name, key), 0) > rule.most_records]
    is_asked = rule.keys == _WHOLE_NAME or not are_texts
    return RuleKeys(
        rule=rule.name,
        meaning=rule_meaning(rule.keys),
        left=tuple(sorted(left)),
        right=tuple(sorted(right)),
        shared=tuple(shared),
        too_common=tuple(too_common),
        most_records=rule.most_records,
        brings_together=is_asked and len(shared) > len(too_common),
    )


def _keys_of(row: pa.Table, rules: tuple[BlockingRule, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {rule.name: set() for rule in rules}
    for rule, key in _keys(row, rules):
        found[rule].add(key)
    return found


def _keys(table: pa.Table, rules: tuple[BlockingRule, ...]) -> Iterator[tuple[str, str]]:
    """Yield the name of a rule and a key as a person reads it, for each row and key."""
    keys = block_keys(table, rules)
    for number, key in zip(keys["rule"].to_pylist(), keys["key"].to_pylist(), strict=True):
        yield rules[number].name, key.replace("\x1f", " + ")
