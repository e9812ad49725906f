"""Actions: what was announced on one day."""

from typing import Annotated, ClassVar

import strawberry

from service.plans.mapping import Many, NodeMapping, Page, Rows, Same, Value
from service.schema import connections
from service.schema.authority import Authority
from service.schema.connections import PageInfo
from service.schema.designation import DesignationConnection
from service.schema.document import DocumentConnection
from service.schema.fields import After, First, answered_by, mapped
from service.schema.filters import DesignationFilter
from service.schema.node import Node
from service.schema.patterns import (
    NAME_ORDER,
    NEWEST_DESIGNATION_FIRST,
    NEWEST_DOCUMENT_FIRST,
)
from service.schema.reconciliation import Reconciliation
from service.schema.scalars import Date

_Filter = Annotated[
    DesignationFilter | None,
    strawberry.argument(description="Which of them, e.g. `{status: [ACTIVE]}`."),
]


@strawberry.type(description="What the authorities of one country announced or listed on one day.")
class Action(Node):
    """What the authorities of one country announced or listed on one day."""

    node: ClassVar[NodeMapping] = NodeMapping("Action", "action:")

    title: str = mapped(
        Value("@this.title"), "In words, e.g. `OFAC and STATE designations of 16 December 2024`."
    )
    date: Date = mapped(Value("@this.date"), "The day, e.g. `2024-12-16`.")
    authorities: list[Authority] = mapped(
        Many(Rows("MATCH (@this)-[:TALLIES]->(@that:Authority)", NAME_ORDER)),
        "Who designated that day, e.g. OFAC and the Department of State.",
    )

    @answered_by(Page(Rows("MATCH (@this)<-[:REPORTS]-(@that:Document)", NEWEST_DOCUMENT_FIRST)))
    def documents(self, first: First = 20, after: After = strawberry.UNSET) -> DocumentConnection:
        """The texts that report it; e.g. `documents { nodes { title } }`."""

    @answered_by(
        Page(Rows("MATCH (@this)<-[:PART_OF]-(@that:Designation)", NEWEST_DESIGNATION_FIRST))
    )
    def designations(
        self,
        first: First = 50,
        after: After = strawberry.UNSET,
        filter: _Filter = strawberry.UNSET,
    ) -> DesignationConnection:
        """The decisions it consists of; e.g. `designations(first: 100) { totalCount }`."""

    reconciliation: Reconciliation = mapped(
        Same(),
        "The texts' counts held against the resolved designations; "
        "e.g. `reconciliation { consistent }`.",
    )


@strawberry.type(description="An action and its place in the list.")
class ActionEdge:
    """An action and its place in the list."""

    node: Action = connections.node()
    cursor: str = connections.cursor()


@strawberry.type(description="A page of actions.")
class ActionConnection:
    """A page of actions."""

    edges: list[ActionEdge] = connections.edges()
    nodes: list[Action] = connections.nodes()
    page_info: PageInfo = connections.page_info()
    total_count: int = connections.total_count()
