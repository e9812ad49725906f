from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from random import Random
from typing import Any, ClassVar

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from resolution.tables.blocking import candidate_pairs
from resolution.tables.blocks import blocks_of
from resolution.tables.candidates import Candidates, all_candidates, candidates_within, in_reach
from resolution.tables.model import Predicate, Rule
from resolution.tables.records import Records, column_of

Pair = tuple[int, int]
Rows = Sequence[tuple[str | None, str | None]]


@dataclass(frozen=True)
class Letters:
    """As much of a variable as blocking asks for."""

    name: str
    predicates: ClassVar = {"letters": tuple, "whole": lambda value: (value,)}


VALUES = st.one_of(st.none(), st.text("abcd", max_size=3))
ROWS = st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=12)
RULES = st.lists(
    st.builds(
        Rule,
        st.lists(
            st.builds(
                Predicate, st.sampled_from(["one", "two"]), st.sampled_from(["letters", "whole"])
            ),
            min_size=1,
            max_size=2,
        ).map(tuple),
        st.sampled_from([None, 2, 4]),
    ),
    min_size=1,
    max_size=3,
)
VARIABLES: Any = tuple(Letters(name) for name in ("one", "two"))


def records_of(rows: Rows, second: int | None = None) -> Records:
    columns = zip(*rows, strict=True)
    named = {
        name: column_of(list(column)) for name, column in zip(("one", "two"), columns, strict=True)
    }
    return Records([str(number) for number in range(len(rows))], named, second)


def everything(records: Records, rules: list[Rule]) -> Candidates:
    return all_candidates(blocks_of(records, VARIABLES, rules), len(records), None)


def plain_blocks(rows: Rows, rule: Rule) -> Iterable[set[int]]:
    blocks: dict[tuple[str, ...], set[int]] = {}
    for number, row in enumerate(rows):
        parts = []
        for predicate in rule.predicates:
            value = row[("one", "two").index(predicate.variable)]
            keys = (
                () if value is None else (value,) if predicate.function == "whole" else tuple(value)
            )
            parts.append(keys)
        for key in product(*parts):
            blocks.setdefault(key, set()).add(number)
    return (block for block in blocks.values() if len(block) <= (rule.most_records or len(rows)))


def plain_pairs(rows: Rows, rules: Iterable[Rule], second: int | None) -> list[Pair]:
    found = {
        pair
        for rule in rules
        for block in plain_blocks(rows, rule)
        for pair in combinations(sorted(block), 2)
        if second is None or pair[0] < second <= pair[1]
    }
    return sorted(found)


def pairs_of(left: np.ndarray, right: np.ndarray) -> list[Pair]:
    return list(zip(left.tolist(), right.tolist(), strict=True))


@given(ROWS, RULES, st.integers(0, 12))
def test_pairs_are_those_that_share_a_key_each_once_and_in_order(
    rows: Rows, rules: list[Rule], second: int
) -> None:
    second = second if 0 < second < len(rows) else None

    found = candidate_pairs(records_of(rows, second), VARIABLES, rules)

    assert pairs_of(*found) == plain_pairs(rows, rules, second)


@given(ROWS, RULES, st.integers(1, 9))
def test_batches_of_any_size_are_all_pairs_in_order(
    rows: Rows, rules: list[Rule], most_pairs: int
) -> None:
    candidates = everything(records_of(rows), rules)

    batches = list(candidates.batches(most_pairs=most_pairs))

    joined = [pair for _, left, right in batches for pair in pairs_of(left, right)]
    assert joined == pairs_of(*candidates.all())
    assert len(joined) == candidates.count
    ends = [0, *(end for end, _, _ in batches)]
    for begin, (_, left, _) in zip(ends, batches, strict=False):
        [_, first, _] = next(iter(candidates.batches(begin, most_pairs)))
        assert first.tolist() == left.tolist()


@given(ROWS, RULES, st.floats(0.0, 3.0))
def test_a_budget_is_kept_by_the_smallest_blocks(
    rows: Rows, rules: list[Rule], budget: float
) -> None:
    records = records_of(rows)
    everything = set(plain_pairs(rows, rules, None))

    blocks = blocks_of(records, VARIABLES, rules)
    reached = in_reach(blocks, len(rows), None, budget * len(rows))
    found = candidates_within(reached, reached.codes, budget * len(rows))

    kept = set(pairs_of(*found.all()))
    assert kept <= everything
    assert len(kept) == found.count <= budget * len(rows)
    sizes = found.blocks.sizes
    assert sizes[: found.kept].max(initial=0) <= sizes[found.kept :].min(initial=len(rows))
    if found.kept < len(sizes):
        begin, end = found.blocks.begins[found.kept : found.kept + 2]
        members = found.blocks.records[begin:end].tolist()
        assert len(kept | set(combinations(members, 2))) > budget * len(rows)


@given(ROWS, RULES, st.randoms())
def test_the_order_of_rows_does_not_change_who_is_compared(
    rows: Rows, rules: list[Rule], random: Random
) -> None:
    place = list(range(len(rows)))
    random.shuffle(place)
    moved = [rows[place.index(number)] for number in range(len(rows))]

    here = candidate_pairs(records_of(rows), VARIABLES, rules)
    there = candidate_pairs(records_of(moved), VARIABLES, rules)

    assert {frozenset((place[one], place[other])) for one, other in pairs_of(*here)} == {
        frozenset(pair) for pair in pairs_of(*there)
    }


def test_a_key_that_too_many_share_is_counted_and_brings_nothing() -> None:
    records = records_of([("a", None)] * 5 + [("b", None)] * 2)
    rule = Rule((Predicate("one", "whole"),), 3)

    found = everything(records, [rule])

    assert found.blocks.crowded == (1,)
    assert pairs_of(*found.all()) == [(5, 6)]


@given(ROWS, RULES, st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=12))
def test_pairs_that_contradict_are_left_out(
    rows: Rows, rules: list[Rule], codes: list[Pair]
) -> None:
    coded = np.array(codes[: len(rows)], dtype=np.int32)
    found = everything(records_of(rows), rules)

    within = candidates_within(found, coded, np.inf)

    agreeing = [
        (one, other)
        for one, other in pairs_of(*found.all())
        if not any(
            left and right and left != right
            for left, right in zip(coded[one], coded[other], strict=True)
        )
    ]
    assert pairs_of(*within.all()) == agreeing
    assert within.count == len(agreeing)
