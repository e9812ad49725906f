"""The root: what clients may ask."""

from typing import Annotated, Any

import strawberry

from actors.graph import ENTITY_NAMES
from service.plans.mapping import (
    Arguments,
    ById,
    Condition,
    Key,
    Many,
    One,
    Page,
    Rows,
    Within,
)
from service.schema.action import Action, ActionConnection
from service.schema.authority import Authority
from service.schema.designation import DesignationConnection
from service.schema.document import Document, DocumentConnection
from service.schema.entity import Entity, EntityConnection
from service.schema.enums import EntityOrderField, SourceTier
from service.schema.fields import After, Before, First, Last, answered_by, mapped
from service.schema.filters import (
    CARRIES_IDENTIFIER,
    DateRange,
    DesignationFilter,
    EntityFilter,
    identifier_keys,
    name_words,
)
from service.schema.network import NETWORK, Network
from service.schema.node import Node
from service.schema.orders import DESIGNATION_KEYS, ENTITY_KEYS, DesignationOrder, EntityOrder
from service.schema.patterns import (
    NAME_ORDER,
    NEWEST_DESIGNATION_FIRST,
    NEWEST_DOCUMENT_FIRST,
)
from service.schema.programme import Programme
from service.schema.run import Run, RunConnection
from service.schema.source import Source


def _argument(description: str) -> Any:  # noqa: ANN401 - strawberry's own annotation
    return strawberry.argument(description=description)


_Id = Annotated[strawberry.ID, _argument("Its id, e.g. `E-4Q2ZK7X3NBCD`.")]
_Ids = Annotated[
    list[strawberry.ID],
    _argument('Ids, at most 500, e.g. `["E-4Q2ZK7X3NBCD", "authority:us-state"]`.'),
]
_Scheme = Annotated[str, _argument("What kind of number, e.g. `ofac-uid`.")]
_Number = Annotated[
    str, _argument("The number; case, spaces and punctuation do not matter, e.g. `52293`.")
]
_EntityFilter = Annotated[
    EntityFilter | None, _argument("Which entities, e.g. `{designated: true, minSources: 2}`.")
]
_EntityOrders = Annotated[
    list[EntityOrder] | None,
    _argument("By what, the most important first; `[{field: CAPTION}]` unless given."),
]
_DesignationFilter = Annotated[
    DesignationFilter | None, _argument('Which designations, e.g. `{activeOn: "2020-01-01"}`.')
]
_DesignationOrders = Annotated[
    list[DesignationOrder] | None,
    _argument("By what, e.g. `[{field: LISTED_ON}]`; without it, newest first."),
]
_Dates = Annotated[DateRange | None, _argument('Within these days, e.g. `{from: "2024-12-01"}`.')]
_Tiers = Annotated[list[SourceTier] | None, _argument("Of sources of these tiers, e.g. `[NEWS]`.")]
_Depth = Annotated[
    int | None, _argument("How many steps from the actors asked for: 0 to 4, e.g. 2.")
]
_Limit = Annotated[int | None, _argument("How many entities at most: 0 to 500, e.g. 150.")]

_ENTITY = One(
    Rows(
        """MATCH (:Mention {entityId: $id})-[:RESOLVED_TO]->(@that:Entity)
WITH @that LIMIT 1"""
    )
)


def _words(arguments: Arguments) -> list[str]:
    return name_words((arguments.get("filter") or {}).get("name") or "")


def _candidates(arguments: Arguments) -> str:
    """Return where entities are looked for: by name the full-text index knows the few that fit.

    It admits those whose words may stand in several names; the filter's own predicate decides.
    """
    if not _words(arguments):
        return "MATCH (@that:Entity)"
    return f'CALL db.index.fulltext.queryNodes("{ENTITY_NAMES}", $words) YIELD node AS @that'


_ENTITIES = Page(
    Rows(
        _candidates,
        (ENTITY_KEYS[EntityOrderField.CAPTION], Key("@that.id")),
        # Words are folded to letters and digits: nothing in them means anything to Lucene.
        prepare={"words": lambda given: " ".join(f"+{word}*" for word in _words(given))},
    ),
    ENTITY_KEYS,
)


