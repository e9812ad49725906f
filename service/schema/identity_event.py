"""Identity events: what happened to which id."""

from typing import TYPE_CHECKING, Annotated, Optional

import strawberry

from service.plans.mapping import One, Rows, Value
from service.schema import connections
from service.schema.connections import PageInfo
from service.schema.enums import IdentityEventType
from service.schema.fields import mapped
from service.schema.judgement import SERVED_JUDGEMENT, Judgement
from service.schema.scalars import DateTime

if TYPE_CHECKING:
    from service.schema.run import Run


@strawberry.type(
    description="What happened to an id. CREATED: `entityId`. MERGED: `from` were absorbed, `to` "
    "and `entityId` survive. SPLIT: `from` and `entityId` were split, `to` are all parts."
)
class IdentityEvent:
    """What happened to an id."""

    id: strawberry.ID = mapped(
        Value("@this.id"),
        "The event's id; ids follow the order of commits, e.g. `event:000000000042`.",
    )
    type: IdentityEventType = mapped(Value("@this.type"), "What happened, e.g. `MERGED`.")
    at: DateTime = mapped(Value("@this.at"), "When, e.g. `2026-01-05T10:00:00Z`.")
    entity_id: strawberry.ID = mapped(
        Value("@this.entityId"), "The id it is about, e.g. `E-4Q2ZK7X3NBCD`."
    )
    from_: list[strawberry.ID] = mapped(
        Value("coalesce(@this.from, [])"),
        'The ids before, e.g. `["E-4Q2ZK7X3NBCD"]`.',
        name="from",
    )
    to: list[strawberry.ID] = mapped(
        Value("coalesce(@this.to, [])"), 'The ids after, e.g. `["E-A7XK3M2QZ5RT"]`.'
    )
    judgement: Judgement | None = mapped(
        One(
            Rows("MATCH (@this)-[:BECAUSE_OF]->(@that:Judgement)", holding=SERVED_JUDGEMENT),
        ),
        "The judgement that caused it, if one did; e.g. `judgement { reason }`.",
    )
    run: Optional[  # noqa: UP045 - a forward reference cannot be joined with |
        Annotated["Run", strawberry.lazy("service.schema.run")]
    ] = mapped(
        One(Rows("MATCH (@this)-[:DURING]->(@that:Run)")),
        "The run that did it, e.g. `run { startedAt }`.",
    )


@strawberry.type(description="An identity event and its place in the list.")
class IdentityEventEdge:
    """An identity event and its place in the list."""

    node: IdentityEvent = connections.node()
    cursor: str = connections.cursor()


@strawberry.type(description="A page of identity events.")
class IdentityEventConnection:
    """A page of identity events."""

    edges: list[IdentityEventEdge] = connections.edges()
    nodes: list[IdentityEvent] = connections.nodes()
    page_info: PageInfo = connections.page_info()
