"""Authorities: who designates."""

from typing import ClassVar

import strawberry

from service.plans.mapping import NodeMapping, Value
from service.schema.fields import mapped
from service.schema.node import Node


@strawberry.type(description="Who designates: a ministry, a department, a council.")
class Authority(Node):
    """Who designates."""

    node: ClassVar[NodeMapping] = NodeMapping("Authority", "authority:")

    name: str = mapped(Value("@this.name"), "Its name, e.g. `U.S. Department of State`.")
    acronym: str | None = mapped(Value("@this.acronym"), "Its acronym, e.g. `OFAC`.")
    country: str | None = mapped(
        Value("@this.country"),
        "Its country, ISO 3166-1 alpha-2 in lower case, e.g. `us`; null for international bodies.",
    )
