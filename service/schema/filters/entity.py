"""Which entities: each condition with its predicate on the graph.

Conditions on designations inside one EntityFilter hold for one and the same designation; joined
by `and`, each filter may find a designation of its own.
"""

from typing import Optional

import strawberry

from service.plans.mapping import Combined, Condition, Within
from service.schema.enums import DesignationStatus, EntityKind, SourceTier
from service.schema.fields import restricting
from service.schema.filters.inputs import DateRange, IdentifierInput
from service.schema.finding import (
    CARRIES_IDENTIFIER,
    ONE_NAME_HAS_ALL_WORDS,
    identifier_keys,
    name_words,
)

_ITS_DESIGNATION = "(@this)<-[:DESIGNATES]-(@designation:Designation)"


def _lower(values: list[str]) -> list[str]:
    return [value.lower() for value in values]


@strawberry.input(
    description="Which entities. Every condition given must hold; conditions on designations must "
    'hold for one and the same designation. E.g. `{kind: [PERSON], country: ["kp"]}`.'
)
class EntityFilter:
    """Which entities."""

    and_: Optional[list["EntityFilter"]] = restricting(  # noqa: UP045 - a forward reference
        Combined.AND, "All of these hold, e.g. `[{minSources: 2}, {designated: true}]`.", name="and"
    )
    or_: Optional[list["EntityFilter"]] = restricting(  # noqa: UP045 - a forward reference
        Combined.OR,
        'At least one of these holds, e.g. `[{name: "kim"}, {country: ["kp"]}]`.',
        name="or",
    )
    not_: Optional["EntityFilter"] = restricting(
        Combined.NOT, "This does not hold, e.g. `{kind: [UNKNOWN]}`.", name="not"
    )
    kind: list[EntityKind] | None = restricting(
        Condition("@this.kind IN $value"), "Of one of these kinds, e.g. `[VESSEL, AIRCRAFT]`."
    )
    country: list[str] | None = restricting(
        Condition("any(@country IN @this.countries WHERE @country IN $value)", prepare=_lower),
        'Connected to one of these countries, ISO 3166-1 alpha-2, e.g. `["kp", "ru"]`.',
    )
    name: str | None = restricting(
        Condition(ONE_NAME_HAS_ALL_WORDS, prepare=name_words),
        "Words, or their beginnings, that one name contains in any order; accents, case and "
        "scripts do not matter. E.g. `chol kim`.",
    )
    identifier: IdentifierInput | None = restricting(
        Condition(CARRIES_IDENTIFIER, prepare=identifier_keys),
        "Carries this number as its own; where no record has it as its own, those that cite it. "
        'E.g. `{scheme: "imo", value: "9187629"}`.',
    )
    source: list[strawberry.ID] | None = restricting(
        Condition("any(@source IN @this.sourceIds WHERE @source IN $value)"),
        'Mentioned by one of these sources, e.g. `["ofac-sdn"]`.',
    )
    tier: list[SourceTier] | None = restricting(
        Condition("any(@tier IN @this.tiers WHERE @tier IN $value)"),
        "Mentioned by a source of one of these tiers, e.g. `[NEWS]`.",
    )
    authority: list[strawberry.ID] | None = restricting(
        Condition(
            "EXISTS { MATCH (@designation)-[:BY]->(@by:Authority) WHERE @by.id IN $value }",
            about=_ITS_DESIGNATION,
        ),
        'Designated by one of these authorities, e.g. `["authority:us-ofac"]`.',
    )
    programme: list[str] | None = restricting(
        Condition(
            "EXISTS { MATCH (@designation)-[:UNDER]->(@under:Programme) "
            "WHERE @under.key IN $value OR @under.id IN $value }",
            about=_ITS_DESIGNATION,
        ),
        'Designated under one of these programmes, by key or id, e.g. `["NPWMD"]`.',
    )
    status: list[DesignationStatus] | None = restricting(
        Condition("@designation.status IN $value", about=_ITS_DESIGNATION),
        "Has a designation that stands so, e.g. `[ACTIVE]`.",
    )
    designated: bool | None = restricting(
        Condition("(@this.designationCount > 0) = $value"),
        "Has designations at all, whatever their status; or has none (`false`).",
    )
    listed_on: DateRange | None = restricting(
        Within("@designation.listedOn", about=_ITS_DESIGNATION),
        'Listed within these days, e.g. `{from: "2024-12-16"}`.',
    )
    min_mentions: int | None = restricting(
        Condition("@this.mentionCount >= $value"), "Has at least so many mentions, e.g. `2`."
    )
    min_sources: int | None = restricting(
        Condition("@this.sourceCount >= $value"),
        "Is mentioned by at least so many different sources, e.g. `2`.",
    )
