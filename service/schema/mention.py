"""Mentions: the places where sources speak of actors."""

from typing import TYPE_CHECKING, Annotated, ClassVar

import orjson
import strawberry

from service.plans.mapping import NodeMapping, One, Rows, Value
from service.schema import connections
from service.schema.connections import PageInfo
from service.schema.document import Document
from service.schema.enums import EntityKind, MentionKind
from service.schema.fields import mapped
from service.schema.node import Node
from service.schema.patterns import SERVED_MENTION
from service.schema.scalars import Json

if TYPE_CHECKING:
    from service.schema.entity import Entity


@strawberry.type(
    description="One place where a source speaks of an actor: a list's record, or a span of a text."
)
class Mention(Node):
    """One place where a source speaks of an actor."""

    node: ClassVar[NodeMapping] = NodeMapping("Mention", "M-", SERVED_MENTION)

    kind: MentionKind = mapped(Value("@this.kind"), "Record or text, e.g. `TEXT`.")
    entity_kind: EntityKind | None = mapped(
        Value("@this.entityKind"), "What this source takes the actor for, e.g. `PERSON`."
    )
    document: Document = mapped(
        One(Rows("MATCH (@this)-[:IN]->(@that:Document)")),
        "Where it stands; for a record, the newest edition of its list that holds it. "
        "E.g. `document { title }`.",
    )
    entity: Annotated["Entity", strawberry.lazy("service.schema.entity")] = mapped(
        One(Rows("MATCH (@this)-[:RESOLVED_TO]->(@that:Entity)")),
        "The actor it speaks of, as resolved; e.g. `entity { caption }`.",
    )
    record_id: str | None = mapped(
        Value("@this.recordId"), "The list's own key for the record, e.g. `52293`; null for text."
    )
    quote: str = mapped(Value("@this.quote"), "As written in the source, e.g. `KIM, Yong Chol`.")
    start: int | None = mapped(
        Value("@this.start"),
        "Where the quote begins in the document's text, in code points from 0, e.g. `118`; null "
        "for a record.",
    )
    end: int | None = mapped(
        Value("@this.end"), "Where the quote ends: `text[start:end]` is the quote; e.g. `131`."
    )
    sentence: str | None = mapped(
        Value("@this.sentence", weight=10),
        "The sentence around it, e.g. `Treasury listed Kim Yong Chol.`",
    )
    names: list[str] = mapped(
        Value("coalesce(@this.names, [])"), "Every name it gives, e.g. `KIM, Yong Chol`."
    )
    assertions: Json = mapped(
        Value('coalesce(@this.assertions, "{}")', orjson.loads, weight=20),
        'Everything else the source says here, by field: `{"birthDate": ["1968"]}`.',
    )
    score: float = mapped(
        Value("coalesce([(@this)-[@link:RESOLVED_TO]->(:Entity) | @link.score][0], 1.0)"),
        "How sure it is that the mention belongs to its entity, 0 to 1, e.g. `0.97`; 1 for one "
        "that stands alone.",
    )


@strawberry.type(description="A mention and its place in the list.")
class MentionEdge:
    """A mention and its place in the list."""

    node: Mention = connections.node()
    cursor: str = connections.cursor()


@strawberry.type(description="A page of mentions.")
class MentionConnection:
    """A page of mentions."""

    edges: list[MentionEdge] = connections.edges()
    nodes: list[Mention] = connections.nodes()
    page_info: PageInfo = connections.page_info()
    total_count: int = connections.total_count()
