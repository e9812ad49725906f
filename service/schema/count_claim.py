"""Count claims: a document's own counts of actors."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from service.plans.mapping import Key, Many, One, Rows, Value
from service.schema.authority import Authority
from service.schema.document import Document
from service.schema.fields import mapped
from service.schema.patterns import NAME_ORDER

if TYPE_CHECKING:
    from service.schema.programme import Programme


@strawberry.type(
    description="A document's own count, as `nine individuals and seven entities`, with its place "
    "in the text."
)
class CountClaim:
    """A document's own count, with its place in the text."""

    document: Document = mapped(
        One(Rows("MATCH (@this)-[:IN]->(@that:Document)")),
        "The document that counts, e.g. `document { title }`.",
    )
    persons: int | None = mapped(Value("@this.persons"), "How many persons it counts, e.g. `9`.")
    organizations: int | None = mapped(
        Value("@this.organizations"), "How many organizations it counts, e.g. `7`."
    )
    vessels: int | None = mapped(Value("@this.vessels"), "How many vessels it counts, e.g. `2`.")
    aircraft: int | None = mapped(Value("@this.aircraft"), "How many aircraft it counts, e.g. `1`.")
    actors: int | None = mapped(
        Value("@this.actors"),
        "Where the text counts without saying of what kind, as `three more targets`: `3`.",
    )
    quote: str = mapped(
        Value("@this.quote"), "The text's own words, e.g. `nine individuals and seven entities`."
    )
    start: int = mapped(
        Value("@this.start"), "Where the quote begins in the text, in code points, e.g. `204`."
    )
    end: int = mapped(Value("@this.end"), "Where the quote ends, e.g. `239`.")
    scope: list[Authority] = mapped(
        Many(Rows("MATCH (@this)-[:COUNTS]->(@that:Authority)", NAME_ORDER)),
        "The authorities whose designations it counts: the smallest scope that fits, e.g. State "
        "alone.",
    )
    programmes: list[Annotated["Programme", strawberry.lazy("service.schema.programme")]] = mapped(
        Many(
            Rows("MATCH (@this)-[:COUNTS]->(@that:Programme)", (Key("@that.key"), Key("@that.id")))
        ),
        "The programmes whose designations it counts, where those narrow it further; e.g. `NPWMD`.",
    )
    explained: bool = mapped(
        Value("coalesce(@this.isExplained, false)"),
        "Whether the resolved designations give this count, e.g. `true`.",
    )
    note: str = mapped(
        Value('coalesce(@this.note, "")'),
        "Why it holds or does not, e.g. `Counts what Treasury listed.`",
    )
