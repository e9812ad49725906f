from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.progress import Silent
from resolution.tables.blocks import blocks_of
from resolution.tables.candidates import all_candidates
from resolution.tables.clustering import Clusters, cluster_pairs
from resolution.tables.comparison import Comparison, feature_names
from resolution.tables.fields import Field, Fields
from resolution.tables.model import Predicate, Rule, TableModel, Weight
from resolution.tables.records import Records, column_of
from resolution.tables.running import Resolved, run
from resolution.tables.scoring import scores
from resolution.tables.variables import variables_of
from resolution.tables.workplace import Workplace

Row = tuple[str | None, str | None]

FIELDS = Fields("id", (Field("name", "Exact", "name"), Field("city", "Exact", "city")))
MODEL = TableModel(
    fields=FIELDS,
    rules=(
        Rule((Predicate("name", "wholeFieldPredicate"),), most_records=10),
        Rule((Predicate("city", "wholeFieldPredicate"),), most_records=10),
    ),
    weights=(Weight("name", 4.0), Weight("city", 1.0)),
    bias=-3.0,
    threshold=0.5,
    pairs_per_record=1000.0,
    trained_on={},
)
UNLIMITED = replace(MODEL, rules=tuple(replace(rule, most_records=None) for rule in MODEL.rules))
VARIABLES = variables_of(FIELDS)
IDENTICAL = 1 / (1 + np.exp(-2.0))
PERSON: Row = ("Ada Quill", "Port Amber")


def table(
    rows: Sequence[Row], second_begins: int | None = None, ids: Sequence[str] = ()
) -> Records:
    names, cities = zip(*rows, strict=True)
    columns = {"name": column_of(names), "city": column_of(cities)}
    return Records(ids or [f"{row:05}" for row in range(len(rows))], columns, second_begins)


def others(count: int) -> list[Row]:
    return [(f"name {row // 2}", f"city {row}") for row in range(count)]


def groups(numbers: np.ndarray, ids: Sequence[str] | None = None) -> set[frozenset[object]]:
    found: dict[int, set[object]] = {}
    for row, number in enumerate(numbers.tolist()):
        found.setdefault(number, set()).add(ids[row] if ids else row)
    return {frozenset(members) for members in found.values()}


def resolved(records: Records, model: TableModel = MODEL) -> Resolved:
    return run(records, VARIABLES, model, Silent())


@pytest.mark.parametrize("copies", [2, 11, 50])
def test_any_number_of_copies_of_a_row_are_one(copies: int) -> None:
    found = resolved(table([*others(5000), *[PERSON] * copies]))

    together = set(range(5000, 5000 + copies))
    assert groups(found.clusters.numbers) == {
        *(frozenset((row, row + 1)) for row in range(0, 5000, 2)),
        frozenset(together),
    }
    assert found.clusters.confidence[5000:] == pytest.approx(IDENTICAL)
    shown = found.pairs.left >= 5000
    assert (found.pairs.left[shown] == 5000).all()
    assert sorted(found.pairs.right[shown].tolist()) == sorted(together - {5000})
    assert found.pairs.scores[shown] == pytest.approx(IDENTICAL)
    assert found.report.records == 5000 + copies
    assert found.report.pairs == len(found.pairs)
    assert found.report.crowded_keys == 0


def test_of_two_tables_no_row_stands_for_another() -> None:
    """Equal rows of one table, put together unasked, were most of DBLP-ACM's wrong pairs."""
    rows = [*others(20), PERSON, PERSON, PERSON, ("someone", "else")]

    found = resolved(table(rows, second_begins=22))

    compared = set(zip(found.pairs.left.tolist(), found.pairs.right.tolist(), strict=True))
    assert {(20, 22), (21, 22)} <= compared
    assert (20, 21) not in compared


def test_without_a_budget_every_pair_that_shares_a_key_is_compared() -> None:
    found = resolved(table([PERSON] * 3), replace(MODEL, pairs_per_record=None))

    assert len(found.pairs) == 3


def test_copies_that_the_model_does_not_take_for_one_stay_apart() -> None:
    found = resolved(table([PERSON] * 17), replace(MODEL, bias=-6.0))

    assert len(groups(found.clusters.numbers)) == 17
    assert len(found.pairs) == 0


