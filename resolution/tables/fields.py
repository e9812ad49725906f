"""Field definitions: which columns are compared, and as what.

FIELDS.json in, frozen values out; the file is held against `fields.schema.json`, and every mistake
in it is told with its place.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cache
from importlib.resources import files
from pathlib import Path

from jsonschema import Draft202012Validator

from actors.errors import FieldsError
from resolution.jsonfiles import read_document
from resolution.mistakes import first_mistake

_COMMON = ("field", "type", "name", "has_missing")


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
    origin: str = dataclass_field(default="", compare=False)
    """Where they were read from, for what is found wrong with them later."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read, each once, without the id's."""
        return tuple(dict.fromkeys(one.field for one in self.fields if one.field))


def read_fields(path: Path) -> Fields:
    """Read FIELDS.json; a FieldsError says what is wrong with it, and where."""
    document = read_document(path, "the field definitions", FieldsError)
    fields = parsed_fields(document, str(path))
    _check_twice(fields)
    return fields


def parsed_fields(document: object, origin: str) -> Fields:
    """Return the fields that a JSON document defines."""
    mistake = first_mistake(_validator(), document)
    if mistake:
        raise FieldsError(f"{origin}: {mistake}")
    given: dict = document  # type: ignore[type-arg,assignment]  # the schema has checked it
    fields = Fields(given["id"], tuple(_named(given["fields"])), origin)
    _check_names(fields, origin)
    return fields


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


def _named(entries: Sequence[Mapping[str, object]]) -> Iterator[Field]:
    """Yield the fields; of several variables of one column the later ones are told by their type.

    So a column can be compared in two ways without a thought about names.
    """
    taken: set[str] = set()
    for given in entries:
        column = str(given.get("field", ""))
        usual = column or " and ".join(_texts(given["variables"]))
        if usual in taken:
            usual = f"{usual} ({given['type']})"
        name = str(given.get("name", usual))
        taken.add(name)
        yield Field(
            field=column,
            type=str(given["type"]),
            name=name,
            has_missing=bool(given.get("has_missing", False)),
            options={key: value for key, value in given.items() if key not in _COMMON},
        )


def _check_names(fields: Fields, origin: str) -> None:
    place: dict[str, int] = {}
    for number, one in enumerate(fields.fields, 1):
        first = place.setdefault(one.name, number)
        if first != number:
            raise FieldsError(
                f"{origin}: entries {first} and {number} of fields are both called {one.name!r}; "
                'give one of them a "name" of its own'
            )
    columns = {one.name for one in fields.fields if one.field}
    for one in fields.fields:
        unknown = [name for name in _texts(one.options.get("variables", ())) if name not in columns]
        if unknown:
            raise FieldsError(
                f"{origin}: {one.name!r} multiplies {', '.join(unknown)}, but the variables with a "
                f"column are called {', '.join(sorted(columns)) or 'nothing: there are none'}"
            )


def _check_twice(fields: Fields) -> None:
    """Refuse evidence that would count twice; not in models, which are as they were learned."""
    place: dict[str, int] = {}
    for number, one in enumerate(fields.fields, 1):
        alike = json.dumps([one.field, one.type, one.has_missing, one.options], sort_keys=True)
        first = place.setdefault(alike, number)
        if first != number:
            compared = one.field or " and ".join(_texts(one.options.get("variables")))
            raise FieldsError(
                f"{fields.origin}: entries {first} and {number} of fields both compare {compared} "
                f"as {one.type}, in the same way: it would count twice; leave one out"
            )


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else []


@cache
def _validator() -> Draft202012Validator:
    schema = files("resolution.tables").joinpath("fields.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(schema))
