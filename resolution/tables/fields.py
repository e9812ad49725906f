"""Field definitions: which columns are compared, and as what.

FIELDS.json in, frozen values out; the file is held against `fields.schema.json`, and every mistake
in it is told with its place.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cache
from importlib.resources import files
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from actors.errors import FieldsError


@dataclass(frozen=True, slots=True)
class Field:
    """One column and the variable that compares it; a column may have several."""

    field: str
    """The column's name; an Interaction has none and multiplies the variables it names."""
    type: str
    name: str
    """The variable's own name, by which interactions, blocking rules and features call it."""
    has_missing: bool = False
    options: Mapping[str, object] = dataclass_field(default_factory=dict)
    """What a type asks for beyond this: categories, comparator, variables."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What of a table is compared, and the column of its ids."""

    id: str
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read, each once, without the id's."""
        return tuple(dict.fromkeys(one.field for one in self.fields if one.field))


def read_fields(path: Path) -> Fields:
    """Read FIELDS.json; a FieldsError says what is wrong with it, and where."""
    try:
        document = json.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise FieldsError(f"{path}: the field definitions cannot be read: {error}") from error
    except json.JSONDecodeError as error:
        raise FieldsError(f"{path}, line {error.lineno}: not JSON: {error.msg}") from error
    return parsed_fields(document, str(path))


def parsed_fields(document: object, origin: str) -> Fields:
    """Return the fields that a JSON document defines."""
    problem = best_match(_validator().iter_errors(document))
    if problem is not None:
        raise FieldsError(f"{origin}: {problem.json_path}: {problem.message}")
    given: dict = document  # type: ignore[type-arg,assignment]  # the schema has checked it
    return Fields(given["id"], tuple(_field(one) for one in given["fields"]))


def as_document(fields: Fields) -> dict[str, object]:
    """Return the JSON document that defines these fields."""
    return {
        "id": fields.id,
        "fields": [
            {
                **({"field": one.field} if one.field else {}),
                "type": one.type,
                "name": one.name,
                **({"has_missing": True} if one.has_missing else {}),
                **one.options,
            }
            for one in fields.fields
        ],
    }


def _field(given: Mapping[str, object]) -> Field:
    known = {"field", "type", "name", "has_missing"}
    column = str(given.get("field", ""))
    return Field(
        field=column,
        type=str(given["type"]),
        name=str(given.get("name") or column),
        has_missing=bool(given.get("has_missing", False)),
        options={key: value for key, value in given.items() if key not in known},
    )


@cache
def _validator() -> Draft202012Validator:
    schema = files("resolution.tables").joinpath("fields.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(schema))
