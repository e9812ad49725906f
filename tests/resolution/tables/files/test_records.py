import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from actors.errors import SourceError
from resolution.tables.fields import Fields, parsed_fields
from resolution.tables.files import read_records, records_of
from resolution.tables.records import MISSING, Records
from resolution.tables.variables import variables_of

EXACT = parsed_fields(
    {
        "id": "id",
        "fields": [{"field": "name", "type": "Exact"}, {"field": "year", "type": "Exact"}],
    },
    "FIELDS.json",
)
PRICED = parsed_fields({"id": "id", "fields": [{"field": "price", "type": "Price"}]}, "FIELDS.json")


def read(*paths: Path, fields: Fields = EXACT) -> Records:
    return read_records(fields, variables_of(fields), paths)


def csv_file(folder: Path, text: str, name: str = "people.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def values(records: Records, name: str) -> list[object]:
    column = records.columns[name]
    return [None if one == MISSING else column.values[one] for one in column.numbers]


def refused(path: Path, *more: Path, fields: Fields = EXACT) -> str:
    with pytest.raises(SourceError) as told:
        read(path, *more, fields=fields)
    return str(told.value)


ROWS: Sequence[Mapping[str, Any]] = [
    {"id": "r1", "name": "Orla Vane", "year": 1968, "ignored": "x"},
    {"id": "r2", "name": " Orla Vane ", "year": None, "ignored": "y"},
    {"id": "r3", "name": "", "year": 1971, "ignored": "z"},
]


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl", "CSV"])
def test_a_table_reads_the_same_in_every_format(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"people.{ending}"
    match ending.lower():
        case "csv":
            path.write_text(
                "id,name,year,ignored\nr1,Orla Vane,1968,x\nr2, Orla Vane ,,y\n\nr3,,1971,z\n"
            )
        case "parquet":
            pq.write_table(pa.Table.from_pylist(list(ROWS)), path)
        case "jsonl":
            path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))

    records = read(path)

    assert records.ids == ["r1", "r2", "r3"]
    assert values(records, "name") == ["Orla Vane", "Orla Vane", None]
    assert values(records, "year") == ["1968", None, "1971"]
    assert list(records.columns["name"].counts) == [2]
    assert list(records.columns) == ["name", "year"]
    assert records.second_begins is None


def test_rows_in_memory_read_as_those_of_a_file() -> None:
    records = records_of(EXACT, variables_of(EXACT), ROWS)

    assert records.ids == ["r1", "r2", "r3"]
    assert values(records, "year") == ["1968", None, "1971"]


def test_whole_numbers_that_a_tool_wrote_as_floating_ones_read_as_whole(tmp_path: Path) -> None:
    path = tmp_path / "people.parquet"
    table = pa.table({"id": [1.0, 2.0], "name": ["x", "y"], "year": [1968.0, None]})
    pq.write_table(table, path)

    records = read(path)

    assert records.ids == ["1", "2"]
    assert values(records, "year") == ["1968", None]


def test_equal_values_of_two_tables_have_one_number(tmp_path: Path) -> None:
    left = csv_file(tmp_path, "id,name,year\nl1,Vane,1968\nl2,Hals,1970\n", "left.csv")
    right = csv_file(tmp_path, "year,id,name\n1968,r1,Vane\n", "right.csv")

    records = read(left, right)

    assert records.second_begins == 2
    assert records.ids == ["l1", "l2", "r1"]
    assert list(records.columns["name"].numbers) == [0, 1, 0]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffid,name,year\nr1,Vane,1968\n",
        "id;name;year\r\nr1;Vane;1968\r\n",
        "id\tname\tyear\nr1\tVane\t1968",
        "id|name|year\nr1|Vane|1968\n",
        'id, name, year\nr1, "Vane", 1968\n',
    ],
)
def test_files_as_common_tools_write_them_are_understood(text: str, tmp_path: Path) -> None:
    records = read(csv_file(tmp_path, text))

    assert records.ids == ["r1"]
    assert values(records, "name") == ["Vane"]
    assert values(records, "year") == ["1968"]


