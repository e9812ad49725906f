"""The blocking keys of two records, rule by rule: why a run compares them, or what they lack.

How many records have a key they share is counted as a run does: rows that are equal in all that is
compared count as one where one stands for all.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import product

import numpy as np

from resolution.explanation.values import RuleKeys
from resolution.tables.api import Table
from resolution.tables.blocking import find_candidates
from resolution.tables.comparison import Comparison
from resolution.tables.copies import Copies, copies_among
from resolution.tables.explanation.lookups import Brought, SortedKeys, range_of
from resolution.tables.explanation.wording import (
    ACROSS_ONLY,
    BEYOND_BUDGET,
    CONTRADICTORY,
    EQUAL,
    NOTHING_SHARED,
    TOO_COMMON,
    UNLESS_CLOSED,
    rule_meaning,
)
from resolution.tables.ground import ranks_of
from resolution.tables.keys import Integers, record_keys, value_keys
from resolution.tables.model import Predicate, Rule, TableModel
from resolution.tables.records import MISSING, Records
from resolution.tables.variables.base import ManyKeys, keys_of_missing


class RunKeys:
    """The keys of a table's records as a run would take them; made when they are asked for."""

    def __init__(self, table: Table, model: TableModel, comparison: Comparison) -> None:
        """Take what a run would."""
        self._table = table
        self._model = model
        self._comparison = comparison
        self._functions = {
            (one.name, name): key for one in table.variables for name, key in one.predicates.items()
        }
        self._keys: dict[Rule, SortedKeys] = {}

    def by_rule(self, left: int, right: int) -> tuple[RuleKeys, ...]:
        """Return what two records share under each rule; nothing where that is not asked."""
        if self._are_copies(left, right):
            return ()
        return tuple(self._compared(rule, left, right) for rule in self._model.rules)

    def told(self, left: int, right: int, blocking: Sequence[RuleKeys]) -> str | None:
        """Tell why a run does not compare the two, or not by their keys; None where it does."""
        if self._are_copies(left, right):
            return EQUAL
        second = self._table.records.second_begins
        if second is not None and (left < second) == (right < second):
            return ACROSS_ONLY
        if any(one.brings_together for one in blocking):
            reason = self._beyond_budget(left, right)
        else:
            reason = TOO_COMMON if any(one.too_common for one in blocking) else NOTHING_SHARED
        if reason is None or self._model.pairs_per_record is None or second is not None:
            return reason
        return f"{reason} {UNLESS_CLOSED}"

    def _compared(self, rule: Rule, left: int, right: int) -> RuleKeys:
        sides = [self._of_record(rule, record) for record in (left, right)]
        shared = [key for key in dict.fromkeys(sides[0]) if key in sides[1]]
        too_common = [
            key
            for key in shared
            if rule.most_records is not None
            and self._records_with(rule, left, sides[0].index(key)) > rule.most_records
        ]
        name = rule_meaning(rule)
        return RuleKeys(
            rule=name,
            meaning=name,
            left=tuple(dict.fromkeys(sides[0])),
            right=tuple(dict.fromkeys(sides[1])),
            shared=tuple(shared),
            too_common=tuple(too_common),
            most_records=rule.most_records or len(self._table.records),
            brings_together=len(shared) > len(too_common),
        )

    def _of_record(self, rule: Rule, record: int) -> list[str]:
        """Return a record's keys in the order in which a run makes them."""
        parts = [self._of_predicate(one, record) for one in rule.predicates]
        return [" + ".join(key) for key in product(*parts)]

    def _of_predicate(self, predicate: Predicate, record: int) -> list[str]:
        column = self._table.records.columns[predicate.variable]
        number = column.numbers[record]
        if number == MISSING:
            return list(keys_of_missing(predicate.function))
        function = self._functions[predicate.variable, predicate.function]
        value = column.values[number]
        if isinstance(function, ManyKeys):
            _, keys = function.prepared([value])(0, 1)
            return [str(key) for key in keys.to_pylist()]
        return list(function(value))

    def _records_with(self, rule: Rule, record: int, key: int) -> int:
        """Return how many records have a record's key, known by its place among that record's."""
        if rule not in self._keys:
            parts = [
                value_keys(
                    self._distinct.columns[one.variable],
                    one.function,
                    self._functions[one.variable, one.function],
                )
                for one in rule.predicates
            ]
            self._keys[rule] = SortedKeys.of(record_keys(parts, len(self._distinct)))
        found = self._keys[rule]
        wanted = found.of_records.hashes[
            range_of(found.of_records.records, int(self._places[record]))[0] + key
        ]
        begin, end = (np.searchsorted(found.hashes, wanted, side) for side in ("left", "right"))
        return len(np.unique(found.records[begin:end]))

    def _beyond_budget(self, left: int, right: int) -> str | None:
        """Tell why a run that keeps a budget leaves out two that a rule brings together."""
        if self._model.pairs_per_record is None:
            return None
        ends = int(self._places[left]), int(self._places[right])
        if self._brought.contradict(*ends):
            return CONTRADICTORY
        return None if self._brought.share_a_block(*ends) else BEYOND_BUDGET

    def _are_copies(self, left: int, right: int) -> bool:
        return self._copies is not None and bool(self._places[left] == self._places[right])

    @cached_property
    def _brought(self) -> Brought:
        comparison = self._comparison.among(self._distinct)
        return Brought(
            find_candidates(self._distinct, self._table.variables, self._model, comparison)
        )

    @cached_property
    def _copies(self) -> Copies | None:
        records = self._table.records
        return copies_among(
            records,
            self._table.variables,
            self._model,
            self._comparison,
            self._model.threshold,
            ranks_of(records.ids),
        )

    @cached_property
    def _distinct(self) -> Records:
        return self._copies.distinct(self._table.records) if self._copies else self._table.records

    @cached_property
    def _places(self) -> Integers:
        return self._copies.places if self._copies else np.arange(len(self._table.records))
