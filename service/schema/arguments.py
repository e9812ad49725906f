"""What clients tell a root field, each with its description; see `fields` for pages'."""

from typing import Annotated, Any

import strawberry

from service.schema.enums import SourceTier
from service.schema.filters import DateRange, DesignationFilter, EntityFilter
from service.schema.orders import DesignationOrder, EntityOrder


def _argument(description: str) -> Any:  # noqa: ANN401 - strawberry's own annotation
    return strawberry.argument(description=description)


Id = Annotated[strawberry.ID, _argument("Its id, e.g. `E-4Q2ZK7X3NBCD`.")]
Ids = Annotated[
    list[strawberry.ID],
    _argument('Ids, at most 500, e.g. `["E-4Q2ZK7X3NBCD", "authority:us-state"]`.'),
]
Scheme = Annotated[str, _argument("What kind of number, e.g. `ofac-uid`.")]
Number = Annotated[
    str, _argument("The number; case, spaces and punctuation do not matter, e.g. `52293`.")
]
Entities = Annotated[
    EntityFilter | None, _argument("Which entities, e.g. `{designated: true, minSources: 2}`.")
]
EntityOrders = Annotated[
    list[EntityOrder] | None,
    _argument("By what, the most important first; `[{field: CAPTION}]` unless given."),
]
Designations = Annotated[
    DesignationFilter | None, _argument('Which designations, e.g. `{activeOn: "2020-01-01"}`.')
]
DesignationOrders = Annotated[
    list[DesignationOrder] | None,
    _argument("By what, e.g. `[{field: LISTED_ON}]`; without it, newest first."),
]
Dates = Annotated[DateRange | None, _argument('Within these days, e.g. `{from: "2024-12-01"}`.')]
Tiers = Annotated[list[SourceTier] | None, _argument("Of sources of these tiers, e.g. `[NEWS]`.")]
Depth = Annotated[
    int | None, _argument("How many steps from the actors asked for: 0 to 4, e.g. 2.")
]
Limit = Annotated[int | None, _argument("How many entities at most: 0 to 500, e.g. 150.")]
