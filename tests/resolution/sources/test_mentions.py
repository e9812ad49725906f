import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from actors.errors import SourceError
from actors.records import EntityKind, Mention
from actors.records.interchange import to_json
from resolution.sources import CatalogueDocument, Reading, default_source, read
from resolution.sources.mentions import schema

Write = Callable[[str, str | bytes], Path]
SOURCE = default_source("mentions", "a-list")
ROW: dict[str, Any] = {"record_id": "7", "names": [{"value": "Orla Vane"}]}
FULL: dict[str, Any] = {
    **ROW,
    "source": "a-list",
    "kind": "PERSON",
    "quote": "VANE, Orla",
    "names": [{"value": "VANE, Orla", "type": "PRIMARY", "family": "VANE", "given": "Orla"}],
    "birth_dates": ["1968-04-12", "1969~"],
    "countries": ["ie"],
    "identifiers": [{"scheme": "passport", "value": "P900100", "country": "ie"}],
    "properties": {"birthPlace": ["Cork"], "remarks": []},
    "designations": [
        {
            "authority": "us-ofac",
            "programmes": ["us-ofac:NPWMD"],
            "legal_bases": ["E.O. 13382"],
            "listed_on": "2024-12",
            "status": "ACTIVE",
            "reasons": ["arms"],
        }
    ],
    "relations": [{"type": "LINKED_TO", "target": "VANE LTD"}],
}


def reading(write: Write, *lines: object) -> Reading:
    written = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path = write("mentions.jsonl", "\n".join(written) + "\n")
    return read(SOURCE, "mentions", CatalogueDocument(path))


def only(write: Write, line: object) -> Mention:
    [mention] = reading(write, line).mentions
    return mention


def test_one_name_and_a_record_id_are_enough(write: Write) -> None:
    mention = only(write, ROW)

    assert (mention.source, mention.record_id) == ("a-list", "7")
    assert mention.entity_kind is EntityKind.UNKNOWN


def test_all_that_a_line_says_is_read_and_written_again(write: Write) -> None:
    mention = only(write, FULL)

    assert to_json(mention) == {**FULL, "document": mention.document}


def test_what_the_graph_stores_can_be_read_as_a_file(write: Write) -> None:
    mention = only(write, FULL)

    assert only(write, to_json(mention)).names == mention.names


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is not JSON"),
        ("[]", "the line is []; expected an object"),
        ({"record_id": "7"}, "has no names"),
        ({"record_id": "7", "names": []}, "names is empty; expected at least 1"),
        ({**ROW, "record_id": 7}, "record_id is 7; expected a text in quotes"),
        ({**ROW, "names": [{"value": " "}]}, "names, entry 1, value is empty"),
        ({**ROW, "record_id": " "}, "record_id is empty"),
        (
            {**ROW, "identifiers": [{"scheme": " ", "value": "1"}]},
            "identifiers, entry 1, scheme is empty",
        ),
        (
            {**ROW, "identifiers": [{"scheme": "imo", "value": "\n"}]},
            "identifiers, entry 1, value is empty",
        ),
        ({**ROW, "record_id": "\ud800"}, "a lone surrogate"),
        ({**ROW, "kind": "SHIP"}, "kind is 'SHIP'; expected one of PERSON"),
        (
            {**ROW, "birth_dates": ["12/04/1968"]},
            "birth_dates, entry 1 is '12/04/1968', which it cannot be; expected e.g. 1968",
        ),
        ({**ROW, "birth_dates": ["1968-02-30"]}, "day is out of range"),
        ({**ROW, "countries": ["IE"]}, "countries, entry 1 is 'IE'"),
        ({**ROW, "nmaes": []}, "has 'nmaes', which is no field of this format"),
        ({**ROW, "mention": "TEXT"}, "has 'mention', which is no field of this format"),
        ({**ROW, "source": "other"}, "is of the source 'other', not of 'a-list'"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_a_line_that_is_no_record_is_rejected_with_its_reason(
    write: Write, line: object, reason: str
) -> None:
    read_ = reading(write, ROW, line)

    assert len(read_.mentions) == 1
    [rejected] = read_.rejected
    assert rejected.row == 2
    assert reason in rejected.reason


def test_a_record_stands_once(write: Write) -> None:
    read_ = reading(write, ROW, "", ROW)

    assert read_.records == 2
    assert [str(rejected.row) for rejected in read_.rejected] == ["3"]


def test_a_file_without_a_record_is_an_error(write: Write) -> None:
    with pytest.raises(SourceError, match="no record of the expected format"):
        reading(write, "name,id", "Orla,7")


def test_the_published_schema_is_sound_and_says_what_the_reader_does() -> None:
    validator = jsonschema.Draft7Validator(schema())
    validator.check_schema(schema())

    assert validator.is_valid(ROW)
    assert validator.is_valid(FULL)
    assert not validator.is_valid({**ROW, "kind": "SHIP"})
