from collections.abc import Callable
from pathlib import Path

import pytest

from actors.errors import SourceError
from actors.records import SourceTier
from resolution.sources import READERS, default_source, read_all, read_catalogue, read_paths
from resolution.sources.entries import COMPANIONS

Write = Callable[[str, str | bytes], Path]
SDN = f'7,"VANE LTD",-0- ,"NPWMD"{",-0- " * 8}\n'
ADD = '7,1,-0- ,-0- ,"Malta",-0- \n'
ALT = '7,3,"aka","HARBOUR",-0- \n'


def test_every_format_of_the_catalogue_has_a_reader() -> None:
    assert set(READERS) == set(COMPANIONS)


def test_the_files_of_an_edition_are_known_by_their_columns_in_any_order(write: Write) -> None:
    paths = [write("one.csv", ALT), write("two.csv", SDN), write("three.csv", ADD)]

    [sourced] = read_paths(default_source("ofac-sdn", "mine"), "ofac-sdn", paths)

    [mention] = sourced.reading.mentions
    assert mention.source == "mine"
    assert [name.value for name in mention.names] == ["VANE LTD", "HARBOUR"]
    assert mention.countries == ("mt",)


def test_an_edition_is_known_by_its_columns_however_long_its_first_row_is(write: Write) -> None:
    """Of a first row beyond 100,000 bytes only a part was looked at, which had no columns."""
    sdn = write("sdn.csv", f'7,"VANE LTD",-0- ,"NPWMD"{",-0- " * 7},"{"Remark. " * 15_000}"\n')

    [sourced] = read_paths(default_source("ofac-sdn", "mine"), "ofac-sdn", [sdn])

    assert [mention.quote for mention in sourced.reading.mentions] == ["VANE LTD"]


def test_several_sdn_files_are_several_editions(write: Write) -> None:
    paths = [write("old.csv", SDN), write("new.csv", SDN.replace("VANE", "GREY"))]

    readings = read_paths(default_source("ofac-sdn", "mine"), "ofac-sdn", paths)

    assert [sourced.reading.mentions[0].quote for sourced in readings] == ["VANE LTD", "GREY LTD"]


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ([ADD], "belongs to an SDN file; give that too"),
        ([SDN, ADD, ADD], "a second addresses file beside"),
        ([SDN, ADD, SDN], "a second sdn file beside"),
        (["a,b,c,d\n"], "has 4 columns; expected an SDN file with 12"),
        (['"a"b,c\n'], "no row is CSV; expected an SDN file with 12"),
        ([], "no file was named"),
    ],
)
def test_files_that_make_no_edition_are_refused(
    write: Write, contents: list[str], expected: str
) -> None:
    paths = [write(f"{place}.csv", content) for place, content in enumerate(contents)]

    with pytest.raises(SourceError, match=expected):
        read_paths(default_source("ofac-sdn", "mine"), "ofac-sdn", paths)


def test_of_other_formats_each_path_is_a_document(write: Write) -> None:
    paths = [write("a.txt", "Quays closed\n"), write("b.txt", "Quays open\n")]

    readings = read_paths(default_source("article", "news"), "article", paths)

    assert [sourced.reading.document.text for sourced in readings] == [
        "Quays closed\n",
        "Quays open\n",
    ]


def test_a_format_tells_the_publisher_of_a_list() -> None:
    assert default_source("un-consolidated", "x").tier is SourceTier.OFFICIAL_LIST
    assert default_source("un-consolidated", "x").country is None
    assert default_source("ofac-sdn", "x").country == "us"
    assert default_source("article", "x").tier is SourceTier.NEWS
    assert default_source("mentions", "x").name == "x"


@pytest.mark.parametrize(
    "written", ["authority:us-ofac", "E-ABCDEFGHIJKL", "we'ird $id/../x", "", "\ud800", "a" * 101]
)
def test_an_id_that_could_be_another_types_is_no_source(written: str) -> None:
    """Ids are unique over all types: `authority:us-ofac` was accepted, and is an authority's."""
    with pytest.raises(SourceError, match=r"--source: .* is no id of a source; expected a slug"):
        default_source("mentions", written)


def test_a_catalogue_is_read_in_its_order(write: Write) -> None:
    write("a.txt", "Quays closed\n")
    write("list.csv", SDN)
    source = '[[source]]\nid = "{0}"\nname = "N"\npublisher = "P"\ntier = "{1}"\nformat = "{2}"\n'
    document = '  [[source.document]]\n  path = "{0}"\n'
    catalogue = write(
        "catalogue.toml",
        source.format("news", "NEWS", "article")
        + document.format("a.txt")
        + source.format("mine", "OTHER", "ofac-sdn")
        + document.format("list.csv"),
    )
    readings = read_all(read_catalogue(catalogue))

    assert [sourced.source.id for sourced in readings] == ["news", "mine"]
