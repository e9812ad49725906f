"""Blocking rules: those that find most likely matches for the pairs they cost.

dedupe covers the labelled matches with the cheapest few predicates; what no label shows is lost.
Here every pair of the wide pool counts with its learned probability, so that a rule is judged by
thousands of likely matches, of which a hundred may be labelled. Rules are taken greedily, by likely
matches found for each pair compared, until the budget of pairs is used or nothing is left to find.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from resolution.learning.tables.pool import CandidateRule, Pool
from resolution.odds import probabilities
from resolution.tables.model import Rule
from resolution.tables.variables import Floats

_BOUNDS = (5, 10, 20, 40, 60, 100, 200, 500, 1000)
_KEYS_COST = 0.5
"""What making a rule's keys costs, in pairs compared for each record."""
_LEAST_GAIN = 2e-4
"""A rule must bring at least this part of all likely matches."""
_AGAIN = 0.05
"""What finding a match is worth that one rule finds already: records to come may lack its key."""
_HARDLY = 0.05
"""Chances below this count as none."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rules of a model, and what is expected of them."""

    rules: tuple[Rule, ...]
    recall: float
    """Which part of the pool's likely matches they find."""
    found: npt.NDArray[np.bool_]
    """Which pairs of the pool they find."""


def choose_rules(pool: Pool, odds: Floats, records: int, pairs_per_record: float) -> Chosen:
    """Return rules within the budget."""
    chance = probabilities(odds)
    worth = np.where(chance > _HARDLY, chance, 0.0)
    total = max(float(worth.sum()), 1e-9)
    found = np.zeros(len(worth), dtype=np.int8)
    spent = 0.0
    chosen: dict[int, int] = {}
    queue = [
        (-_gain(rule, bound, worth, found) / _cost(rule, bound, records), number, bound)
        for number, rule in enumerate(pool.rules)
        for bound in _bounds(rule)
    ]
    heapq.heapify(queue)
    while queue:
        value, number, bound = heapq.heappop(queue)
        rule = pool.rules[number]
        if chosen.get(number, 0) >= bound:
            continue
        before = _cost(rule, chosen[number], records) if number in chosen else 0.0
        cost = _cost(rule, bound, records) - before
        gain = _gain(rule, bound, worth, found, chosen.get(number, 0))
        if gain < _LEAST_GAIN * total or spent + cost > pairs_per_record:
            continue
        now = -gain / cost
        if queue and now > queue[0][0] + 1e-12 and now > value + 1e-12:
            heapq.heappush(queue, (now, number, bound))
            continue
        spent += cost
        _mark(rule, chosen.get(number, 0), bound, found)
        chosen[number] = bound
    rules = tuple(
        Rule(pool.rules[number].predicates, bound) for number, bound in sorted(chosen.items())
    )
    return Chosen(rules, float(worth[found > 0].sum()) / total, found > 0)


def _bounds(rule: CandidateRule) -> Sequence[int]:
    """Return the bounds that change what the rule finds."""
    largest = int(rule.sizes.max(initial=0))
    smaller = [bound for bound in _BOUNDS if bound < largest]
    return [*smaller, next((bound for bound in _BOUNDS if bound >= largest), largest)]


def _cost(rule: CandidateRule, bound: int, records: int) -> float:
    """Return the pairs that a rule compares for each record, and its keys."""
    return rule.cost(bound) / max(records, 1) + _KEYS_COST


def _gain(
    rule: CandidateRule,
    bound: int,
    worth: Floats,
    found: npt.NDArray[np.int8],
    before: int = 0,
) -> float:
    """Return the likely matches in blocks above `before` and up to `bound`."""
    rows = rule.rows[(rule.sizes <= bound) & (rule.sizes > before)]
    times = found[rows]
    return float(worth[rows[times == 0]].sum() + _AGAIN * worth[rows[times == 1]].sum())


def _mark(rule: CandidateRule, before: int, bound: int, found: npt.NDArray[np.int8]) -> None:
    rows = rule.rows[(rule.sizes <= bound) & (rule.sizes > before)]
    found[rows] = np.minimum(found[rows] + 1, 2)
