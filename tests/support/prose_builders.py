"""Builders: a list of names, a document, and a reading of it."""

from datetime import UTC, date, datetime

from actors.records import (
    Document,
    EntityKind,
    Mention,
    MentionKind,
    Name,
    NameType,
    SourceId,
    document_id,
    record_mention_id,
)
from resolution.text import Gazetteer, TextReading, read_text

LIST = SourceId("some-list")
PAPER = SourceId("some-paper")


def listed(
    *names: str | Name, kind: EntityKind = EntityKind.PERSON, record: str | None = None
) -> Mention:
    """A list's record: the first name is its primary one, the others are aliases."""
    typed = [
        name
        if isinstance(name, Name)
        else Name(name, NameType.PRIMARY if number == 0 else NameType.ALIAS)
        for number, name in enumerate(names)
    ]
    record = record or typed[0].value
    return Mention(
        id=record_mention_id(LIST, record),
        kind=MentionKind.RECORD,
        source=LIST,
        document=document_id(LIST, "edition"),
        entity_kind=kind,
        quote=typed[0].value,
        names=tuple(typed),
        record_id=record,
    )


def organization(*names: str | Name) -> Mention:
    return listed(*names, kind=EntityKind.ORGANIZATION)


def vessel(*names: str | Name) -> Mention:
    return listed(*names, kind=EntityKind.VESSEL)


def article(text: str, *, title: str = "", published_on: date | None = None) -> Document:
    return Document(
        id=document_id(PAPER, text),
        source=PAPER,
        title=title,
        sha256="",
        retrieved_at=datetime(2025, 1, 1, tzinfo=UTC),
        published_on=published_on,
        text=text,
    )


def reading(text: str, *records: Mention, title: str = "", on: date | None = None) -> TextReading:
    return read_text(article(text, title=title, published_on=on), Gazetteer.of(records))


def quotes(text: str, *records: Mention) -> list[str]:
    """What is found in a text, as written."""
    return [mention.quote for mention in reading(text, *records).mentions]


def only(text: str, *records: Mention) -> Mention:
    """The one mention that a text holds."""
    (mention,) = reading(text, *records).mentions
    return mention


def counts(text: str, *, title: str = "", on: date | None = None) -> list[dict[str, int]]:
    """What a text's claims count, kind by kind."""
    kinds = ("persons", "organizations", "vessels", "aircraft", "actors")
    return [
        {kind: value for kind in kinds if (value := getattr(claim, kind)) is not None}
        for claim in reading(text, title=title, on=on).claims
    ]
