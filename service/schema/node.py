"""What has an id of its own."""

from typing import ClassVar

import strawberry

from service.plans.mapping import NodeMapping, Value
from service.schema.fields import mapped


@strawberry.interface(
    description="Anything with an id, which no other thing of any type shares: entities, mentions, "
    "documents, designations and so on."
)
class Node:
    """What has an id of its own."""

    node: ClassVar[NodeMapping]

    id: strawberry.ID = mapped(
        Value("@this.id"),
        "The id: `E-…` an entity, `M-…` a mention, `D-…` a document, `G-…` a designation; "
        "e.g. `E-4Q2ZK7X3NBCD` or `authority:us-state`.",
    )
