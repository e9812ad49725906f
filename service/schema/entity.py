"""Entities: actors after resolution."""

from typing import Annotated, ClassVar

import strawberry

from service.plans.mapping import Key, Many, NodeMapping, Page, Part, Rows, Value
from service.schema import connections
from service.schema.comparison import JOINING, Comparison
from service.schema.connections import PageInfo
from service.schema.designation import DesignationConnection
from service.schema.enums import EntityFacetField, EntityKind, NameType
from service.schema.facets import ENTITY_FACETS, Facet, facets
from service.schema.fields import After, First, answered_by, mapped
from service.schema.filters import DesignationFilter, MentionFilter
from service.schema.identifier import IDENTIFIERS, Identifier
from service.schema.identity_event import IdentityEvent
from service.schema.mention import MentionConnection
from service.schema.name import NAMES, Name
from service.schema.node import Node
from service.schema.patterns import (
    MENTIONS_BY_SEQUENCE,
    NAME_ORDER,
    NEWEST_DESIGNATION_FIRST,
)
from service.schema.property import PROPERTIES, Property
from service.schema.relation import RELATIONS, RelationConnection
from service.schema.source import Source

_NameTypes = Annotated[
    list[NameType] | None,
    strawberry.argument(description="Only names used so, e.g. `[PRIMARY, ALIAS]`."),
]
_PropertyFields = Annotated[
    list[str] | None,
    strawberry.argument(description='Only these fields, e.g. `["birthDate", "position"]`.'),
]
_Mentions = Annotated[
    MentionFilter | None,
    strawberry.argument(description="Which of them, e.g. `{kind: [TEXT]}`."),
]
_Designations = Annotated[
    DesignationFilter | None,
    strawberry.argument(description='Which of them, e.g. `{activeOn: "2020-01-01"}`.'),
]

_FORMER_IDS = """COLLECT {
  MATCH (@this)<-[:RESOLVED_TO]-(@founder:Mention)
  WHERE @founder.wasFounder AND @founder.entityId <> @this.id
  WITH @founder ORDER BY @founder.sequence
  RETURN @founder.entityId
}"""


@strawberry.type(
    description="An actor after resolution: one person, organization, vessel or aircraft, however "
    "many sources mention it and however they spell it."
)
class Entity(Node):
    """An actor after resolution."""

    node: ClassVar[NodeMapping] = NodeMapping("Entity", "E-")

    kind: EntityKind = mapped(Value("@this.kind"), "What it is, e.g. `PERSON`.")
    caption: str = mapped(Value("@this.caption"), "The name to show, e.g. `KIM, Yong Chol`.")

    @answered_by(Many(NAMES))
    def names(self, type: _NameTypes = strawberry.UNSET) -> list[Name]:
        """Every spelling, primary names first, then by how many mentions use it.

        E.g. `names(type: [PRIMARY]) { value }`.
        """

    identifiers: list[Identifier] = mapped(
        IDENTIFIERS, "Every number, own ones before cited ones; e.g. its `ofac-uid`."
    )

    @answered_by(Many(PROPERTIES))
    def properties(self, field: _PropertyFields = strawberry.UNSET) -> list[Property]:
        """What sources assert, field by field: birthDate, nationality, position, address, flag, …

        E.g. `properties(field: ["birthDate"]) { value }`.
        """

    countries: list[str] = mapped(
        Value("coalesce(@this.countries, [])"),
        'Countries it is connected to, ISO 3166-1 alpha-2 in lower case, e.g. `["kp"]`.',
    )

    @answered_by(Page(Rows("MATCH (@this)<-[:RESOLVED_TO]-(@that:Mention)", MENTIONS_BY_SEQUENCE)))
    def mentions(
        self,
        first: First = 20,
        after: After = strawberry.UNSET,
        filter: _Mentions = strawberry.UNSET,
    ) -> MentionConnection:
        """Where sources speak of it, in the order of ingestion; e.g. `mentions { totalCount }`."""

    @answered_by(
        Page(Rows("MATCH (@this)<-[:DESIGNATES]-(@that:Designation)", NEWEST_DESIGNATION_FIRST))
    )
    def designations(
        self,
        first: First = 20,
        after: After = strawberry.UNSET,
        filter: _Designations = strawberry.UNSET,
    ) -> DesignationConnection:
        """What authorities decided on it, newest first; e.g. `designations { totalCount }`."""

    sources: list[Source] = mapped(
        Many(
            Rows(
                "MATCH (@this)<-[:RESOLVED_TO]-(:Mention)-[:IN]->(:Document)"
                "-[:FROM]->(@that:Source)\nWITH DISTINCT @that",
                NAME_ORDER,
            )
        ),
        "Who mentions it, each source once; e.g. two lists and a newspaper.",
    )

    @answered_by(RELATIONS)
    def relations(self, first: First = 20, after: After = strawberry.UNSET) -> RelationConnection:
        """How it is related to other actors; e.g. `relations { nodes { type outgoing } }`."""

    @answered_by(JOINING)
    def evidence(self, first: First = 50) -> list[Comparison]:
        """The comparisons that joined its mentions, strongest first: one fewer than the mentions.

        E.g. `evidence(first: 10) { score text }`.
        """

    @answered_by(
        Many(
            Rows(
                "MATCH (@this)<-[:RESOLVED_TO]-(:Mention)<-[:CONCERNS]-(@that:IdentityEvent)\n"
                "WITH DISTINCT @that",
                (Key("@that.id"),),
            )
        )
    )
    def history(self, first: First = 50) -> list[IdentityEvent]:
        """What happened to its ids, oldest first; e.g. `history { type at }`."""

    former_ids: list[strawberry.ID] = mapped(
        Value(_FORMER_IDS),
        "Ids that once named this actor; asking for one of them answers this entity. "
        'E.g. `["E-A7XK3M2QZ5RT"]`.',
    )


@strawberry.type(description="An entity and its place in the list.")
class EntityEdge:
    """An entity and its place in the list."""

    node: Entity = connections.node()
    cursor: str = connections.cursor()


_FacetFields = Annotated[
    list[EntityFacetField],
    strawberry.argument(description="What to count by, e.g. `[KIND, COUNTRY]`."),
]


@strawberry.type(description="A page of entities.")
class EntityConnection:
    """A page of entities."""

    edges: list[EntityEdge] = connections.edges()
    nodes: list[Entity] = connections.nodes()
    page_info: PageInfo = connections.page_info()
    total_count: int = connections.total_count()

    @answered_by(Part.FACETS, facets=ENTITY_FACETS, make=facets)
    def facets(self, fields: _FacetFields) -> list[Facet]:
        """Counts over all pages, most frequent first; e.g. `facets(fields: [KIND]) { field }`."""
