"""Models as JSON files: read strictly, written so that the same model is the same bytes.

A file that does not fit `model.schema.json` is refused with the place where it does not; nothing is
ever unpickled.
"""

import hashlib
import json
from collections import Counter
from functools import cache
from importlib.resources import files
from pathlib import Path

from jsonschema import Draft202012Validator

from actors.errors import ModelError
from resolution.jsonfiles import parsed_document, read_document
from resolution.mistakes import first_mistake
from resolution.model.values import (
    COMPARISON_VERSION,
    BlockingRule,
    Feature,
    Model,
    Thresholds,
    WordCounts,
)

FORMAT = "dramatis-model/1"

_SHIPPED = "sanctions"


def read_model(path: Path) -> Model:
    """Read a model from a file; a ModelError says what is wrong with it, and where."""
    return _checked(read_document(path, "the model", ModelError), str(path))


@cache
def shipped_model(name: str = _SHIPPED) -> Model:
    """Return a model that comes with the package."""
    file = files("resolution.model").joinpath(f"{name}.json")
    if not file.is_file():
        raise ModelError(
            f"No model called {name!r} comes with Dramatis; name a file, or 'sanctions'"
        )
    origin = f"the shipped model {name!r}"
    return _checked(parsed_document(file.read_text("utf-8"), origin, ModelError), origin)


def write_model(model: Model, path: Path) -> None:
    """Write a model; the same model gives the same bytes."""
    path.write_text(as_json(model), "utf-8")


def model_version(model: Model) -> str:
    """Return the model's name and a hash of its content, as `sanctions@1f0c2d3e`."""
    return f"{model.name}@{hashlib.sha256(as_json(model).encode()).hexdigest()[:8]}"


def as_json(model: Model) -> str:
    """Return the model as the text of its file."""
    document = {
        "format": FORMAT,
        "comparison": COMPARISON_VERSION,
        "name": model.name,
        "blocking": [
            {
                "keys": list(rule.keys),
                "mostRecords": rule.most_records,
                "isLearned": rule.is_learned,
            }
            for rule in model.blocking
        ],
        "features": [
            {"name": feature.name, "weight": feature.weight, "isLearned": feature.is_learned}
            for feature in model.features
        ],
        "bias": model.bias,
        "thresholds": {"merge": model.thresholds.merge, "look": model.thresholds.look},
        "words": {
            "mentions": model.words.mentions,
            "counts": dict(sorted(model.words.counts.items())),
        },
        "trainedOn": dict(model.trained_on),
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _checked(document: object, origin: str) -> Model:
    mistake = first_mistake(_validator(), document)
    if mistake:
        raise ModelError(f"{origin}: {mistake}")
    # The schema has checked every type.
    given: dict = document  # type: ignore[type-arg,assignment]
    if given["comparison"] != COMPARISON_VERSION:
        raise ModelError(
            f"{origin}: the model weighs features of version {given['comparison']}, and this is "
            f"version {COMPARISON_VERSION}: train it again from its labels"
        )
    weighed = Counter(feature["name"] for feature in given["features"])
    twice = [name for name, count in weighed.items() if count > 1]
    if twice:
        raise ModelError(f"{origin}, features: {twice[0]} has two weights; leave one")
    return _model(given)


def _model(given: dict) -> Model:  # type: ignore[type-arg]
    return Model(
        name=given["name"],
        blocking=tuple(
            BlockingRule(tuple(rule["keys"]), rule["mostRecords"], rule["isLearned"])
            for rule in given["blocking"]
        ),
        features=tuple(
            Feature(feature["name"], float(feature["weight"]), feature["isLearned"])
            for feature in given["features"]
        ),
        bias=float(given["bias"]),
        thresholds=Thresholds(given["thresholds"]["merge"], given["thresholds"]["look"]),
        words=WordCounts(given["words"]["mentions"], given["words"]["counts"]),
        trained_on=given["trainedOn"],
    )


@cache
def _validator() -> Draft202012Validator:
    schema = files("resolution.model").joinpath("model.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(schema))
