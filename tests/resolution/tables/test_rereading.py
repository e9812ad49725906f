import pytest

from actors.errors import FieldsError
from resolution.tables import parsed_fields, table_of
from resolution.tables.rereading import reread
from resolution.tables.variables import variables_of

ROWS = [
    {"id": "r1", "name": "Smith, John", "town": "Cork"},
    {"id": "r2", "name": "smith JOHN", "town": ""},
    {"id": "r3", "name": " - ", "town": "Cork"},
]


def fields(**types: str):  # noqa: ANN201
    return parsed_fields(
        {"id": "id", "fields": [{"field": one, "type": kind} for one, kind in types.items()]},
        "FIELDS.json",
    )


def test_records_read_again_are_as_if_the_other_fields_had_read_the_cells() -> None:
    before, after = fields(name="String", town="Exact"), fields(town="Exact", name="Wording")
    variables = variables_of(after)

    again = reread(table_of(before, ROWS).records, before, after, variables)

    expected = table_of(after, ROWS).records
    for one in ("name", "town"):
        assert list(again.columns[one].values) == list(expected.columns[one].values)
        assert again.columns[one].numbers.tolist() == expected.columns[one].numbers.tolist()
        assert again.columns[one].counts.tolist() == expected.columns[one].counts.tolist()


def test_a_column_that_was_not_read_cannot_be_read_again() -> None:
    before, after = fields(name="String"), fields(town="Wording")

    with pytest.raises(FieldsError, match="without the column town"):
        reread(table_of(before, ROWS).records, before, after, variables_of(after))


def test_what_is_read_again_is_read_from_the_cells_where_a_type_keeps_them() -> None:
    twice = {"id": "id", "fields": [{"field": "name", "type": one} for one in ("Date", "Exact")]}
    before = parsed_fields(twice, "FIELDS.json")
    after = fields(name="Wording")

    again = reread(table_of(before, ROWS).records, before, after, variables_of(after))

    assert list(again.columns["name"].values) == [("smith", "john")]
