from dataclasses import replace

import numpy as np
import pytest

from resolution.tables.fields import Fields
from resolution.tables.growth import grown
from resolution.tables.model import Predicate, Rule, TableModel

MODEL = TableModel(
    fields=Fields("id", ()),
    rules=(Rule((Predicate("name", "whole"),), 10), Rule((Predicate("name", "joined"),))),
    weights=(),
    bias=-2.0,
    threshold=0.4,
    pairs_per_record=150.0,
    trained_on={"records": 1000},
)


def test_a_model_stays_as_it_is_on_a_table_of_its_own_size() -> None:
    assert grown(MODEL, 1000) == MODEL


@pytest.mark.parametrize("records", [0, 1, 100])
def test_on_a_smaller_table_only_the_prior_changes(records: int) -> None:
    smaller = grown(MODEL, records)

    assert smaller.bias > MODEL.bias
    assert replace(smaller, bias=MODEL.bias) == MODEL


@pytest.mark.parametrize("change", [{"pairs_per_record": None}, {"trained_on": {}}])
def test_a_model_without_budget_or_size_stays_as_it_is(change: dict[str, object]) -> None:
    model = replace(MODEL, **change)  # type: ignore[arg-type]

    assert grown(model, 1_000_000) is model


def test_the_same_evidence_proves_less_the_larger_the_table() -> None:
    biases = [grown(MODEL, records).bias for records in (100, 1000, 10_000, 100_000)]

    assert np.diff(biases) == pytest.approx([np.diff(biases)[0]] * 3)
    assert -np.log(10) < biases[1] - biases[0] < 0


def test_keys_are_shared_by_more_and_pairs_a_record_become_fewer() -> None:
    larger, huge = grown(MODEL, 3000), grown(MODEL, 10_000_000)

    assert [rule.most_records for rule in larger.rules] == [30, None]
    assert larger.pairs_per_record == 150.0
    assert [rule.most_records for rule in huge.rules] == [100, None]
    assert huge.pairs_per_record == 20.0
    assert huge.threshold == MODEL.threshold
