"""The closed sets of the public contract; each value is written in the graph as it stands here."""

from enum import StrEnum


class EntityKind(StrEnum):
    """What an actor is; UNKNOWN where no source says."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"
    VESSEL = "VESSEL"
    AIRCRAFT = "AIRCRAFT"
    UNKNOWN = "UNKNOWN"


class NameType(StrEnum):
    """How a source uses a name. A weak alias is one the publisher itself calls of low quality."""

    PRIMARY = "PRIMARY"
    ALIAS = "ALIAS"
    WEAK_ALIAS = "WEAK_ALIAS"
    FORMER = "FORMER"
    ACRONYM = "ACRONYM"


class SourceTier(StrEnum):
    """How close a source stands to the authority that decides."""

    OFFICIAL_LIST = "OFFICIAL_LIST"
    OFFICIAL_RELEASE = "OFFICIAL_RELEASE"
    NEWS = "NEWS"
    OTHER = "OTHER"


class MentionKind(StrEnum):
    """RECORD: a list's record. TEXT: a span of prose."""

    RECORD = "RECORD"
    TEXT = "TEXT"


class DesignationStatus(StrEnum):
    """Where a designation stands: said in a text, on a list, taken off, or lapsed by its date."""

    ANNOUNCED = "ANNOUNCED"
    ACTIVE = "ACTIVE"
    DELISTED = "DELISTED"
    EXPIRED = "EXPIRED"


class RelationType(StrEnum):
    """How a source relates one actor to another."""

    LINKED_TO = "LINKED_TO"
    OWNED_BY = "OWNED_BY"
    CONTROLLED_BY = "CONTROLLED_BY"
    ACTS_FOR = "ACTS_FOR"
    WORKS_FOR = "WORKS_FOR"
    MEMBER_OF = "MEMBER_OF"
    FAMILY_OF = "FAMILY_OF"
    OTHER = "OTHER"


class Verdict(StrEnum):
    """What a person says of two mentions."""

    SAME = "SAME"
    DIFFERENT = "DIFFERENT"
    UNSURE = "UNSURE"


class RunStatus(StrEnum):
    """The life of a resolution job."""

    QUEUED = "QUEUED"
    RUNNING = "RUNNING"
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


class IdentityEventType(StrEnum):
    """What happened to an entity's id."""

    CREATED = "CREATED"
    MERGED = "MERGED"
    SPLIT = "SPLIT"
