"""Relations between actors, as sources state them."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from service.plans.mapping import Key, Many, Page, Rows, Same, Value
from service.schema import connections
from service.schema.connections import PageInfo
from service.schema.enums import RelationType
from service.schema.fields import First, answered_by, mapped
from service.schema.mention import Mention
from service.schema.patterns import MENTIONS_BY_SEQUENCE, SERVED_MENTION

if TYPE_CHECKING:
    from service.schema.entity import Entity

_IS_INCOMING = "CASE startNode(@link) WHEN @this THEN 0 ELSE 1 END"

RELATIONS = Page(
    Rows(
        "MATCH (@this)-[@link:RELATED]-(@other:Entity)",
        (
            Key("@link.type"),
            Key("@other.sortCaption"),
            Key("@other.id"),
            Key(_IS_INCOMING, is_number=True),
        ),
        {"from": "this", "link": "link", "other": "other"},
    )
)


@strawberry.type(description="A directed relation between two actors, as a source states it.")
class Relation:
    """A directed relation between two actors, as a source states it."""

    type: RelationType = mapped(Value("@link.type"), "How they are related, e.g. `OWNED_BY`.")
    outgoing: bool = mapped(
        Value("startNode(@link) = @from"),
        "Whether it goes from this actor to the other: with `OWNED_BY`, whether this one is owned.",
    )
    other: Annotated["Entity", strawberry.lazy("service.schema.entity")] = mapped(
        Same({"this": "other"}), "The other actor, e.g. `other { caption }`."
    )

    @answered_by(
        Many(
            Rows(
                "MATCH (@that:Mention) WHERE @that.id IN @link.mentionIds WITH @that",
                MENTIONS_BY_SEQUENCE,
                holding=SERVED_MENTION,
            )
        )
    )
    def mentions(self, first: First = 20) -> list[Mention]:
        """The mentions that state it, oldest first; e.g. `mentions { document { title } }`."""


@strawberry.type(description="A relation and its place in the list.")
class RelationEdge:
    """A relation and its place in the list."""

    node: Relation = connections.node()
    cursor: str = connections.cursor()


@strawberry.type(description="A page of relations.")
class RelationConnection:
    """A page of relations."""

    edges: list[RelationEdge] = connections.edges()
    nodes: list[Relation] = connections.nodes()
    page_info: PageInfo = connections.page_info()
    total_count: int = connections.total_count()
