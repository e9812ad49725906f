"""Mentions as JSON and back: the format of docs/mentions.md, in which the graph stores them too.

`from_json(to_json(mention)) == mention` for every mention. Ids are not written: a record's follows
from source and record id, a span's from document and place. Empty fields are left out, so that an
export stays readable; `mention` is written for spans of text only, as records are the rule.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from actors.records.claims import DesignationClaim, RelationClaim
from actors.records.dates import PartialDate
from actors.records.enums import (
    DesignationStatus,
    EntityKind,
    MentionKind,
    NameType,
    RelationType,
)
from actors.records.ids import DocumentId, SourceId, record_mention_id, text_mention_id
from actors.records.mention import Identifier, Mention, Name

JsonObject = dict[str, Any]

_read_date = lru_cache(maxsize=100_000)(PartialDate.parse)


def to_json(mention: Mention) -> JsonObject:
    """Return all a mention says as one JSON object, empty fields left out."""
    is_text = mention.kind is MentionKind.TEXT
    written: JsonObject = {
        "mention": mention.kind.value if is_text else None,
        "source": mention.source,
        "document": mention.document,
        "record_id": mention.record_id,
        "kind": mention.entity_kind.value,
        "quote": mention.quote,
        "start": mention.start,
        "end": mention.end,
        "sentence": mention.sentence,
        "extractor": mention.extractor,
        "names": [_name_to_json(name) for name in mention.names],
        "birth_dates": _dates(mention.birth_dates),
        "countries": list(mention.countries),
        "identifiers": [_identifier_to_json(one) for one in mention.identifiers],
        "properties": {field: list(values) for field, values in mention.properties.items()},
        "designations": [_designation_to_json(claim) for claim in mention.designations],
        "relations": [
            {"type": claim.type.value, "target": claim.target} for claim in mention.relations
        ],
    }
    return _without_empty(written)


def from_json(written: Mapping[str, Any]) -> Mention:
    """Return the mention that `to_json` wrote, or that a row of the interchange format describes.

    The object has `source` and `document` and is well formed (the JSON Schema says how); a date or
    word outside its set is a ValueError, a missing key a KeyError.
    """
    kind = MentionKind(written.get("mention", MentionKind.RECORD))
    source, document = SourceId(written["source"]), DocumentId(written["document"])
    names = tuple(
        _name_from_json(name, is_first=not place) for place, name in enumerate(written["names"])
    )
    start, end = written.get("start"), written.get("end")
    record_id = written.get("record_id")
    return Mention(
        id=(
            text_mention_id(document, written["start"], written["end"])
            if kind is MentionKind.TEXT
            else record_mention_id(source, written["record_id"])
        ),
        kind=kind,
        source=source,
        document=document,
        entity_kind=EntityKind(written.get("kind", EntityKind.UNKNOWN)),
        quote=written["quote"] if "quote" in written else names[0].value,
        names=names,
        record_id=record_id,
        start=start,
        end=end,
        sentence=written.get("sentence"),
        birth_dates=_read_dates(written.get("birth_dates", ())),
        countries=tuple(written.get("countries", ())),
        identifiers=tuple(
            Identifier(one["scheme"], one["value"], one.get("country"))
            for one in written.get("identifiers", ())
        ),
        properties={
            field: tuple(values) for field, values in written.get("properties", {}).items()
        },
        designations=tuple(
            _designation_from_json(claim) for claim in written.get("designations", ())
        ),
        relations=tuple(
            RelationClaim(RelationType(claim["type"]), claim["target"])
            for claim in written.get("relations", ())
        ),
        extractor=written.get("extractor"),
    )


def _name_to_json(name: Name) -> JsonObject:
    return _stated(
        {
            "value": name.value,
            "type": name.type.value,
            "family": name.family,
            "given": name.given,
        }
    )


def _name_from_json(written: Mapping[str, Any], *, is_first: bool) -> Name:
    without_type = NameType.PRIMARY if is_first else NameType.ALIAS
    return Name(
        value=written["value"],
        type=NameType(written.get("type", without_type)),
        family=written.get("family"),
        given=written.get("given"),
    )


def _identifier_to_json(identifier: Identifier) -> JsonObject:
    return _stated(
        {
            "scheme": identifier.scheme,
            "value": identifier.value,
            "country": identifier.country,
        }
    )


def _designation_to_json(claim: DesignationClaim) -> JsonObject:
    written: JsonObject = {
        "authority": claim.authority,
        "programmes": list(claim.programmes),
        "legal_bases": list(claim.legal_bases),
        "listed_on": _date(claim.listed_on),
        "announced_on": _date(claim.announced_on),
        "ended_on": _date(claim.ended_on),
        "status": claim.status.value,
        "reasons": list(claim.reasons),
    }
    return _without_empty(written)


def _designation_from_json(written: Mapping[str, Any]) -> DesignationClaim:
    return DesignationClaim(
        authority=written["authority"],
        programmes=tuple(written.get("programmes", ())),
        legal_bases=tuple(written.get("legal_bases", ())),
        listed_on=_read_optional_date(written.get("listed_on")),
        announced_on=_read_optional_date(written.get("announced_on")),
        ended_on=_read_optional_date(written.get("ended_on")),
        status=DesignationStatus(written.get("status", DesignationStatus.ACTIVE)),
        reasons=tuple(written.get("reasons", ())),
    )


def _date(value: PartialDate | None) -> str | None:
    return None if value is None else str(value)


def _dates(values: Iterable[PartialDate]) -> list[str]:
    return [str(value) for value in values]


def _read_optional_date(text: str | None) -> PartialDate | None:
    return None if text is None else _read_date(text)


def _read_dates(texts: Iterable[str]) -> tuple[PartialDate, ...]:
    return tuple(_read_date(text) for text in texts)


def _stated(written: JsonObject) -> JsonObject:
    return {key: value for key, value in written.items() if value is not None}


def _without_empty(written: JsonObject) -> JsonObject:
    """Leave out what says nothing; an empty string says something, and `names` must be there."""
    return {
        key: value
        for key, value in written.items()
        if value is not None and (value not in ([], {}) or key == "names")
    }
