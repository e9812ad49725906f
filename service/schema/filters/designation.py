"""Which designations: each condition with its predicate on the graph."""

import strawberry

from service.plans.mapping import Condition, Within
from service.schema.enums import DesignationStatus
from service.schema.fields import restricting
from service.schema.filters.inputs import DateRange
from service.schema.scalars import Date


@strawberry.input(description="Which designations. Every condition given must hold.")
class DesignationFilter:
    """Which designations."""

    authority: list[strawberry.ID] | None = restricting(
        Condition("EXISTS { MATCH (@this)-[:BY]->(@by:Authority) WHERE @by.id IN $value }"),
        'By one of these authorities, e.g. `["authority:us-ofac"]`.',
    )
    programme: list[str] | None = restricting(
        Condition(
            "EXISTS { MATCH (@this)-[:UNDER]->(@under:Programme) "
            "WHERE @under.key IN $value OR @under.id IN $value }"
        ),
        'Under one of these programmes, by key or id, e.g. `["NPWMD"]`.',
    )
    status: list[DesignationStatus] | None = restricting(
        Condition("@this.status IN $value"), "Standing so, e.g. `[ACTIVE, ANNOUNCED]`."
    )
    legal_basis: list[str] | None = restricting(
        Condition(
            "EXISTS { MATCH (@this)-[:BASED_ON]->(@basis:LegalBasis) WHERE @basis.code IN $value }"
        ),
        'Resting on one of these acts, e.g. `["E.O. 13382"]`.',
    )
    listed_on: DateRange | None = restricting(
        Within("@this.listedOn"), 'Listed within these days, e.g. `{from: "2024-01-01"}`.'
    )
    active_on: Date | None = restricting(
        Condition(
            "coalesce(@this.listedOn, @this.firstSeenOn) <= $value "
            "AND (@this.endedOn IS NULL OR @this.endedOn > $value)"
        ),
        "In force on this day, e.g. `2020-01-01`. Where the source gives no day of listing, from "
        "the first edition that has it.",
    )
