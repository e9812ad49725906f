"""Reads our own interchange format: JSON Lines, one record a line (docs/mentions.md).

The JSON Schema beside this module is the contract. It is compiled once into a function, because a
general validator would take longer than everything else the reader does.
"""

import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import fastjsonschema

from actors.records import DocumentId, Mention, Rejected, Source
from actors.records.interchange import from_json
from resolution.sources.acceptance import UNSTORABLE
from resolution.sources.documents import Described, document_of, read_bytes
from resolution.sources.entries import CatalogueDocument
from resolution.sources.mistakes import told
from resolution.sources.reading import Reading, list_reading

SCHEMA_NAME = "mentions.schema.json"


def read(source: Source, entry: CatalogueDocument) -> Reading:
    """Return all records of the file; a line that is none is rejected."""
    content = read_bytes(entry.path)
    document = document_of(source, entry, [content], Described())
    mentions: dict[str, tuple[int, Mention]] = {}
    rejected: list[Rejected] = []
    for line, written in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not written.strip():
            continue
        found = _mention(written, source, document.id)
        if isinstance(found, str):
            rejected.append(Rejected(str(entry.path), line, found))
        elif found.id in mentions:
            reason = f"record {found.record_id!r} stands in the file already"
            rejected.append(Rejected(str(entry.path), line, reason, loses_record=False))
        else:
            mentions[found.id] = line, found
    return list_reading(entry, document, mentions.values(), rejected)


def schema() -> dict[str, Any]:
    """Return the published JSON Schema of a line."""
    content = files("resolution.sources").joinpath(SCHEMA_NAME).read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(content)
    return loaded


@cache
def _validate() -> Callable[[object], object]:
    compiled: Callable[[object], object] = fastjsonschema.compile(schema(), use_default=False)
    return compiled


def row_of(written: bytes) -> dict[str, Any] | str:
    """Return the object of a line that fits the schema, or why it does not."""
    try:
        row: dict[str, Any] = json.loads(written)
        _validate()(row)
    except UnicodeError as error:
        return "is not UTF-8" if isinstance(error, UnicodeDecodeError) else UNSTORABLE
    except (json.JSONDecodeError, RecursionError) as error:
        return f"is not JSON: {error}"
    except fastjsonschema.JsonSchemaValueException as error:
        return told(error)
    return row


def _mention(written: bytes, source: Source, document: DocumentId) -> Mention | str:
    """Return the record of a line, or why it is none."""
    row = row_of(written)
    if isinstance(row, str):
        return row
    if row.get("source", source.id) != source.id:
        return f"is of the source {row['source']!r}, not of {source.id!r}"
    try:
        return from_json({**row, "source": source.id, "document": document})
    except UnicodeError:
        return UNSTORABLE
    except ValueError as error:
        return str(error)
