"""Programmes: the headings under which an authority designates."""

from typing import ClassVar

import strawberry

from service.plans.mapping import NodeMapping, One, Rows, Value
from service.schema.authority import Authority
from service.schema.fields import mapped
from service.schema.node import Node


@strawberry.type(description="A heading under which an authority designates.")
class Programme(Node):
    """A heading under which an authority designates."""

    node: ClassVar[NodeMapping] = NodeMapping("Programme", "programme:")

    key: str = mapped(Value("@this.key"), "As the list writes it, e.g. `NPWMD`.")
    title: str | None = mapped(
        Value("@this.title"), "In words, e.g. `Weapons of Mass Destruction Proliferators`."
    )
    authority: Authority = mapped(
        One(Rows("MATCH (@this)-[:OF]->(@that:Authority)")), "Whose programme it is, e.g. OFAC's."
    )
