"""Records as rows for Cypher: what a Mention, Document or Source node holds (docs/graph.md)."""

import hashlib
import json
from typing import Any

from actors.names import script
from actors.records import Document, Identifier, Mention, Source
from actors.records.interchange import to_json


def source_row(source: Source) -> dict[str, Any]:
    """Return the properties of a Source node."""
    return {
        "id": source.id,
        "name": source.name,
        "publisher": source.publisher,
        "tier": source.tier.value,
        "country": source.country,
        "url": source.url,
    }


def document_row(document: Document) -> dict[str, Any]:
    """Return the properties of a Document node."""
    return {
        "id": document.id,
        "title": document.title,
        "url": document.url,
        "publishedOn": document.published_on.isoformat() if document.published_on else None,
        "retrievedAt": document.retrieved_at.isoformat().replace("+00:00", "Z"),
        "language": document.language,
        "sha256": document.sha256,
        "text": document.text,
        "isComplete": document.is_complete,
    }


def edition_day(document: Document) -> str:
    """Return the day an edition counts from: its publication, else its retrieval."""
    return (document.published_on or document.retrieved_at.date()).isoformat()


def mention_row(mention: Mention) -> dict[str, Any]:
    """Return the properties of a Mention node that its source decides."""
    content = to_json(mention)
    names = {name.value: name for name in reversed(mention.names)}
    ordered = [names[value] for value in dict.fromkeys(name.value for name in mention.names)]
    assertions = mention.assertions()
    stated = [(field, value) for field, values in assertions.items() for value in values]
    return {
        "id": mention.id,
        "kind": mention.kind.value,
        "entityKind": mention.entity_kind.value,
        "recordId": mention.record_id,
        "quote": mention.quote,
        "start": mention.start,
        "end": mention.end,
        "sentence": mention.sentence,
        "extractor": mention.extractor,
        "names": [name.value for name in ordered],
        "nameTypes": [name.type.value for name in ordered],
        "nameScripts": [script(name.value) for name in ordered],
        "propertyFields": [field for field, _ in stated],
        "propertyValues": [value for _, value in stated],
        "countries": list(mention.countries),
        "assertions": _json(_assertions(mention, assertions)),
        "content": _json(content),
        "contentHash": content_hash(mention),
        "entityId": mention.own_entity_id,
    }


def identifier_rows(mention: Mention) -> list[dict[str, Any]]:
    """Return the Identifier nodes a mention carries, each once."""
    rows = {_identifier_id(carried): carried for carried in mention.identifiers}
    return [
        {
            "id": identifier,
            "scheme": carried.scheme,
            "value": carried.value,
            "country": carried.country,
            "key": carried.key,
        }
        for identifier, carried in rows.items()
    ]


def content_hash(mention: Mention) -> str:
    """Return a hash of all a mention says, whichever edition says it."""
    said = {key: value for key, value in to_json(mention).items() if key != "document"}
    return hashlib.sha256(_json(said).encode()).hexdigest()[:32]


def _identifier_id(identifier: Identifier) -> str:
    return f"identifier:{identifier.key}:{identifier.country or ''}"


def _assertions(mention: Mention, stated: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    if not mention.identifiers:
        return dict(stated)
    carried = [
        {"scheme": one.scheme, "value": one.value, "country": one.country}
        for one in mention.identifiers
    ]
    return {**stated, "identifiers": carried}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
