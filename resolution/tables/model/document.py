"""Models of tables as JSON files: read strictly, written so that the same model is the same bytes.

A file that does not fit `table-model.schema.json` is refused with the place where it does not;
nothing is ever unpickled.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from jsonschema import Draft202012Validator

from actors.errors import FieldsError, ModelError
from actors.replacing import replaced
from resolution.jsonfiles import read_document
from resolution.mistakes import first_mistake
from resolution.tables.fields import as_document, parsed_fields
from resolution.tables.model.values import Predicate, Rule, TableModel, Weight

FORMAT = "dramatis-table-model/1"


def read_model(path: Path) -> TableModel:
    """Read a model from a file; a ModelError says what is wrong with it, and where."""
    document = read_document(path, "the model", ModelError)
    if not isinstance(document, dict) or "format" not in document:
        raise ModelError(f"{path}: is no model; expected what `dramatis dedupe train` wrote")
    mistake = first_mistake(_validator(), document)
    if mistake:
        raise ModelError(f"{path}: {mistake}")
    twice = _first_twice([one["feature"] for one in document["weights"]])
    if twice is not None:
        raise ModelError(f"{path}, weights: {twice} has two weights; leave one")
    try:
        return _model(document, path)
    except FieldsError as error:
        raise ModelError(str(error)) from error


def write_model(model: TableModel, path: Path) -> None:
    """Write a model; the same model gives the same bytes."""
    with replaced(path) as beside:
        beside.write_text(as_json(model), "utf-8")


def model_version(model: TableModel) -> str:
    """Return a hash of the model's content, as `table@1f0c2d3e`."""
    return f"table@{hashlib.sha256(as_json(model).encode()).hexdigest()[:8]}"


def as_json(model: TableModel) -> str:
    """Return the model as the text of its file."""
    document = {
        "format": FORMAT,
        "table": as_document(model.fields),
        "rules": [
            {
                "predicates": [
                    {"variable": one.variable, "function": one.function} for one in rule.predicates
                ],
                "mostRecords": rule.most_records,
            }
            for rule in model.rules
        ],
        "weights": [{"feature": one.feature, "weight": one.weight} for one in model.weights],
        "bias": model.bias,
        "threshold": model.threshold,
        "pairsPerRecord": model.pairs_per_record,
        "trainedOn": dict(model.trained_on),
    }
    return json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _first_twice(names: Sequence[str]) -> str | None:
    return next((name for place, name in enumerate(names) if name in names[:place]), None)


def _model(given: Mapping[str, object], path: Path) -> TableModel:
    # The schema has checked every type.
    document: dict = given  # type: ignore[type-arg,assignment]
    return TableModel(
        fields=parsed_fields(document["table"], f"{path}, table"),
        rules=tuple(
            Rule(
                tuple(Predicate(one["variable"], one["function"]) for one in rule["predicates"]),
                rule["mostRecords"],
            )
            for rule in document["rules"]
        ),
        weights=tuple(Weight(one["feature"], float(one["weight"])) for one in document["weights"]),
        bias=float(document["bias"]),
        threshold=float(document["threshold"]),
        pairs_per_record=document["pairsPerRecord"],
        trained_on=document["trainedOn"],
    )


@cache
def _validator() -> Draft202012Validator:
    schema = files("resolution.tables.model").joinpath("table-model.schema.json")
    return Draft202012Validator(json.loads(schema.read_text("utf-8")))