def _several(arguments: Arguments) -> str:
    scheme, value = arguments["scheme"], arguments["value"]
    return (
        f"several entities carry the {scheme} {value}: "
        "entities(filter: {identifier: …}) lists them"
    )


_CARRIER = One(
    Rows(
        f"""MATCH (@number:Identifier)<-[:CARRIES]-(:Mention)-[:RESOLVED_TO]->(@that:Entity)
WHERE @number.key IN [$own, $cited]
WITH DISTINCT @that WHERE {CARRIES_IDENTIFIER.replace("@this", "@that")}
WITH @that LIMIT 2""",
        prepare={
            "own": lambda arguments: identifier_keys(dict(arguments))["own"],
            "cited": lambda arguments: identifier_keys(dict(arguments))["cited"],
        },
    ),
    _several,
)


@strawberry.type(description="What can be asked.")
class Query:
    """What can be asked."""

    @answered_by(ById.ONE)
    def node(self, id: _Id) -> Node | None:
        """Whatever has this id now, else null.

        E.g. `node(id: "authority:us-state") { ... on Authority { name } }`.
        """

    @answered_by(ById.SEVERAL)
    def nodes(self, ids: _Ids) -> list[Node | None]:
        """Whatever has these ids now, in their order, null for each that nothing has.

        E.g. `nodes(ids: ["E-4Q2ZK7X3NBCD"]) { id }`.
        """

    @answered_by(_ENTITY)
    def entity(self, id: _Id) -> Entity | None:
        """The actor with this id; a former id answers the entity that its mention now belongs to.

        E.g. `entity(id: "E-4Q2ZK7X3NBCD") { caption }`.
        """

    @answered_by(_CARRIER)
    def entity_by_identifier(self, scheme: _Scheme, value: _Number) -> Entity | None:
        """The one actor that carries the number; its own number wins over a cited one.

        Several are an error with code AMBIGUOUS; `entities(filter: {identifier: …})` lists them.
        E.g. `entityByIdentifier(scheme: "ofac-uid", value: "52293") { caption }`.
        """

    @answered_by(_ENTITIES)
    def entities(
        self,
        filter: _EntityFilter = strawberry.UNSET,
        order_by: _EntityOrders = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> EntityConnection:
        """Actors, filtered and ordered, by caption unless said otherwise; 20 a page.

        E.g. `entities(filter: {kind: [VESSEL]}, first: 50) { nodes { caption } }`.
        """

    @answered_by(NETWORK)
    def network(self, ids: _Ids, depth: _Depth = 1, limit: _Limit = 100) -> Network:
        """Actors around these, and what relates them.

        E.g. `network(ids: ["E-4Q2ZK7X3NBCD"], depth: 2) { truncated }`.
        """

    @answered_by(
        Page(Rows("MATCH (@that:Designation)", NEWEST_DESIGNATION_FIRST), DESIGNATION_KEYS)
    )
    def designations(
        self,
        filter: _DesignationFilter = strawberry.UNSET,
        order_by: _DesignationOrders = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> DesignationConnection:
        """What authorities decided on actors, newest first unless said otherwise; 20 a page.

        E.g. `designations(filter: {status: [ACTIVE]}) { totalCount }`.
        """

    @answered_by(One(Rows("MATCH (@that:Action {id: $id})")))
    def action(self, id: _Id) -> Action | None:
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
        date: _Dates = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> ActionConnection:
        """What was announced or listed day by day, newest first; 20 a page.

        E.g. `actions(date: {from: "2024-12-16", to: "2024-12-16"}) { nodes { title } }`.
        """

    @answered_by(One(Rows("MATCH (@that:Document {id: $id})")))
    def document(self, id: _Id) -> Document | None:
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
        tier: _Tiers = strawberry.UNSET,
        published_on: _Dates = strawberry.UNSET,
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
    def run(self, id: _Id) -> Run | None:
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
