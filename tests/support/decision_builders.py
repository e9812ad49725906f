"""Builders of resolved mentions, editions and texts, with honest defaults."""

from datetime import UTC, date, datetime

from actors.records import (
    CountClaim,
    DesignationClaim,
    Document,
    DocumentId,
    EntityId,
    EntityKind,
    Mention,
    MentionKind,
    Name,
    PartialDate,
    SourceId,
    record_mention_id,
    text_mention_id,
)
from resolution.designations import DecisionInputs, ResolvedMention

OFAC_LIST = SourceId("us-ofac-sdn")
DAY = date(2024, 12, 16)


def listing(
    authority: str = "us-ofac", on: str | None = "2024-12-16", **more: object
) -> DesignationClaim:
    """A claim that an authority listed the actor on a day."""
    listed_on = PartialDate.parse(on) if on else None
    return DesignationClaim(authority, listed_on=listed_on, **more)  # type: ignore[arg-type]


def record(
    name: str,
    *claims: DesignationClaim,
    entity: str | None = None,
    sequence: int = 1,
    source: SourceId = OFAC_LIST,
    seen: tuple[date, date] = (date(2025, 1, 16), date(2025, 1, 16)),
) -> ResolvedMention:
    """A list's record that claims designations; its entity is named as it is unless told."""
    mention = Mention(
        id=record_mention_id(source, name),
        kind=MentionKind.RECORD,
        source=source,
        document=DocumentId("D-list"),
        entity_kind=EntityKind.UNKNOWN,
        quote=name,
        names=(Name(name),),
        record_id=name,
        designations=claims,
    )
    return ResolvedMention(mention, EntityId(entity or f"E-{name}"), sequence, *seen)


def told(document: str, entity: str, *, at: int = 0, sequence: int = 1000) -> ResolvedMention:
    """A text's mention of an entity."""
    mention = Mention(
        id=text_mention_id(DocumentId(document), at, at + 1),
        kind=MentionKind.TEXT,
        source=SourceId("paper"),
        document=DocumentId(document),
        entity_kind=EntityKind.UNKNOWN,
        quote=entity,
        names=(Name(entity),),
        start=at,
        end=at + 1,
    )
    return ResolvedMention(mention, EntityId(entity), sequence, DAY, DAY)


def edition(on: date, *, source: SourceId = OFAC_LIST, is_complete: bool = True) -> Document:
    """An edition of a list."""
    return _document(f"D-{source}-{on}", source, on, is_complete=is_complete)


def text(name: str, on: date | None = date(2024, 12, 17)) -> Document:
    """An article."""
    return _document(name, SourceId("paper"), on, is_complete=False)


def counting(quote: str = "some", **kinds: int) -> CountClaim:
    """A text's count."""
    return CountClaim(quote, 0, len(quote), **kinds)


def inputs(
    resolved: list[ResolvedMention],
    *documents: Document,
    persons: tuple[str, ...] = (),
    claims: dict[str, tuple[CountClaim, ...]] | None = None,
) -> DecisionInputs:
    """What decisions are derived from; who is no person is an organization."""
    kinds = {
        one.entity: EntityKind.PERSON if one.entity in persons else EntityKind.ORGANIZATION
        for one in resolved
    }
    told_claims = {DocumentId(document): found for document, found in (claims or {}).items()}
    return DecisionInputs(
        tuple(resolved), kinds, {document.id: document for document in documents}, told_claims
    )


def _document(name: str, source: SourceId, on: date | None, *, is_complete: bool) -> Document:
    return Document(
        id=DocumentId(name),
        source=source,
        title=name,
        sha256="",
        retrieved_at=datetime(2025, 2, 1, tzinfo=UTC),
        published_on=on,
        is_complete=is_complete,
    )
