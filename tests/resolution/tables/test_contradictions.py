from dataclasses import replace

import numpy as np
import pytest

from resolution.tables import api
from resolution.tables.blocking import find_candidates
from resolution.tables.blocks import blocks_of
from resolution.tables.candidates import all_candidates
from resolution.tables.comparison import Comparison
from resolution.tables.contradictions import contradictions
from resolution.tables.explanation import Explainer
from resolution.tables.fields import Field, Fields
from resolution.tables.model import Predicate, Rule, TableModel, Weight
from resolution.tables.records import Records, column_of
from resolution.tables.variables import Variable, variables_of

FIELDS = Fields(
    "id",
    (
        Field("name", "Exact", "name"),
        Field("born", "Exact", "born"),
        Field("city", "Exact", "city"),
    ),
)
MODEL = TableModel(
    fields=FIELDS,
    rules=(Rule((Predicate("name", "wholeFieldPredicate"),)),),
    weights=(Weight("name", 1.0), Weight("born", 14.0), Weight("city", 1.0)),
    bias=-12.0,
    threshold=0.5,
    pairs_per_record=1.0,
    trained_on={},
)
Table = tuple[Records, tuple[Variable, ...]]


@pytest.fixture
def table() -> Table:
    """Two hundred records of forty namesakes each; those born in one year are one."""
    size = 200
    columns = {
        "name": column_of([f"name {row % 5}" for row in range(size)]),
        "born": column_of([None if row % 7 == 0 else f"{1950 + row // 15}" for row in range(size)]),
        "city": column_of([f"city {row % 3}" for row in range(size)]),
    }
    return Records([str(row) for row in range(size)], columns), variables_of(FIELDS)


def codes_of(table: Table) -> np.ndarray:
    records, variables = table
    found = all_candidates(blocks_of(records, variables, MODEL.rules), len(records), None)
    return contradictions(records, variables, MODEL, Comparison(*table), found)


def test_what_the_model_never_takes_for_one_contradicts_and_nothing_else(table: Table) -> None:
    born = table[0].columns["born"].numbers

    codes = codes_of(table)

    assert codes.shape == (200, 1)
    assert ((codes[:, 0] == 0) == (born < 0)).all()
    known = born >= 0
    same = born[known][:, None] == born[known]
    assert (same == (codes[known, 0][:, None] == codes[known, 0])).all()


def test_a_budget_that_binds_is_spent_on_pairs_that_do_not_contradict(table: Table) -> None:
    records, variables = table

    found = find_candidates(records, variables, MODEL, Comparison(*table))

    left, right = found.all()
    born = records.columns["born"].numbers
    assert found.count <= MODEL.pairs_per_record * len(records)
    assert not ((born[left] >= 0) & (born[right] >= 0) & (born[left] != born[right])).any()


def test_where_every_block_is_beyond_the_budget_there_are_no_pairs(table: Table) -> None:
    model = replace(MODEL, pairs_per_record=0.001)

    assert find_candidates(*table, model, Comparison(*table)).count == 0


def test_who_is_left_out_for_a_contradiction_is_not_told_that_room_was_lacking(
    table: Table,
) -> None:
    """Whoever read of the budget alone would have raised it in vain."""
    records, variables = table

    found = Explainer(api.Table(FIELDS, variables, records), MODEL).outcome(1, 16)

    assert found.contradictions == (("born", "1950", "1951"),)
    assert "they differ in born (1950 / 1951), in which hardly any match here differs" in found.text
