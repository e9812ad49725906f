"""Filters: what clients may ask of rows, each field with its predicate on the graph.

Conditions on designations inside one EntityFilter hold for one and the same designation; joined
by `and`, each filter may find a designation of its own.
"""

from typing import Optional

import strawberry

from actors.errors import RequestError
from actors.names import tokens
from actors.records import identifier_key
from service.plans.mapping import Combined, Condition, Within
from service.schema.enums import DesignationStatus, EntityKind, MentionKind, SourceTier
from service.schema.fields import restricting
from service.schema.scalars import Date

_ITS_DESIGNATION = "(@this)<-[:DESIGNATES]-(@designation:Designation)"

MOST_WORDS = 64

CARRIES_IDENTIFIER = """EXISTS {
  MATCH (@this)<-[:RESOLVED_TO]-(:Mention)-[:CARRIES]->(@identifier:Identifier)
  WHERE @identifier.key = $own OR (@identifier.key = $cited AND NOT EXISTS {
    MATCH (:Entity)<-[:RESOLVED_TO]-(:Mention)-[:CARRIES]->(@owned:Identifier)
    WHERE @owned.key = $own
  })
}"""
"""A record's own number wins over one that another record merely cites."""

ONE_NAME_HAS_ALL_WORDS = """any(@spelling IN @this.searchNames WHERE all(@word IN $value
  WHERE @spelling STARTS WITH @word OR @spelling CONTAINS (" " + @word)))"""


def identifier_keys(given: dict[str, str]) -> dict[str, str]:
    """Return the keys under which the graph knows a number, as own and as cited."""
    scheme, value = given["scheme"], given["value"]
    return {
        "own": identifier_key(scheme, value),
        "cited": identifier_key(f"cited-{scheme.strip()}", value),
    }


def name_words(text: str) -> list[str]:
    """Return the folded words of a name; more than any name has are refused.

    Lucene takes 1,024 clauses at most, and answers more with a failure.
    """
    words = list(tokens(text))
    if len(words) > MOST_WORDS:
        raise RequestError(f"name has {len(words)} words: ask for at most {MOST_WORDS}")
    return words


def _lower(values: list[str]) -> list[str]:
    return [value.lower() for value in values]


@strawberry.input(description="A number somebody issued.")
class IdentifierInput:
    """A number somebody issued."""

    scheme: str = strawberry.field(
        description="What kind of number, e.g. `imo`, `passport` or `ofac-uid`."
    )
    value: str = strawberry.field(
        description="The number; case, spaces and punctuation do not matter, e.g. `9187629`."
    )


@strawberry.input(description="Days from one to another, both included; either end may be open.")
class DateRange:
    """Days from one to another."""

    from_: Date | None = strawberry.field(
        name="from", default=strawberry.UNSET, description="The first day, e.g. `2024-12-01`."
    )
    to: Date | None = strawberry.field(
        default=strawberry.UNSET, description="The last day, e.g. `2024-12-31`."
    )


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


@strawberry.input(description="Which mentions. Every condition given must hold.")
class MentionFilter:
    """Which mentions."""

    kind: list[MentionKind] | None = restricting(
        Condition("@this.kind IN $value"), "Records or spans of text, e.g. `[TEXT]`."
    )
    source: list[strawberry.ID] | None = restricting(
        Condition(
            "EXISTS { MATCH (@this)-[:IN]->(:Document)-[:FROM]->(@source:Source) "
            "WHERE @source.id IN $value }"
        ),
        'From one of these sources, e.g. `["ofac-sdn"]`.',
    )
    tier: list[SourceTier] | None = restricting(
        Condition(
            "EXISTS { MATCH (@this)-[:IN]->(:Document)-[:FROM]->(@source:Source) "
            "WHERE @source.tier IN $value }"
        ),
        "From a source of one of these tiers, e.g. `[OFFICIAL_LIST]`.",
    )


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
