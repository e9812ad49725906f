from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from actors.errors import CatalogueError
from actors.records import SourceTier
from resolution.sources import read_catalogue

Write = Callable[[str, str | bytes], Path]

SOURCE = """
[[source]]
id = "a-list"
name = "A list"
publisher = "Somebody"
tier = "OFFICIAL_LIST"
country = "us"
format = "ofac-sdn"

  [[source.document]]
  path = "lists/sdn.csv"
"""


def message(path: Path) -> str:
    with pytest.raises(CatalogueError) as raised:
        read_catalogue(path)
    return str(raised.value)


def test_a_source_has_its_documents_with_paths_beside_the_catalogue(write: Write) -> None:
    write("lists/sdn.csv", "1")
    write("lists/more.csv", "1")
    path = write(
        "catalogue.toml",
        SOURCE
        + """
  addresses = "lists/more.csv"
  title = "First edition"
  published_on = 2024-12-16
  retrieved_at = 2024-12-17T09:30:00Z
  complete = true
""",
    )

    [listed] = read_catalogue(path)

    assert (listed.source.id, listed.source.tier) == ("a-list", SourceTier.OFFICIAL_LIST)
    assert listed.format == "ofac-sdn"
    [document] = listed.documents
    assert document.path.read_bytes() == b"1"
    assert set(document.companions) == {"addresses"}
    assert document.published_on == date(2024, 12, 16)
    assert document.retrieved_at == datetime(2024, 12, 17, 9, 30, tzinfo=UTC)
    assert document.complete
    assert document.title == "First edition"


def test_a_file_that_is_not_there_is_named_with_its_line(write: Write) -> None:
    path = write("catalogue.toml", SOURCE)

    assert message(path) == (
        f"{path}, line 11: the file 'lists/sdn.csv' is not there; paths are relative to this file"
    )


def test_all_mistakes_are_told_at_once(write: Write) -> None:
    write("lists/sdn.csv", "1")
    wrong = (
        SOURCE.replace("OFFICIAL_LIST", "OFFICIAL")
        .replace('"us"', '"USA"')
        .replace('name = "A list"', "nmae = 7")
    )
    path = write("catalogue.toml", wrong + "  skip_lines = 2\n" + SOURCE)

    told = message(path)

    assert f"{path}, line 4: unknown key 'nmae'" in told
    assert f"{path}, line 6: unknown tier 'OFFICIAL'; known are OFFICIAL_LIST" in told
    assert "line 7: country is 'USA'; expected a lower-case code as us" in told
    assert "name is missing" in told
    assert "line 12: skip_lines is for the format article" in told
    assert "line 15: source 'a-list' stands in line 3 too" in told


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('published_on = "2024-12-16"', "expected a day"),
        ("published_on = 2024-12-16T09:30:00Z", "expected a day"),
        ("retrieved_at = 2024-12-16T09:30:00", "with its offset"),
        ("complete = 1", "expected true or false"),
        ("title = ''", "title is empty"),
        ("aliases = 'lists'", "is a folder"),
        ("aliasses = 'x'", "unknown key 'aliasses'"),
    ],
)
def test_a_wrong_value_is_told_with_what_is_expected(
    write: Write, line: str, expected: str
) -> None:
    write("lists/sdn.csv", "1")
    path = write("catalogue.toml", f"{SOURCE}  {line}\n")

    told = message(path)

    assert told.startswith(f"{path}, line 12: ")
    assert expected in told


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("[[source]\n", "line 1: not TOML"),
        ("", "the file is empty"),
        ("title = 'x'\n", "no sources"),
        (b"\xff\xfe\x00", "UTF-16"),
        ("[[source]]\n", "line 1: format is missing"),
        (SOURCE.partition("  [[")[0], "line 2: source 'a-list' has no [[source.document]]"),
        (SOURCE.replace("ofac-sdn", "ofac"), "unknown format 'ofac'"),
        (SOURCE.replace("a-list", "A list"), "expected a slug"),
    ],
)
def test_what_is_no_catalogue_is_told(write: Write, content: str | bytes, expected: str) -> None:
    assert expected in message(write("catalogue.toml", content))


def test_a_missing_catalogue_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "nothing.toml"

    assert message(path) == f"{path}: there is no such file; check the path"
