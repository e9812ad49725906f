"""Identifiers: numbers somebody issued."""

import strawberry

from service.plans.mapping import Key, Many, Rows, Value
from service.schema.fields import First, answered_by, mapped
from service.schema.mention import Mention
from service.schema.patterns import MENTIONS_BY_SEQUENCE

IDENTIFIERS = Many(
    Rows(
        """MATCH (@this)<-[:RESOLVED_TO]-(:Mention)-[:CARRIES]->(@number:Identifier)
WITH DISTINCT @number""",
        (
            Key('@number.scheme STARTS WITH "cited-"'),
            Key("@number.scheme"),
            Key("@number.value"),
            Key("@number.id"),
        ),
        roles={"this": "number", "entity": "this"},
    )
)

_ITS_CARRIERS = Many(
    Rows(
        "MATCH (@this)<-[:CARRIES]-(@that:Mention)-[:RESOLVED_TO]->(@entity)", MENTIONS_BY_SEQUENCE
    )
)


@strawberry.type(description="A number somebody issued to the actor, or that a record cites.")
class Identifier:
    """A number somebody issued to the actor, or that a record cites."""

    scheme: str = mapped(
        Value("@this.scheme"),
        "What kind of number: `ofac-uid`, `un-reference`, `imo`, `passport` and so on. A number "
        "of another list that a record merely cites is `cited-…`, e.g. `cited-un-reference`.",
    )
    value: str = mapped(Value("@this.value"), "The number as written, e.g. `IMO 9187629`.")
    country: str | None = mapped(
        Value("@this.country"),
        "The country that issued it, ISO 3166-1 alpha-2 in lower case, e.g. `kp`.",
    )

    @answered_by(_ITS_CARRIERS)
    def mentions(self, first: First = 20) -> list[Mention]:
        """The mentions that carry it, oldest first; e.g. `mentions { document { title } }`."""