def test_rows_without_any_value_are_nobody_s_copies() -> None:
    found = resolved(table([(None, None)] * 5), replace(MODEL, bias=3.0))

    assert len(groups(found.clusters.numbers)) == 5


def test_the_order_of_rows_does_not_change_what_copies_are_part_of() -> None:
    rows = [*others(30), *[PERSON] * 20, ("Ada Quill", "Hill"), *[(None, "Hill")] * 3]
    order = np.random.default_rng(3).permutation(len(rows)).tolist()
    ids = [f"{row:05}" for row in order]

    here, there = resolved(table(rows)), resolved(table([rows[row] for row in order], ids=ids))

    assert groups(here.clusters.numbers) == {
        frozenset(int(str(one)) for one in group) for group in groups(there.clusters.numbers, ids)
    }
    assert here.clusters.confidence[order] == pytest.approx(there.clusters.confidence)
    assert (np.diff(there.pairs.left) >= 0).all()
    shown = {
        frozenset((order[left], order[right]))
        for left, right in zip(there.pairs.left, there.pairs.right, strict=True)
    }
    assert shown == set(map(frozenset, zip(here.pairs.left, here.pairs.right, strict=True)))


def test_a_run_with_another_threshold_does_not_go_on_from_other_records(tmp_path: Path) -> None:
    records = table([*others(30), *[PERSON] * 5])

    def at(threshold: float) -> Resolved:
        work = Workplace(tmp_path)
        return run(records, VARIABLES, MODEL, Silent(), threshold=threshold, workplace=work)

    joined, apart, again = at(0.5), at(0.99), at(0.5)

    assert (joined.report.largest, apart.report.largest) == (5, 1)
    assert apart.report.pairs == joined.report.pairs + 6
    assert (again.clusters.numbers == joined.clusters.numbers).all()
    assert again.report.pairs == joined.report.pairs


def plain(records: Records) -> Clusters:
    """Cluster every record for itself."""
    found = all_candidates(blocks_of(records, VARIABLES, UNLIMITED.rules), len(records), None)
    left, right = found.all()
    features = Comparison(records, VARIABLES).features(left, right)
    likely = scores(features, feature_names(VARIABLES), UNLIMITED)
    return cluster_pairs(len(records), left, right, likely, UNLIMITED.threshold)


@pytest.mark.parametrize("seed", range(40))
def test_without_limits_clusters_are_those_of_every_record_for_itself(seed: int) -> None:
    random = np.random.default_rng(seed)
    names, cities = random.integers(0, 4, 16), random.integers(0, 4, 16)
    records = table(
        [(f"name {one}", f"city {other}") for one, other in zip(names, cities, strict=True)]
    )

    found, expected = resolved(records, UNLIMITED).clusters, plain(records)

    assert (found.numbers == expected.numbers).all()
    assert found.confidence == pytest.approx(expected.confidence)


@given(st.data())
def test_copies_weigh_as_much_as_if_each_were_clustered_for_itself(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 6))
    pairs = [(one, other) for one in range(size) for other in range(one + 1, size)]
    # Sums of such scores are exact, so that equal averages are equal either way.
    score = {
        pair: data.draw(st.integers(1, 63)) / 64
        for pair in data.draw(st.lists(st.sampled_from(pairs), unique=True))
    }
    counts = np.array(data.draw(st.lists(st.integers(1, 4), min_size=size, max_size=size)))
    of_each = np.concatenate([np.arange(size), np.repeat(np.arange(size), counts - 1)])
    every = {
        (one, other): score.get((min(pair), max(pair)), float(pair[0] == pair[1]))
        for one in range(len(of_each))
        for other in range(one + 1, len(of_each))
        for pair in [(int(of_each[one]), int(of_each[other]))]
    }

    def clustered(nodes: int, found: dict[tuple[int, int], float], **more: np.ndarray) -> Clusters:
        ends = np.array(list(found), dtype=np.int64).reshape(-1, 2)
        return cluster_pairs(
            nodes, ends[:, 0], ends[:, 1], np.array(list(found.values())), 0.5, **more
        )

    whole = clustered(len(of_each), {pair: value for pair, value in every.items() if value > 0})
    found = clustered(size, score, counts=counts, own_scores=np.ones(size))

    assert (found.numbers[of_each] == whole.numbers).all()
    assert found.confidence[of_each] == pytest.approx(whole.confidence)
