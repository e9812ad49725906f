"""Runs: resolution jobs and what they did."""

from typing import ClassVar

import strawberry

from service.plans.mapping import Key, NodeMapping, Page, Rows, Value
from service.schema import connections
from service.schema.connections import PageInfo
from service.schema.enums import RunStatus
from service.schema.fields import After, First, answered_by, mapped
from service.schema.identity_event import IdentityEventConnection
from service.schema.node import Node
from service.schema.scalars import DateTime


@strawberry.type(description="A resolution job.")
class Run(Node):
    """A resolution job."""

    node: ClassVar[NodeMapping] = NodeMapping("Run", "R-")

    status: RunStatus = mapped(Value("@this.status"), "Where it stands, e.g. `SUCCEEDED`.")
    started_at: DateTime | None = mapped(
        Value("@this.startedAt"), "When it began, e.g. `2026-01-05T10:00:00Z`; null while queued."
    )
    finished_at: DateTime | None = mapped(
        Value("@this.finishedAt"), "When it ended, e.g. `2026-01-05T10:01:12Z`."
    )
    model: str = mapped(
        Value('coalesce(@this.model, "")'), "The model it decided with, e.g. `sanctions-1`."
    )
    mentions: int = mapped(
        Value("coalesce(@this.mentions, 0)"), "Mentions it resolved, e.g. `31214`."
    )
    pairs: int = mapped(Value("coalesce(@this.pairs, 0)"), "Pairs it compared, e.g. `812004`.")
    created: int = mapped(Value("coalesce(@this.created, 0)"), "Entities it created, e.g. `28110`.")
    merged: int = mapped(
        Value("coalesce(@this.merged, 0)"), "Merges of entities that were served, e.g. `12`."
    )
    split: int = mapped(
        Value("coalesce(@this.split, 0)"), "Splits of entities that were served, e.g. `1`."
    )
    error: str | None = mapped(
        Value("@this.error"), "Why it failed, e.g. `Its process ended before it had finished.`"
    )

    @answered_by(Page(Rows("MATCH (@this)<-[:DURING]-(@that:IdentityEvent)", (Key("@that.id"),))))
    def events(self, first: First = 50, after: After = strawberry.UNSET) -> IdentityEventConnection:
        """What it did to ids, oldest first; e.g. `events(first: 10) { nodes { type } }`."""


@strawberry.type(description="A run and its place in the list.")
class RunEdge:
    """A run and its place in the list."""

    node: Run = connections.node()
    cursor: str = connections.cursor()


@strawberry.type(description="A page of runs.")
class RunConnection:
    """A page of runs."""

    edges: list[RunEdge] = connections.edges()
    nodes: list[Run] = connections.nodes()
    page_info: PageInfo = connections.page_info()
    total_count: int = connections.total_count()
