import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from actors.errors import FieldsError
from resolution.schemes import SCHEMES
from resolution.tables.fields import as_document, parsed_fields, read_fields
from resolution.tables.variables import variables_of
from resolution.tables.variables.registry import INTERACTION, TYPES


def definition(*entries: dict[str, object]) -> dict[str, object]:
    return {"id": "rec_id", "fields": list(entries)}


def refused(document: object) -> str:
    with pytest.raises(FieldsError) as told:
        variables_of(parsed_fields(document, "FIELDS.json"))
    return str(told.value)


def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        files("resolution.tables").joinpath("fields.schema.json").read_text("utf-8")
    )
    return loaded


def test_the_schema_is_one_and_knows_every_type() -> None:
    published = schema()

    Draft202012Validator.check_schema(published)
    known = published["$defs"]["field"]["properties"]
    assert set(known["type"]["enum"]) == {*TYPES, INTERACTION}
    assert set(known["scheme"]["enum"]) == set(SCHEMES)


def test_definitions_written_as_a_document_read_back_the_same() -> None:
    given = definition(
        {"field": "name", "type": "PersonName"},
        {"field": "name", "type": "Text", "has_missing": True},
        {"field": "kind", "type": "Categorical", "categories": ["a", "b"]},
        {"type": "Interaction", "variables": ["name", "kind"]},
    )
    fields = parsed_fields(given, "FIELDS.json")

    assert [one.name for one in fields.fields] == ["name", "name (Text)", "kind", "name and kind"]
    assert fields.columns == ("name", "kind")
    assert parsed_fields(as_document(fields), "again") == fields


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ([], ["[]", "object"]),
        ({}, ["lacks id, fields"]),
        ({"id": "", "fields": [{"type": "Exact", "field": "x"}]}, ["id", "empty"]),
        ({"id": 3, "fields": [{"type": "Exact", "field": "x"}]}, ["id: 3 is not a text"]),
        ({"id": "rec_id", "fields": []}, ["fields: [] is empty"]),
        (
            {"id": "rec_id", "feilds": [], "fields": [{"type": "Exact", "field": "x"}]},
            ["feilds means nothing", "known are id, fields"],
        ),
        (definition({"field": "x"}), ["entry 1 (x): lacks type"]),
        (
            definition({"field": "x", "type": "Exact"}, {"field": "y", "type": "Person"}),
            ["entry 2 (y), type", '"Person"', "PersonName", "LatLong"],
        ),
        (definition({"type": "Exact"}), ["entry 1: lacks field"]),
        (definition({"type": "Categorical", "field": "x"}), ["lacks categories"]),
        (
            definition({"type": "Categorical", "field": "x", "categories": ["a", "a"]}),
            ["names something twice"],
        ),
        (definition({"type": "Custom", "field": "x"}), ["lacks comparator"]),
        (definition({"type": "Interaction"}), ["lacks variables"]),
        (
            definition({"type": "Exact", "field": "x", "categories": ["a", "b"]}),
            ["entry 1 (x)", "means nothing for a field of this type"],
        ),
        (
            definition({"type": "Exact", "field": "x", "has missing": True}),
            ["has missing means nothing here", "has_missing"],
        ),
        (
            definition({"type": "Exact", "field": "x", "has_missing": "yes"}),
            ['"yes" is not true or false'],
        ),
        (
            definition(
                {"type": "Exact", "field": "x", "name": "z"},
                {"type": "Text", "field": "y", "name": "z"},
            ),
            ["entries 1 and 2", "both called 'z'", '"name"'],
        ),
        (
            definition(
                {"type": "Exact", "field": "x"}, {"type": "Interaction", "variables": ["x", "y"]}
            ),
            ["multiplies y", "called x"],
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_in_plain_words(
    document: object, words: list[str]
) -> None:
    message = refused(document)

    assert message.startswith("FIELDS.json: ")
    assert "schema" not in message
    for word in words:
        assert word in message


def test_a_file_that_is_no_json_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "FIELDS.json"
    path.write_text('{"id": "rec_id",\n "fields": [}', "utf-8")

    with pytest.raises(FieldsError, match=r"FIELDS\.json, line 2: not JSON"):
        read_fields(path)


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "FIELDS.json"
    path.write_text(json.dumps(definition({"field": "x", "type": "Exact"})), "utf-8-sig")

    assert read_fields(path).columns == ("x",)


@pytest.mark.parametrize(
    "written",
    [
        '{"id": "rec_id", "fields": [{"field": "sum", "type": "Price", "has_missing": NaN}]}',
        '{"id": 1e999, "fields": []}',
        '{"id": ' + "9" * 5000 + "}",
        '{"id": "\\ud800", "fields": []}',
        "[" * 200_000,
    ],
)
def test_a_file_with_what_no_definition_can_hold_is_told(written: str, tmp_path: Path) -> None:
    path = tmp_path / "FIELDS.json"
    path.write_text(written, "utf-8")

    with pytest.raises(FieldsError, match=r"FIELDS\.json: ") as told:
        read_fields(path)

    assert len(str(told.value)) < 300


def test_a_type_is_found_by_its_sound_and_the_recommended_ones_stand_first() -> None:
    told = refused(definition({"field": "x", "type": "wording"}))

    assert told.endswith("; did you mean Wording?")
    assert told.index("PersonName") < told.index("Exact") < told.index("ShortString")
    assert "did you mean" not in refused(definition({"field": "x", "type": "9"}))


def test_a_column_compared_twice_in_the_same_way_is_refused_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "FIELDS.json"
    twice = definition(
        {"field": "x", "type": "Date"},
        {"field": "y", "type": "Date"},
        {"field": "x", "type": "Date", "name": "again"},
    )
    path.write_text(json.dumps(twice), "utf-8")

    with pytest.raises(FieldsError, match="entries 1 and 3 of fields both compare x as Date"):
        read_fields(path)

    twice["fields"][2]["month_first"] = True  # type: ignore[index]
    path.write_text(json.dumps(twice), "utf-8")
    assert len(read_fields(path).fields) == 3
