"""Designations: what authorities decided on actors."""

from typing import TYPE_CHECKING, Annotated, ClassVar, Optional

import strawberry

from service.plans.mapping import Key, Many, NodeMapping, One, Page, Rows, Value
from service.schema import connections
from service.schema.authority import Authority
from service.schema.connections import PageInfo
from service.schema.enums import DesignationStatus
from service.schema.fields import After, First, answered_by, mapped
from service.schema.legal_basis import LegalBasis
from service.schema.mention import MentionConnection
from service.schema.node import Node
from service.schema.patterns import MENTIONS_BY_SEQUENCE, NAME_ORDER, SERVED_MENTION
from service.schema.programme import Programme
from service.schema.scalars import Date
from service.schema.source import Source

if TYPE_CHECKING:
    from service.schema.action import Action
    from service.schema.entity import Entity


@strawberry.type(description="One authority's decision on one actor.")
class Designation(Node):
    """One authority's decision on one actor."""

    node: ClassVar[NodeMapping] = NodeMapping("Designation", "G-")

    entity: Annotated["Entity", strawberry.lazy("service.schema.entity")] = mapped(
        One(Rows("MATCH (@this)-[:DESIGNATES]->(@that:Entity)")),
        "Whom it concerns, e.g. `entity { caption }`.",
    )
    authority: Authority = mapped(
        One(Rows("MATCH (@this)-[:BY]->(@that:Authority)")), "Who decided, e.g. OFAC."
    )
    programmes: list[Programme] = mapped(
        Many(
            Rows("MATCH (@this)-[:UNDER]->(@that:Programme)", (Key("@that.key"), Key("@that.id")))
        ),
        "The headings it stands under, e.g. `NPWMD`.",
    )
    legal_bases: list[LegalBasis] = mapped(
        Many(Rows("MATCH (@this)-[:BASED_ON]->(@that:LegalBasis)", (Key("@that.code"),))),
        "The acts it rests on, e.g. `E.O. 13382`.",
    )
    status: DesignationStatus = mapped(Value("@this.status"), "Where it stands, e.g. `ACTIVE`.")
    announced_on: Date | None = mapped(
        Value("@this.announcedOn"), "The day a text announced it, e.g. `2024-12-16`."
    )
    listed_on: Date | None = mapped(
        Value("@this.listedOn"), "The day it was put on the list, e.g. `2024-12-16`."
    )
    ended_on: Date | None = mapped(
        Value("@this.endedOn"), "The day it was taken off the list or lapsed, e.g. `2025-03-01`."
    )
    reasons: list[str] = mapped(
        Value("coalesce(@this.reasons, [])"), "The grounds as stated, e.g. `Moved money for …`."
    )
    action: Optional[  # noqa: UP045 - a forward reference cannot be joined with |
        Annotated["Action", strawberry.lazy("service.schema.action")]
    ] = mapped(
        One(Rows("MATCH (@this)-[:PART_OF]->(@that:Action)")),
        "The day's action it was part of, e.g. that of 16 December 2024.",
    )
    sources: list[Source] = mapped(
        Many(
            Rows(
                "MATCH (@this)<-[:EVIDENCES]-(:Mention)-[:IN]->(:Document)"
                "-[:FROM]->(@that:Source)\n"
                "WITH DISTINCT @that",
                NAME_ORDER,
            )
        ),
        "Who says so: the list that holds it, the texts that announce it; e.g. `sources { name }`.",
    )

    @answered_by(
        Page(
            Rows(
                "MATCH (@this)<-[:EVIDENCES]-(@that:Mention)",
                MENTIONS_BY_SEQUENCE,
                holding=SERVED_MENTION,
            )
        )
    )
    def mentions(self, first: First = 20, after: After = strawberry.UNSET) -> MentionConnection:
        """The records and spans that evidence it; e.g. `mentions { nodes { quote } }`."""


@strawberry.type(description="A designation and its place in the list.")
class DesignationEdge:
    """A designation and its place in the list."""

    node: Designation = connections.node()
    cursor: str = connections.cursor()


@strawberry.type(description="A page of designations.")
class DesignationConnection:
    """A page of designations."""

    edges: list[DesignationEdge] = connections.edges()
    nodes: list[Designation] = connections.nodes()
    page_info: PageInfo = connections.page_info()
    total_count: int = connections.total_count()
