"""The closed sets of the contract; the graph and actors.records hold the same words."""

from enum import Enum

import strawberry

from actors.records import (
    DesignationStatus,
    EntityKind,
    IdentityEventType,
    MentionKind,
    NameType,
    RelationType,
    RunStatus,
    SourceTier,
    Verdict,
)

__all__ = [
    "DesignationOrderField",
    "DesignationStatus",
    "Direction",
    "EntityFacetField",
    "EntityKind",
    "EntityOrderField",
    "IdentityEventType",
    "MentionKind",
    "NameType",
    "RelationType",
    "RunStatus",
    "SourceTier",
    "Verdict",
]

_DESCRIPTIONS: dict[type[Enum], str] = {
    EntityKind: "What an actor is, e.g. `PERSON`; `UNKNOWN` where no source says.",
    NameType: "How sources use a name, e.g. `ALIAS`. A weak alias is one that its publisher "
    "itself calls of low quality.",
    SourceTier: "How close a source stands to the authority that decides, e.g. `OFFICIAL_LIST`.",
    MentionKind: "`RECORD`: an entry of a list. `TEXT`: a span of an article or release.",
    DesignationStatus: "Where a designation stands: said in a text (`ANNOUNCED`), on the list "
    "(`ACTIVE`), taken off it (`DELISTED`), or lapsed by its own date (`EXPIRED`).",
    RelationType: "How a source relates one actor to another, e.g. `OWNED_BY`.",
    Verdict: "What a reviewer says of two mentions, e.g. `SAME`.",
    RunStatus: "The life of a resolution job, e.g. `SUCCEEDED`.",
    IdentityEventType: "What happened to an entity's id, e.g. `MERGED`.",
}

for _enum, _description in _DESCRIPTIONS.items():
    strawberry.enum(_enum, description=_description)


@strawberry.enum(description="What entities can be counted by, e.g. `COUNTRY`.")
class EntityFacetField(Enum):
    """What entities can be counted by."""

    KIND = "KIND"
    COUNTRY = "COUNTRY"
    SOURCE = "SOURCE"
    AUTHORITY = "AUTHORITY"
    PROGRAMME = "PROGRAMME"
    STATUS = "STATUS"


@strawberry.enum(description="What entities can be ordered by, e.g. `CAPTION`.")
class EntityOrderField(Enum):
    """What entities can be ordered by."""

    CAPTION = "CAPTION"
    MENTION_COUNT = "MENTION_COUNT"
    DESIGNATION_COUNT = "DESIGNATION_COUNT"
    LAST_LISTED_ON = "LAST_LISTED_ON"


@strawberry.enum(
    description="What designations can be ordered by: their day of listing (`LISTED_ON`), or the "
    "caption of the actor they concern (`CAPTION`)."
)
class DesignationOrderField(Enum):
    """What designations can be ordered by."""

    LISTED_ON = "LISTED_ON"
    CAPTION = "CAPTION"


@strawberry.enum(description="Smallest and earliest first (`ASC`), or last (`DESC`).")
class Direction(Enum):
    """Which end comes first."""

    ASC = "ASC"
    DESC = "DESC"