def test_a_quoted_cell_may_hold_commas_quotes_and_lines(tmp_path: Path) -> None:
    records = read(csv_file(tmp_path, 'id,name,year\nr1,"Vane, ""Or""\nla",1968\n'))

    assert values(records, "name") == ['Vane, "Or"\nla']


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ["is empty", "columns"]),
        ("id,name,year\n", ["no records"]),
        ("id,name\nr1,Vane\n", ["no column year", "it has id, name"]),
        ("rec,name,year\nr1,Vane,1968\n", ["no column id", "it has rec, name, year"]),
        ("id,name,year,name\nr1,Vane,1968,x\n", ["line 1", "column name twice"]),
        ("id,name,year\nr1,Vane,1968\nr2,Hals\n", ["line 3", "2 cells, the header 3"]),
        ("id,name,year\nr1,Vane,1968\n\nr2,Ha,ls,1970\n", ["line 4", "4 cells, the header 3"]),
        ('id,name,year\nr1,"Vane,1968\n', ["quote"]),
        ("id,name,year\nr1,Vane,1968\nr1,Hals,1970\n", ["line 3", "'r1'", "line 2"]),
        ('id,name,year\nr1,"Va\nne",1968\n,Hals,1970\n', ["line 4", "id is empty"]),
    ],
)
def test_what_is_wrong_with_a_csv_is_told_with_its_line(
    text: str, words: list[str], tmp_path: Path
) -> None:
    message = refused(csv_file(tmp_path, text))

    assert "people.csv" in message
    for word in words:
        assert word in message


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_a_file_of_another_encoding_is_read_and_that_is_told(
    encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes("id,name,year\nr1,Väne,1968\nr2,Hals,1970\n".encode(encoding))

    assert values(read(path), "name") == ["Väne", "Hals"]
    told = f"{tmp_path}/people.csv is not UTF-8 and was read as Windows-1252\n"
    assert capsys.readouterr().err == told


def test_a_byte_that_is_no_letter_of_windows_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"id,name,year\nr1,V\x81ne,1968\nr1,Hals,1970\n")

    assert "line 3" in refused(path)


def test_utf_16_is_told(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("id,name,year\nr1,Vane,1968\n", "utf-16")

    assert "is UTF-16" in refused(path)


def test_an_id_in_both_tables_is_told(tmp_path: Path) -> None:
    left = csv_file(tmp_path, "id,name,year\n1,Vane,1968\n2,Hals,1970\n", "left.csv")
    right = csv_file(tmp_path, "id,name,year\n7,Vane,1968\n2,Hals,1970\n", "right.csv")

    message = refused(left, right)

    assert "right.csv, line 3" in message
    assert "'2'" in message
    assert "left.csv" in message


def test_a_cell_that_cannot_be_read_is_told_with_file_line_and_field(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "id,price\nr1,12.50\nr2,\nr3,cheap\nr4,cheap\n", "goods.csv")

    message = refused(path, fields=PRICED)

    assert "goods.csv, line 4: price: 'cheap'" in message
    assert "2 rows" in message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"id": "r1", "name": "Vane"\n', ["line 1", "not JSON"]),
        ('{"id": "r1", "name": "V", "year": 1}\n[1]\n', ["line 2", "no object"]),
        ('{"id": "r1", "name": {"first": "O"}, "year": 1}\n', ["line 1", "name", "object"]),
        ('{"id": "r1", "name": "Vane"}\n', ["no column year", "id, name"]),
        ('{"id": ["r1"], "name": "V", "year": 1}\n', ["line 1", "id is a list"]),
        ("", ["has no records"]),
    ],
)
def test_what_is_wrong_with_json_lines_is_told_with_its_line(
    text: str, words: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "people.jsonl"
    path.write_text(text)

    message = refused(path)

    for word in words:
        assert word in message


@pytest.mark.parametrize("place", ["[null,1,2]", "[1,NaN]", "[1,null]", "[1]", '"1,nan"'])
def test_a_list_with_a_blank_is_no_place(tmp_path: Path, place: str) -> None:
    fields = parsed_fields({"id": "id", "fields": [{"field": "at", "type": "LatLong"}]}, "F.json")
    path = tmp_path / "places.jsonl"
    path.write_text('{"id": "a", "at": ' + place.replace("NaN", "null") + "}\n")

    assert "is not latitude and longitude" in refused(path, fields=fields)
    with pytest.raises(SourceError, match="is not latitude and longitude"):
        records_of(fields, variables_of(fields), [{"id": "a", "at": [1, float("nan")]}])


def test_a_set_has_no_blank_elements() -> None:
    fields = parsed_fields({"id": "id", "fields": [{"field": "by", "type": "Set"}]}, "F.json")
    rows = [{"id": "a", "by": ["x", None, "y"]}, {"id": "b", "by": [None, " "]}]

    assert values(records_of(fields, variables_of(fields), rows), "by") == [("x", "y"), None]


def test_what_is_wrong_with_a_parquet_file_is_told_with_its_row(tmp_path: Path) -> None:
    broken, twice = tmp_path / "broken.parquet", tmp_path / "twice.parquet"
    broken.write_bytes(b"PAR1\x15 cut off")
    pq.write_table(pa.table({"id": ["a", "b", "a"], "name": ["x"] * 3, "year": [1, 2, 3]}), twice)

    assert "is no Parquet file" in refused(broken)
    assert "twice.parquet, row 3" in refused(twice)


def parquet_file(folder: Path, name: pa.Array) -> Path:
    path = folder / "people.parquet"
    pq.write_table(pa.table({"id": ["a", "b"], "name": name, "year": [1, 2]}), path)
    return path


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (pa.timestamp("ns"), ["1970-01-01", "1970-01-01T00:00:01.000001"]),
        (pa.time64("ns"), ["00:00:00", "00:00:01.000001"]),
    ],
)
def test_nanoseconds_of_a_parquet_file_are_cut(
    tmp_path: Path, kind: pa.DataType, texts: list[str]
) -> None:
    path = parquet_file(tmp_path, pa.array([1, 1_000_001_001], pa.int64()).cast(kind))

    assert values(read(path), "name") == texts


