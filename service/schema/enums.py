"""The closed sets of the contract; the graph holds the same words."""

from enum import Enum

import strawberry

from actors import records

EntityKind = strawberry.enum(
    records.EntityKind,
    description="What an actor is, e.g. `PERSON`; `UNKNOWN` where no source says.",
)
NameType = strawberry.enum(
    records.NameType,
    description="How sources use a name, e.g. `ALIAS`. A weak alias is one that its publisher "
    "itself calls of low quality.",
)
SourceTier = strawberry.enum(
    records.SourceTier,
    description="How close a source stands to the authority that decides, e.g. `OFFICIAL_LIST`.",
)
MentionKind = strawberry.enum(
    records.MentionKind,
    description="`RECORD`: an entry of a list. `TEXT`: a span of an article or release.",
)
DesignationStatus = strawberry.enum(
    records.DesignationStatus,
    description="Where a designation stands: said in a text (`ANNOUNCED`), on the list (`ACTIVE`), "
    "taken off it (`DELISTED`), or lapsed by its own date (`EXPIRED`).",
)
RelationType = strawberry.enum(
    records.RelationType,
    description="How a source relates one actor to another, e.g. `OWNED_BY`.",
)
Verdict = strawberry.enum(
    records.Verdict, description="What a reviewer says of two mentions, e.g. `SAME`."
)
RunStatus = strawberry.enum(
    records.RunStatus, description="The life of a resolution job, e.g. `SUCCEEDED`."
)
IdentityEventType = strawberry.enum(
    records.IdentityEventType, description="What happened to an entity's id, e.g. `MERGED`."
)


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
    description="What designations can be ordered by: their day of listing, or their actor's caption."
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
