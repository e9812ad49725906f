"""Patterns of the graph that several types share."""

from service.plans.mapping import Key

SERVED_MENTION = "EXISTS { (@this)-[:RESOLVED_TO]->(:Entity) }"
"""A mention is served once a run has said whose it is."""

NAME_ORDER = (Key("@that.name"), Key("@that.id"))

MENTIONS_BY_SEQUENCE = (Key("@that.sequence", is_number=True), Key("@that.id"))
"""As they were first ingested."""

NEWEST_DOCUMENT_FIRST = (
    Key('coalesce(@that.publishedOn, "")', descending=True),
    Key("@that.id"),
)

NEWEST_DESIGNATION_FIRST = (
    Key('coalesce(@that.listedOn, @that.announcedOn, "")', descending=True),
    Key("@that.id"),
)
