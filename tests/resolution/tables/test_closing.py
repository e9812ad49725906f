from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from actors.progress import Silent
from resolution.tables import closing
from resolution.tables.closing import closing_pairs
from resolution.tables.fields import Field, Fields
from resolution.tables.model import Predicate, Rule, TableModel, Weight
from resolution.tables.records import Records, column_of
from resolution.tables.running import Resolved, run
from resolution.tables.scored import Scored
from resolution.tables.variables import variables_of

SIZE = 8
PAIRS = st.dictionaries(
    st.sampled_from(list(combinations(range(SIZE), 2))), st.sampled_from((0.2, 0.6, 0.9, 1.0))
)
FIELDS = Fields(
    "id",
    (
        Field("name", "Exact", "name"),
        Field("city", "Exact", "city"),
        Field("born", "Exact", "born"),
    ),
)


def scored(found: dict[tuple[int, int], float]) -> Scored:
    pairs = np.array(sorted(found), dtype=np.int32).reshape(-1, 2)
    return Scored(pairs[:, 0], pairs[:, 1], np.array([found[one] for one in sorted(found)]))


def closed(found: dict[tuple[int, int], float], most: int = 1000) -> list[tuple[int, int]]:
    left, right = closing_pairs(scored(found), SIZE, 0.5, most)
    return list(zip(left.tolist(), right.tolist(), strict=True))


@given(found=PAIRS)
def test_pairs_that_share_a_likely_neighbour_are_told_in_order_unless_they_are_known(
    found: dict[tuple[int, int], float],
) -> None:
    likely = {frozenset(pair) for pair, score in found.items() if score >= 0.5}

    expected = [
        (left, right)
        for left, right in combinations(range(SIZE), 2)
        if (left, right) not in found
        and any({left, third} in likely and {third, right} in likely for third in range(SIZE))
    ]

    assert closed(found) == expected


@given(found=PAIRS, most=st.integers(-1, 4))
def test_no_more_are_told_than_there_is_room_for_those_between_the_likeliest_first(
    found: dict[tuple[int, int], float], most: int
) -> None:
    some = closed(found, most)

    assert len(some) <= max(most, 0)
    assert set(some) <= set(closed(found))
    surest = {pair: score for pair, score in found.items() if score == 1.0}
    between = set(closed(surest)) - set(found)
    assert len(between) > most or between <= set(some)


def test_a_budget_beyond_all_pairs_takes_no_more_room_than_they_do() -> None:
    assert closed({(0, 1): 0.9, (1, 2): 0.9}, most=2**62) == [(0, 2)]


def test_a_record_among_namesakes_closes_nothing() -> None:
    star = {(0, other): 0.9 for other in range(1, SIZE)}

    assert len(closed(star)) == 21
    size = closing._MOST_NEIGHBOURS + 2
    crowd = Scored(
        np.zeros(size - 1, np.int32), np.arange(1, size, dtype=np.int32), np.full(size - 1, 0.9)
    )
    assert len(closing_pairs(crowd, size, 0.5, 10_000)[0]) == 0


def resolved(second_begins: int | None = None, pairs_per_record: float | None = 100.0) -> Resolved:
    """Resolve three records: the first shares a key with the second, the second with the third."""
    columns = {
        "name": column_of(["Ada Quill", "Ada Quill", "A. Quill"]),
        "city": column_of(["Port Amber", "Lund", "Lund"]),
        "born": column_of(["1950", "1950", "1950"]),
    }
    rules = tuple(Rule((Predicate(one, "wholeFieldPredicate"),)) for one in ("name", "city"))
    weights = (Weight("name", 0.5), Weight("city", 0.5), Weight("born", 2.0))
    model = TableModel(FIELDS, rules, weights, -1.6, 0.5, pairs_per_record, {})
    records = Records(["1", "2", "3"], columns, second_begins)
    return run(records, variables_of(FIELDS), model, Silent())


def test_what_lies_between_likely_neighbours_is_compared_before_clustering() -> None:
    found = resolved()

    pairs = list(zip(found.pairs.left.tolist(), found.pairs.right.tolist(), strict=True))
    assert pairs == [(0, 1), (0, 2), (1, 2)]
    assert found.report.pairs == 3
    assert found.clusters.largest == 3


def test_a_model_without_a_budget_and_two_tables_compare_what_rules_bring() -> None:
    assert resolved(pairs_per_record=None).report.pairs == 2
    assert resolved(second_begins=1).report.pairs == 1


@given(
    names=st.lists(st.sampled_from("abc"), min_size=2, max_size=30),
    pairs_per_record=st.sampled_from((0.1, 0.5, 1.0, 2.0, 4.0)),
)
def test_candidates_and_what_closes_them_keep_the_budget_together(
    names: list[str], pairs_per_record: float
) -> None:
    columns = {
        "name": column_of(names),
        "city": column_of([str(row // 2) for row in range(len(names))]),
        "born": column_of([str(row) for row in range(len(names))]),
    }
    rules = tuple(Rule((Predicate(one, "wholeFieldPredicate"),)) for one in ("name", "city"))
    model = TableModel(FIELDS, rules, (Weight("name", 1.0),), 0.5, 0.5, pairs_per_record, {})
    records = Records([str(row) for row in range(len(names))], columns)

    found = run(records, variables_of(FIELDS), model, Silent())

    assert found.report.pairs <= pairs_per_record * len(names)
    pairs = set(zip(found.pairs.left.tolist(), found.pairs.right.tolist(), strict=True))
    assert len(pairs) == found.report.pairs
