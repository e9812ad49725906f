"""The root: what clients may ask."""

import strawberry

from service.plans.mapping import ById, Condition, Key, Many, One, Page, Rows, Within
from service.schema.action import Action, ActionConnection
from service.schema.arguments import (
    Dates,
    Depth,
    DesignationOrders,
    Designations,
    Entities,
    EntityOrders,
    Id,
    Ids,
    Limit,
    Number,
    Scheme,
    Tiers,
)
from service.schema.authority import Authority
from service.schema.designation import DesignationConnection
from service.schema.document import Document, DocumentConnection
from service.schema.entity import Entity, EntityConnection
from service.schema.fields import After, Before, First, Last, answered_by, mapped
from service.schema.finding import CARRIER, ENTITIES, ENTITY
from service.schema.network import NETWORK, Network
from service.schema.node import Node
from service.schema.orders import DESIGNATION_KEYS
from service.schema.patterns import NAME_ORDER, NEWEST_DESIGNATION_FIRST, NEWEST_DOCUMENT_FIRST
from service.schema.programme import Programme
from service.schema.run import Run, RunConnection
from service.schema.source import Source


@strawberry.type(description="What can be asked.")
class Query:
    """What can be asked."""

    @answered_by(ById.ONE)
    def node(self, id: Id) -> Node | None:
        """Whatever has this id now, else null.

        E.g. `node(id: "authority:us-state") { ... on Authority { name } }`.
        """

    @answered_by(ById.SEVERAL)
    def nodes(self, ids: Ids) -> list[Node | None]:
        """Whatever has these ids now, in their order, null for each that nothing has.

        E.g. `nodes(ids: ["E-4Q2ZK7X3NBCD"]) { id }`.
        """

    @answered_by(ENTITY)
    def entity(self, id: Id) -> Entity | None:
        """The actor with this id; a former id answers the entity that its mention now belongs to.

        E.g. `entity(id: "E-4Q2ZK7X3NBCD") { caption }`.
        """

    @answered_by(CARRIER)
    def entity_by_identifier(self, scheme: Scheme, value: Number) -> Entity | None:
        """The one actor that carries the number; its own number wins over a cited one.

        Several are an error with code AMBIGUOUS; `entities(filter: {identifier: …})` lists them.
        E.g. `entityByIdentifier(scheme: "ofac-uid", value: "52293") { caption }`.
        """

    @answered_by(ENTITIES)
    def entities(
        self,
        filter: Entities = strawberry.UNSET,
        order_by: EntityOrders = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> EntityConnection:
        """Actors, filtered and ordered, by caption unless said otherwise; 20 a page.

        E.g. `entities(filter: {kind: [VESSEL]}, first: 50) { nodes { caption } }`.
        """

    @answered_by(NETWORK)
    def network(self, ids: Ids, depth: Depth = 1, limit: Limit = 100) -> Network:
        """Actors around these, and what relates them.

        E.g. `network(ids: ["E-4Q2ZK7X3NBCD"], depth: 2) { truncated }`.
        """

    @answered_by(
        Page(Rows("MATCH (@that:Designation)", NEWEST_DESIGNATION_FIRST), DESIGNATION_KEYS)
    )
    def designations(
        self,
        filter: Designations = strawberry.UNSET,
        order_by: DesignationOrders = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> DesignationConnection:
        """What authorities decided on actors, newest first unless said otherwise; 20 a page.

        E.g. `designations(filter: {status: [ACTIVE]}) { totalCount }`.
        """

    @answered_by(One(Rows("MATCH (@that:Action {id: $id})")))
    def action(self, id: Id) -> Action | None:
        """The action with this id; e.g. `action(id: "action:us:2024-12-16") { title }`."""

    @answered_by(
        Page(
            Rows(
                "MATCH (@that:Action)",
                (Key("@that.date", descending=True), Key("@that.id")),
                conditions={"date": Within("@this.date")},
            )
        )
    )
    def actions(
        self,
        date: Dates = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> ActionConnection:
        """What was announced or listed day by day, newest first; 20 a page.

        E.g. `actions(date: {from: "2024-12-16", to: "2024-12-16"}) { nodes { title } }`.
        """

    @answered_by(One(Rows("MATCH (@that:Document {id: $id})")))
    def document(self, id: Id) -> Document | None:
        """The document with this id; e.g. `document(id: "D-4Q2ZK7X3NBCD") { title text }`."""

    @answered_by(
        Page(
            Rows(
                "MATCH (@that:Document)",
                NEWEST_DOCUMENT_FIRST,
                conditions={
                    "tier": Condition(
                        "EXISTS { MATCH (@this)-[:FROM]->(@source:Source) "
                        "WHERE @source.tier IN $value }"
                    ),
                    "publishedOn": Within("@this.publishedOn"),
                },
            )
        )
    )
    def documents(
        self,
        tier: Tiers = strawberry.UNSET,
        published_on: Dates = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> DocumentConnection:
        """Articles, releases and editions of lists, newest first; 20 a page.

        E.g. `documents(tier: [NEWS], first: 5) { nodes { title } }`.
        """

    sources: list[Source] = mapped(
        Many(Rows("MATCH (@that:Source)", NAME_ORDER)),
        "Every source, by name; e.g. `sources { id tier }`.",
    )
    authorities: list[Authority] = mapped(
        Many(Rows("MATCH (@that:Authority)", NAME_ORDER)),
        "Every authority, by name; e.g. `authorities { id acronym }`.",
    )
    programmes: list[Programme] = mapped(
        Many(Rows("MATCH (@that:Programme)", (Key("@that.key"), Key("@that.id")))),
        "Every programme, by key; e.g. `programmes { key title }`.",
    )

    @answered_by(One(Rows("MATCH (@that:Run {id: $id})")))
    def run(self, id: Id) -> Run | None:
        """The resolution job with this id; e.g. `run(id: "R-4Q2ZK7X3NBCD") { status }`."""

    @answered_by(
        Page(
            Rows(
                "MATCH (@that:Run)",
                (Key('coalesce(@that.startedAt, "9999")', descending=True), Key("@that.id")),
            )
        )
    )
    def runs(self, first: First = 20, after: After = strawberry.UNSET) -> RunConnection:
        """Resolution jobs, newest first, queued ones before all; e.g. `runs { totalCount }`."""
