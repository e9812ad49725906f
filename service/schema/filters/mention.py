"""Which mentions: each condition with its predicate on the graph."""

import strawberry

from service.plans.mapping import Condition
from service.schema.enums import MentionKind, SourceTier
from service.schema.fields import restricting

_ITS_SOURCE = "(@this)-[:IN]->(:Document)-[:FROM]->(@source:Source)"


@strawberry.input(description="Which mentions. Every condition given must hold.")
class MentionFilter:
    """Which mentions."""

    kind: list[MentionKind] | None = restricting(
        Condition("@this.kind IN $value"), "Records or spans of text, e.g. `[TEXT]`."
    )
    source: list[strawberry.ID] | None = restricting(
        Condition(f"EXISTS {{ MATCH {_ITS_SOURCE} WHERE @source.id IN $value }}"),
        'From one of these sources, e.g. `["ofac-sdn"]`.',
    )
    tier: list[SourceTier] | None = restricting(
        Condition(f"EXISTS {{ MATCH {_ITS_SOURCE} WHERE @source.tier IN $value }}"),
        "From a source of one of these tiers, e.g. `[OFFICIAL_LIST]`.",
    )
