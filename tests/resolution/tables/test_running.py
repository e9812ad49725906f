from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from actors.errors import RunInProgress
from actors.progress import Silent
from resolution.tables import candidates as batching
from resolution.tables.blocking import find_candidates
from resolution.tables.comparison import Comparison
from resolution.tables.fields import Field, Fields
from resolution.tables.model import Predicate, Rule, TableModel, Weight
from resolution.tables.records import Records, column_of
from resolution.tables.running import Resolved, run
from resolution.tables.variables import Variable, variables_of
from resolution.tables.workplace import Workplace, workplace

Table = tuple[Records, tuple[Variable, ...]]

FIELDS = Fields("id", (Field("name", "Exact", "name"), Field("city", "Exact", "city")))
MODEL = TableModel(
    fields=FIELDS,
    rules=(
        Rule((Predicate("name", "wholeFieldPredicate"),)),
        Rule((Predicate("city", "wholeFieldPredicate"),), most_records=30),
    ),
    weights=(Weight("name", 4.0), Weight("city", 1.0)),
    bias=-3.0,
    threshold=0.5,
    pairs_per_record=None,
    trained_on={},
)


class Interrupted(Silent):
    """Presses Ctrl-C after some batches."""

    def __init__(self, batches: int) -> None:
        self.left = batches
        self.stages: list[str] = []

    def stage(self, name: str, total: int | None = None) -> None:  # noqa: ARG002
        self.stages.append(name)

    def advance(self, count: int = 1) -> None:  # noqa: ARG002
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt


@pytest.fixture
def table() -> Table:
    """Sixty records; twenty names and seven cities, some of them missing."""
    size = 60
    names = [None if row % 11 == 0 else f"name {row % 20}" for row in range(size)]
    cities = [None if row % 7 == 3 else f"city {row % 7}" for row in range(size)]
    ids = [f"{(row * 37) % size:02}" for row in range(size)]
    columns = {"name": column_of(names), "city": column_of(cities)}
    return Records(ids, columns), variables_of(FIELDS)


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "table.csv").write_text("id,name,city\n")
    return tmp_path / "work", tmp_path / "table.csv"


def same(one: Resolved, other: Resolved) -> bool:
    return all(
        np.array_equal(getattr(one.pairs, name), getattr(other.pairs, name))
        for name in ("left", "right", "scores")
    ) and np.array_equal(one.clusters.numbers, other.clusters.numbers)


def test_a_run_tells_pairs_clusters_and_what_it_did(table: Table) -> None:
    found = run(*table, MODEL, Silent())

    together = found.clusters.numbers[1::20]
    assert len(set(together.tolist())) == 1
    report = found.report
    assert report.records == 60
    assert report.pairs == len(found.pairs)
    assert report.largest == np.bincount(found.clusters.numbers).max()
    assert report.clusters == len(set(found.clusters.numbers.tolist()))
    assert list(report.seconds) == [
        "preparation", "blocking", "comparison", "closing", "clustering"
    ]  # fmt: skip


def test_a_threshold_takes_the_place_of_the_model_s(table: Table) -> None:
    strict = run(*table, MODEL, Silent(), threshold=0.99)

    assert strict.report.threshold == 0.99
    assert strict.report.largest == 1


def test_any_batches_give_the_same_bits(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run(*table, MODEL, Silent())
    monkeypatch.setattr(batching.Candidates.batches, "__defaults__", (0, 5))

    assert same(whole, run(*table, MODEL, Silent()))


def test_an_interrupted_run_goes_on_where_it_was(
    table: Table, place: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batching.Candidates.batches, "__defaults__", (0, 5))
    whole = run(*table, MODEL, Silent())
    parent, path = place
    first, second = Interrupted(3), Interrupted(0)

    with pytest.raises(KeyboardInterrupt), workplace(parent, [path], MODEL) as work:
        run(*table, MODEL, first, workplace=work)
    [folder] = parent.iterdir()
    with (folder / "left.bin").open("ab") as column:
        column.write(b"half a batch")
    with workplace(parent, [path], MODEL) as work:
        reached = work.next_record
        resumed = run(*table, MODEL, second, workplace=work)

    assert reached > 0
    assert same(whole, resumed)
    assert -second.left == (
        len(list(find_candidates(*table, MODEL, Comparison(*table)).batches())) - 3
    )
    assert list(parent.iterdir()) == []


def test_another_model_or_table_does_not_go_on_from_what_is_left(place: tuple[Path, Path]) -> None:
    parent, path = place
    with pytest.raises(KeyboardInterrupt), workplace(parent, [path], MODEL):
        raise KeyboardInterrupt

    with workplace(parent, [path], replace(MODEL, bias=-2.0)):
        assert len(list(parent.iterdir())) == 2
    path.write_text("id,name,city\n1,a,b\n")
    with workplace(parent, [path], MODEL):
        assert len(list(parent.iterdir())) == 2


def test_two_runs_do_not_share_a_workplace(place: tuple[Path, Path]) -> None:
    parent, path = place

    with (
        workplace(parent, [path], MODEL),
        pytest.raises(RunInProgress, match="another run"),
        workplace(parent, [path], MODEL),
    ):
        pass


def test_the_order_of_rows_does_not_change_who_is_who(table: Table) -> None:
    records, variables = table
    order = np.random.default_rng(1).permutation(len(records))
    columns = {
        name: column_of(
            [
                None if (number := column.numbers[row]) < 0 else column.values[number]
                for row in order
            ]
        )
        for name, column in records.columns.items()
    }
    moved = Records([records.ids[row] for row in order], columns)

    here, there = run(*table, MODEL, Silent()), run(moved, variables, MODEL, Silent())

    def entities(found: Resolved, ids: Sequence[str]) -> set[frozenset[str]]:
        groups: dict[int, set[str]] = {}
        for number, name in zip(found.clusters.numbers.tolist(), ids, strict=True):
            groups.setdefault(number, set()).add(name)
        return {frozenset(one) for one in groups.values()}

    assert entities(here, records.ids) == entities(there, moved.ids)


def test_what_a_workplace_holds_comes_back_as_it_was(tmp_path: Path, table: Table) -> None:
    records, variables = table
    linked = Records(records.ids, records.columns, 30)

    here = run(linked, variables, MODEL, Silent(), workplace=Workplace(tmp_path))
    again = run(linked, variables, MODEL, Silent(), workplace=Workplace(tmp_path))

    assert same(here, again)
    assert here.report.pairs == again.report.pairs == len(again.pairs)
    assert (here.pairs.left < 30).all()
    assert (here.pairs.right >= 30).all()
