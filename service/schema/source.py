"""Sources: who publishes."""

from typing import TYPE_CHECKING, Annotated, ClassVar

import strawberry

from service.plans.mapping import NodeMapping, Page, Rows, Value
from service.schema.enums import SourceTier
from service.schema.fields import After, First, answered_by, mapped
from service.schema.node import Node
from service.schema.patterns import NEWEST_DOCUMENT_FIRST

if TYPE_CHECKING:
    from service.schema.document import DocumentConnection


@strawberry.type(
    description="A publisher's series: one list through all its editions, or one outlet's articles."
)
class Source(Node):
    """A publisher's series."""

    node: ClassVar[NodeMapping] = NodeMapping("Source", "")

    name: str = mapped(Value("@this.name"), "Its name, e.g. `OFAC SDN List`.")
    publisher: str = mapped(
        Value("@this.publisher"), "Who publishes it, e.g. `United Nations Security Council`."
    )
    tier: SourceTier = mapped(
        Value("@this.tier"), "How close it stands to the authority, e.g. `OFFICIAL_LIST`."
    )
    country: str | None = mapped(
        Value("@this.country"),
        "The publisher's country, ISO 3166-1 alpha-2 in lower case, e.g. `us`; null for "
        "international bodies.",
    )
    url: str | None = mapped(
        Value("@this.url"), "Where it is published, e.g. `https://example.org/list.csv`."
    )

    @answered_by(Page(Rows("MATCH (@this)<-[:FROM]-(@that:Document)", NEWEST_DOCUMENT_FIRST)))
    def documents(
        self, first: First = 20, after: After = strawberry.UNSET
    ) -> Annotated["DocumentConnection", strawberry.lazy("service.schema.document")]:
        """What it published, newest first; e.g. `documents(first: 5) { nodes { title } }`."""
