"""The blocking keys of two records, rule by rule: why a run compares them, or what they lack.

How many records have a key they share is counted as a run does: rows that are equal in all that is
compared count as one where one stands for all.
"""

from itertools import product

import numpy as np

from resolution.explanation.values import RuleKeys
from resolution.tables.explanation.keywords import rule_meaning, rule_name
from resolution.tables.explanation.lookups import SortedKeys, range_of
from resolution.tables.ground import Ground
from resolution.tables.keys import record_keys, value_keys
from resolution.tables.model import Predicate, Rule
from resolution.tables.records import MISSING
from resolution.tables.variables.base import ManyKeys, keys_of_missing


class RunKeys:
    """The keys of a ground's records as a run would take them; made when they are asked for."""

    def __init__(self, ground: Ground) -> None:
        """Take what a run decides on; records are known by their places on it."""
        self._records = ground.records
        self._rules = ground.model.rules
        self._functions = {
            (one.name, name): key
            for one in ground.variables
            for name, key in one.predicates.items()
        }
        self._keys: dict[Rule, SortedKeys] = {}

    def by_rule(self, left: int, right: int) -> tuple[RuleKeys, ...]:
        """Return what two records share under each rule."""
        return tuple(self._compared(rule, left, right) for rule in self._rules)

    def of_predicate(self, predicate: Predicate, place: int) -> list[str]:
        """Return the keys of a record in the order in which a run makes them."""
        column = self._records.columns[predicate.variable]
        number = column.numbers[place]
        if number == MISSING:
            return list(keys_of_missing(predicate.function))
        function = self._functions[predicate.variable, predicate.function]
        value = column.values[number]
        if isinstance(function, ManyKeys):
            _, keys = function.prepared([value])(0, 1)
            return [str(key) for key in keys.to_pylist()]
        return list(function(value))

    def _compared(self, rule: Rule, left: int, right: int) -> RuleKeys:
        sides = [self._of_record(rule, place) for place in (left, right)]
        shared = [key for key in dict.fromkeys(sides[0]) if key in sides[1]]
        too_common = [
            key
            for key in shared
            if rule.most_records is not None
            and self._records_with(rule, left, sides[0].index(key)) > rule.most_records
        ]
        return RuleKeys(
            rule=rule_name(rule),
            meaning=rule_meaning(rule),
            left=tuple(dict.fromkeys(sides[0])),
            right=tuple(dict.fromkeys(sides[1])),
            shared=tuple(shared),
            too_common=tuple(too_common),
            most_records=rule.most_records or len(self._records),
            brings_together=len(shared) > len(too_common),
        )

    def _of_record(self, rule: Rule, place: int) -> list[str]:
        parts = [self.of_predicate(one, place) for one in rule.predicates]
        return [" + ".join(key) for key in product(*parts)]

    def _records_with(self, rule: Rule, place: int, key: int) -> int:
        """Return how many records have a record's key, known by its place among that record's."""
        if rule not in self._keys:
            parts = [
                value_keys(
                    self._records.columns[one.variable],
                    one.function,
                    self._functions[one.variable, one.function],
                )
                for one in rule.predicates
            ]
            self._keys[rule] = SortedKeys.of(record_keys(parts, len(self._records)))
        found = self._keys[rule]
        wanted = found.of_records.hashes[range_of(found.of_records.records, place)[0] + key]
        begin, end = (np.searchsorted(found.hashes, wanted, side) for side in ("left", "right"))
        return len(np.unique(found.records[begin:end]))
