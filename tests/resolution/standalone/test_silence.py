"""What a table says in vain, or does not say at all, is told before it is compared."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from dedupe_command import dedupe

import dramatis
from actors.errors import FieldsError
from resolution.standalone.silence import check_says_something, told_of_silence
from resolution.tables.api import Table, read_table
from resolution.tables.fields import parsed_fields


def read(folder: Path, rows: list[str], *entries: dict[str, object]) -> Table:
    path = folder / "books.csv"
    lines = [f"b{number},{row}" for number, row in enumerate(rows)]
    path.write_text("\n".join(["id,title,year,land", *lines]) + "\n")
    return read_table(parsed_fields({"id": "id", "fields": list(entries)}, "FIELDS.json"), path)


def test_values_that_a_type_cannot_read_are_counted_with_one_of_them(tmp_path: Path) -> None:
    rows = [*["Ulysses,1922,ie"] * 8, "Ulysses,anno duo,ie", "Ulysses,anno duo,ie", "Ulysses,,ie"]

    told = told_of_silence(read(tmp_path, rows, {"field": "year", "type": "Date"}))

    assert told == ["year: 2 of 10 values are no Date, as 'anno duo', and count as missing"]


def test_a_few_strange_values_are_in_every_table(tmp_path: Path) -> None:
    rows = [*["Ulysses,1922,ie"] * 19, "Ulysses,?!,?"]
    years, lands = {"field": "year", "type": "Date"}, {"field": "land", "type": "Country"}

    assert told_of_silence(read(tmp_path, rows, years, lands)) == []


def test_what_another_field_reads_is_not_told_as_missing(tmp_path: Path) -> None:
    rows = ["Ulysses,anno duo,ie"]
    both = ({"field": "year", "type": "Date"}, {"field": "year", "type": "Wording"})

    assert told_of_silence(read(tmp_path, rows, *both)) == []


def test_whether_there_is_a_value_reads_none(tmp_path: Path) -> None:
    """It takes even what is missing, and hid that the dates could not be read."""
    both = ({"field": "year", "type": "Date"}, {"field": "year", "type": "Exists"})

    assert told_of_silence(read(tmp_path, ["Ulysses,anno duo,ie"], *both)) == [
        "year: 1 of 1 values are no Date, as 'anno duo', and count as missing"
    ]


def test_titles_are_no_countries(tmp_path: Path) -> None:
    rows = ["Ulysses,1922,ie", "Dubliners,1914,ie"]

    told = told_of_silence(read(tmp_path, rows, {"field": "title", "type": "Country"}))

    assert told == [
        "title: 2 of 2 values are no country that is known, and agree only with the same name"
    ]


def test_an_empty_column_is_named_and_an_empty_table_teaches_nothing(
    tmp_path: Path,
) -> None:
    year, title = {"field": "year", "type": "Date"}, {"field": "title", "type": "Wording"}

    assert told_of_silence(read(tmp_path, ["Ulysses,,"] * 3, year, title)) == [
        "year is empty in every row, and tells nothing"
    ]
    with pytest.raises(FieldsError, match="nothing to compare: year is empty"):
        check_says_something(read(tmp_path, [",,"] * 3, year, title))
    with pytest.raises(FieldsError, match="1 of 1 values are no Date"):
        check_says_something(read(tmp_path, ["Ulysses,anno,"], year))


def test_a_run_tells_it(tmp_path: Path, model_file: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("id,name,town\nr1,Vane,\nr2,Vane,\nr3,Hals,\n")

    run = dedupe(
        "run", table, "--model", model_file, "--output", tmp_path / "clusters.csv", "--json"
    )

    told = "town is empty in every row, and tells nothing"
    assert json.loads(run.stdout)["warnings"] == [told]
    assert told in run.stderr


def test_a_training_tells_it_before_anything_else(tmp_path: Path) -> None:
    table, fields, labels = (tmp_path / name for name in ("t.csv", "f.json", "l.csv"))
    table.write_text("id,name,town\nr1,Vane,\nr2,Vane,\nr3,Hals,\n")
    fields.write_text(
        '{"id": "id", "fields": [{"field": "name", "type": "Exact"},'
        ' {"field": "town", "type": "Exact"}]}'
    )
    labels.write_text("left_id,right_id,match\nr1,r2,1\n")
    words = ["dedupe", "train", table, "--fields", fields, "--labels", labels]

    trained = CliRunner().invoke(
        dramatis.cli, [*map(str, words), "--model", str(tmp_path / "m.json")]
    )

    assert "town is empty in every row" in trained.stderr