@pytest.mark.parametrize(
    "name",
    [
        pa.array([2**30, 0], pa.int32()).cast(pa.date32()),
        pa.array([1, 2], pa.timestamp("us", "No/Where")),
        pa.array([[1], [2]], pa.list_(pa.timestamp("ns"))),
        pa.Array.from_buffers(
            pa.string(),
            2,
            [None, pa.array([0, 1, 2], pa.int32()).buffers()[1], pa.py_buffer(b"\xffa")],
        ),
    ],
    ids=["a date of no calendar", "an unknown zone", "nanoseconds in lists", "bytes of no text"],
)
def test_what_no_text_can_be_made_of_is_told_with_its_column(
    tmp_path: Path, name: pa.Array
) -> None:
    message = refused(parquet_file(tmp_path, name))

    assert "people.parquet: the column name" in message
    assert "cannot be read" in message


def test_a_wanted_column_that_a_parquet_file_names_twice_is_told(tmp_path: Path) -> None:
    path, column = tmp_path / "people.parquet", pa.array(["a"])
    pq.write_table(pa.Table.from_arrays([column] * 4, ["id", "name", "year", "name"]), path)

    assert "names the column name twice" in refused(path)


def test_a_file_of_no_known_ending_or_that_is_not_there_is_told(tmp_path: Path) -> None:
    sheet = csv_file(tmp_path, "id\n1\n", "people.xlsx")

    assert ".csv, .parquet or .jsonl" in refused(sheet)
    assert "no such file" in refused(tmp_path / "nobody.csv")


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "\ufeffsep=;"])
def test_excels_first_line_tells_the_delimiter(first: str, tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"{first}\r\nid;name;year;a,b\r\nr1;Vane, Orla;1968;\r\n")

    assert values(read(path), "name") == ["Vane, Orla"]


def test_lines_after_excels_first_keep_their_numbers(tmp_path: Path) -> None:
    assert "line 4" in refused(csv_file(tmp_path, "sep=|\nid|name|year\nr1|a|b\nr1|c|d\n"))


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_parquet_under_another_ending_is_told_as_such(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"people.{ending}"
    pq.write_table(pa.table({"id": ["r1"], "name": ["Vane"], "year": [None]}), path)

    assert refused(path).endswith("is Parquet, whatever its ending says; name it .parquet")


def test_what_is_called_parquet_and_is_none_is_told_as_such(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "id,name,year\nr1,Vane,1968\n", "people.parquet")

    assert "is not Parquet, whatever its ending says" in refused(path)


def test_columns_that_differ_in_capitals_alone_are_pointed_out(tmp_path: Path) -> None:
    told = refused(csv_file(tmp_path, "ID,Name,year\nr1,Vane,1968\n"))

    assert "has no column id, name; it has ID, Name, year; did you mean ID, Name?" in told
