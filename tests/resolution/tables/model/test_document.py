import json
from pathlib import Path
from typing import Any

import pytest

from actors.errors import ModelError
from resolution.tables import table_of
from resolution.tables.api import check_fit
from resolution.tables.fields import parsed_fields
from resolution.tables.model import (
    Predicate,
    Rule,
    TableModel,
    Weight,
    model_version,
    read_model,
    write_model,
)

FIELDS = parsed_fields(
    {"id": "id", "fields": [{"field": "name", "type": "Exact", "has_missing": True}]}, "FIELDS.json"
)
RULE = Rule((Predicate("name", "wholeFieldPredicate"),), 60)
MODEL = TableModel(
    fields=FIELDS,
    rules=(RULE, Rule((*RULE.predicates, Predicate("name", "Exists")))),
    weights=(Weight("name", 1 / 3), Weight("name: both known", -2.5)),
    bias=-3.25,
    threshold=0.5,
    pairs_per_record=20.0,
    trained_on={"labels": 12, "note": "Übung"},
)


def written(folder: Path, **changes: object) -> Path:
    """Write the model's document with some of its parts changed."""
    path = folder / "model.json"
    write_model(MODEL, path)
    document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(document | changes), "utf-8")
    return path


def test_a_model_reads_back_the_same_and_the_same_model_is_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"

    write_model(MODEL, first)
    write_model(read_model(first), second)

    assert read_model(first) == MODEL
    assert first.read_bytes() == second.read_bytes()
    assert "Übung" in first.read_text("utf-8")
    assert model_version(read_model(first)) == model_version(MODEL)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": "something/2"}, ["format", '"something/2" is not "dramatis-table-model/1"']),
        ({"threshold": 2}, ["threshold: 2 is above 1"]),
        ({"weights": [{"feature": "name"}]}, ["weights, entry 1 (name): lacks weight"]),
        ({"bias": "high"}, ['bias: "high" is not a number']),
        ({"rules": [{"predicates": [], "mostRecords": 3}]}, ["predicates: [] is empty"]),
        ({"pairsPerRecord": 0}, ["pairsPerRecord: 0 is not above 0"]),
        ({"pickle": "x"}, ["pickle means nothing here"]),
        ({"table": {"id": "id"}}, ["table: lacks fields"]),
        ({"weights": [{"feature": "name", "weight": 1}] * 2}, ["weights: name has two weights"]),
        ({"trainedOn": {"records": 0}}, ["trainedOn, records: 0 is below 1"]),
        ({"trainedOn": {"records": 2.5}}, ["trainedOn, records: 2.5 is not a whole number"]),
        ({"trainedOn": {"records": True}}, ["trainedOn, records: true is not a whole number"]),
        ({"trainedOn": {"note": "\ud800"}}, ["half a letter"]),
    ],
)
def test_a_model_that_cannot_be_used_is_told_with_the_place(
    changes: dict[str, object], words: list[str], tmp_path: Path
) -> None:
    path = written(tmp_path, **changes)

    with pytest.raises(ModelError) as told:
        read_model(path)

    assert str(path) in str(told.value)
    for word in words:
        assert word in str(told.value)


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e400", "9" * 400, "9" * 5000, "-" + "9" * 20]
)
def test_a_number_that_nothing_can_be_counted_with_is_told(number: str, tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text("utf-8").replace("-3.25", number), "utf-8")

    with pytest.raises(ModelError, match=r"model\.json: .+ is no number that can be counted with"):
        read_model(path)


@pytest.mark.parametrize("text", ["", "{", "\x80", "[" * 200_000, '{"a":' * 200_000])
def test_a_file_that_is_no_model_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(text, "latin-1")

    with pytest.raises(ModelError, match=r"model\.json"):
        read_model(path)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {
                "rules": [
                    {"predicates": [{"variable": "name", "function": "x"}], "mostRecords": None}
                ]
            },
            ["rule 1", "'x' of 'name'"],
        ),
        ({"weights": [{"feature": "surname", "weight": 1}]}, ["surname"]),
    ],
)
def test_a_model_that_names_what_its_variables_lack_is_told(
    changes: dict[str, object], words: list[str], tmp_path: Path
) -> None:
    model = read_model(written(tmp_path, **changes))
    table = table_of(model.fields, [{"id": "1", "name": "Orla"}])

    with pytest.raises(ModelError) as told:
        check_fit(model, table.variables)

    for word in words:
        assert word in str(told.value)
