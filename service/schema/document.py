"""Documents: articles, releases, and editions of lists."""

from typing import TYPE_CHECKING, Annotated, ClassVar, Optional

import strawberry

from service.plans.mapping import Absent, Key, Many, NodeMapping, One, Page, Rows, Value
from service.schema import connections
from service.schema.connections import PageInfo
from service.schema.fields import After, First, answered_by, mapped
from service.schema.node import Node
from service.schema.patterns import SERVED_MENTION
from service.schema.scalars import Date, DateTime
from service.schema.source import Source

if TYPE_CHECKING:
    from service.schema.count_claim import CountClaim
    from service.schema.mention import MentionConnection

_MENTIONS = Rows(
    "MATCH (@this)<-[:IN]-(@that:Mention)",
    (
        Key("coalesce(@that.start, 0)", is_number=True),
        Key("@that.sequence", is_number=True),
        Key("@that.id"),
    ),
    holding=f"{SERVED_MENTION} AND @this.isRetired IS NULL",
)
"""A text's mentions as they stand in it, retired ones left out; a list's as they were ingested."""


@strawberry.type(description="An article, a press release, or one edition of a list.")
class Document(Node):
    """An article, a press release, or one edition of a list."""

    node: ClassVar[NodeMapping] = NodeMapping("Document", "D-")

    source: Source = mapped(
        One(Rows("MATCH (@this)-[:FROM]->(@that:Source)")), "Who published it, e.g. an outlet."
    )
    title: str = mapped(
        Value("@this.title"), "Its title, else its first line; e.g. `Sanctions announced`."
    )
    url: str | None = mapped(
        Value("@this.url"), "Where it can be read, e.g. `https://example.org/2024/12/16`."
    )
    published_on: Date | None = mapped(
        Value("@this.publishedOn"), "The day it was published, e.g. `2024-12-16`."
    )
    retrieved_at: DateTime = mapped(
        Value("@this.retrievedAt"), "When it was fetched, e.g. `2024-12-17T08:00:00Z`."
    )
    language: str | None = mapped(Value("@this.language"), "Its language, e.g. `en`.")
    sha256: str = mapped(
        Value("@this.sha256"), "Fingerprint of its bytes: 64 hexadecimal digits, e.g. `9f86d081…`."
    )
    text: str | None = mapped(
        Value("@this.text", weight=500),
        "Prose only: the text exactly as decoded, so that spans count in it; e.g. `Today, …`.",
    )
    copy_of: Optional[  # noqa: UP045 - a forward reference cannot be joined with |
        Annotated["Document", strawberry.lazy("service.schema.document")]
    ] = mapped(
        Absent(),
        "The earlier document this one nearly copies. Copies are not recognised yet: `null`.",
    )

    @answered_by(Page(_MENTIONS))
    def mentions(
        self, first: First = 50, after: After = strawberry.UNSET
    ) -> Annotated["MentionConnection", strawberry.lazy("service.schema.mention")]:
        """Where it speaks of actors, in the text's order; e.g. `mentions { nodes { quote } }`."""

    count_claims: list[Annotated["CountClaim", strawberry.lazy("service.schema.count_claim")]] = (
        mapped(
            Many(
                Rows(
                    "MATCH (@this)<-[:IN]-(@that:CountClaim)",
                    (Key("@that.start"), Key("@that.id")),
                )
            ),
            "Its own counts of actors, in the text's order; e.g. one quoting `nine individuals`.",
        )
    )


@strawberry.type(description="A document and its place in the list.")
class DocumentEdge:
    """A document and its place in the list."""

    node: Document = connections.node()
    cursor: str = connections.cursor()


@strawberry.type(description="A page of documents.")
class DocumentConnection:
    """A page of documents."""

    edges: list[DocumentEdge] = connections.edges()
    nodes: list[Document] = connections.nodes()
    page_info: PageInfo = connections.page_info()
    total_count: int = connections.total_count()
