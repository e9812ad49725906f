"""Whatever a reader makes, nothing passes that the graph or a later run could not hold."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.graph import Graph
from actors.progress import Silent
from actors.records import (
    DesignationClaim,
    DocumentId,
    Identifier,
    Mention,
    Name,
    NameType,
)
from actors.records.interchange import from_json
from resolution.ingestion import ingest
from resolution.sources import default_source, read_paths
from resolution.sources.acceptance import problem_of

Write = Callable[[str, str | bytes], Path]
MENTION = from_json(
    {
        "source": "a-list",
        "document": DocumentId("D-1"),
        "record_id": "7",
        "names": [{"value": "Orla Vane"}],
    }
)


def claimed(**said: Any) -> dict[str, Any]:
    return {"designations": (DesignationClaim(**{"authority": "us-ofac", **said}),)}


def test_an_ordinary_mention_is_accepted() -> None:
    assert problem_of(MENTION) is None


def test_values_of_the_greatest_length_are_accepted() -> None:
    longest = replace(
        MENTION, names=(Name("V" * 1000),), identifiers=(Identifier("s" * 100, "1" * 500),)
    )
    assert problem_of(longest) is None


def test_one_name_that_can_be_compared_is_enough() -> None:
    assert problem_of(replace(MENTION, names=(Name("***"), Name("Вейн", NameType.ALIAS)))) is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"names": (Name("V" * 1001),)}, "of 1,001 characters; at most 1,000 are read"),
        ({"names": (Name("***"), Name("…"))}, "has no name with a letter or a digit"),
        ({"record_id": " "}, "has the record id ' '; expected a letter or a digit"),
        ({"identifiers": (Identifier("imo", "--"),)}, "has the value of imo '--'"),
        ({"identifiers": (Identifier("", "1"),)}, "has the scheme ''"),
        ({"identifiers": (Identifier("passport", "9" * 9000),)}, "of 9,000 characters"),
        (claimed(authority="a" * 501), "has the authority"),
        (claimed(programmes=("us-ofac:" + "p" * 501,)), "has the programme"),
        (claimed(legal_bases=("E.O. " + "1" * 501,)), "has the legal basis"),
        ({"properties": {"remarks": ("half \ud800",)}}, "a lone surrogate"),
        ({"properties": {"\0": ("remark",)}}, "holds a NUL"),
    ],
)
def test_a_mention_that_cannot_be_stored_is_told_why(changes: dict[str, Any], reason: str) -> None:
    problem = problem_of(replace(MENTION, **changes))

    assert problem is not None
    assert reason in problem


@given(st.text(), st.text(), st.text())
def test_what_is_accepted_can_be_written_as_utf_8(name: str, number: str, remark: str) -> None:
    mention: Mention = replace(
        MENTION,
        names=(Name("Orla"), Name(name, NameType.ALIAS)),
        identifiers=(Identifier("passport", number),),
        properties={"remarks": (remark,)},
    )
    if problem_of(mention) is None:
        assert "\0" not in (name + number + remark).encode().decode()


def test_a_list_keeps_its_good_rows_beside_one_that_cannot_be_stored(write: Write) -> None:
    rest = ",-0- " * 8
    sdn = f'7,"VANE LTD",-0- ,"NPWMD"{rest}\n8,"{"V" * 10_000}",-0- ,"NPWMD"{rest}\n'

    [sourced] = read_paths(default_source("ofac-sdn", "mine"), "ofac-sdn", [write("sdn.csv", sdn)])

    assert [mention.quote for mention in sourced.reading.mentions] == ["VANE LTD"]
    [rejected] = sourced.reading.rejected
    assert rejected.row == 2
    assert "of 10,000 characters" in rejected.reason


def test_bad_lines_do_not_keep_the_good_ones_of_a_file_from_being_stored(
    write: Write, graph: Graph
) -> None:
    """A passport number that no index holds, or half a character, once stopped the storing.

    The files before it were stored, the rest was not, and the message was the database's own.
    """
    lines = [
        '{"record_id": "1", "names": [{"value": "Orla Vane"}]}',
        '{"record_id": "2", "names": [{"value": "Bad \\ud800 One"}]}',
        '{"record_id": "3", "names": [{"value": "Ada Grey"}], "identifiers": [PASSPORT]}',
        '{"record_id": "4", "names": [{"value": "Lena Reed"}]}',
    ]
    passport = f'{{"scheme": "passport", "value": "{"9" * 9000}"}}'
    path = write("mentions.jsonl", "\n".join(lines).replace("PASSPORT", passport))

    readings = read_paths(default_source("mentions", "mine"), "mentions", [path])
    report = ingest(graph, readings, Silent())

    assert report.mentions == 2
    assert [rejected.row for rejected in report.rejected] == [3, 2]
