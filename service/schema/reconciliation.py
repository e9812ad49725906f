"""Reconciliation: the documents' counts against the resolved designations."""

import strawberry

from service.plans.mapping import Key, Many, Rows, Same, Value
from service.schema.authority import Authority
from service.schema.count_claim import CountClaim
from service.schema.fields import mapped


@strawberry.type(description="How many actors one authority designated in an action.")
class AuthorityTally:
    """How many actors one authority designated in an action."""

    authority: Authority = mapped(Same({"this": "authority"}), "Who designated them, e.g. OFAC.")
    persons: int = mapped(Value("coalesce(@link.persons, 0)"), "Persons, e.g. `9`.")
    organizations: int = mapped(
        Value("coalesce(@link.organizations, 0)"), "Organizations, e.g. `7`."
    )
    vessels: int = mapped(Value("coalesce(@link.vessels, 0)"), "Vessels, e.g. `2`.")
    aircraft: int = mapped(Value("coalesce(@link.aircraft, 0)"), "Aircraft, e.g. `0`.")


_TALLIES = Rows(
    "MATCH (@this)-[@link:TALLIES]->(@authority:Authority)",
    (Key("@authority.name"), Key("@authority.id")),
    {"authority": "authority", "link": "link"},
)
_CLAIMS = Rows(
    "MATCH (@this)<-[:ABOUT]-(@that:CountClaim)-[:IN]->(@document:Document)",
    (Key('coalesce(@document.publishedOn, "")'), Key("@document.id"), Key("@that.start")),
)


@strawberry.type(description="The documents' counts of an action held against the designations.")
class Reconciliation:
    """The documents' counts of an action held against the designations."""

    tallies: list[AuthorityTally] = mapped(
        Many(_TALLIES), "What each authority designated, e.g. OFAC 9 persons and 7 organizations."
    )
    persons: int = mapped(
        Value("coalesce(@this.persons, 0)"), "Persons of all authorities, each once; e.g. `11`."
    )
    organizations: int = mapped(
        Value("coalesce(@this.organizations, 0)"),
        "Organizations of all authorities, each once; e.g. `8`.",
    )
    vessels: int = mapped(
        Value("coalesce(@this.vessels, 0)"), "Vessels of all authorities, each once; e.g. `0`."
    )
    aircraft: int = mapped(
        Value("coalesce(@this.aircraft, 0)"), "Aircraft of all authorities, each once; e.g. `0`."
    )
    claims: list[CountClaim] = mapped(
        Many(_CLAIMS),
        "What the documents count, by day of publication and place in the text; "
        "e.g. `claims { quote }`.",
    )
    consistent: bool = mapped(
        Value("coalesce(@this.isConsistent, true)"),
        "Whether the designations explain every claim, e.g. `true`.",
    )
    explanation: str = mapped(
        Value('coalesce(@this.explanation, "")'),
        "In words, e.g. `One text counts what both authorities listed, the other OFAC's alone.`",
    )
