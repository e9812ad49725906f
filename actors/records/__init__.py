"""The values that flow through the house, frozen; each module holds one noun of the glossary."""

from actors.records.claims import CountClaim, DesignationClaim, RelationClaim
from actors.records.dates import PartialDate
from actors.records.enums import (
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
from actors.records.ids import (
    DocumentId,
    EntityId,
    MentionId,
    SourceId,
    count_claim_id,
    document_id,
    own_entity_id,
    record_mention_id,
    source_id,
    text_mention_id,
)
from actors.records.mention import Identifier, Mention, Name, identifier_key
from actors.records.source import Document, Rejected, Source

__all__ = [
    "CountClaim",
    "DesignationClaim",
    "DesignationStatus",
    "Document",
    "DocumentId",
    "EntityId",
    "EntityKind",
    "Identifier",
    "IdentityEventType",
    "Mention",
    "MentionId",
    "MentionKind",
    "Name",
    "NameType",
    "PartialDate",
    "Rejected",
    "RelationClaim",
    "RelationType",
    "RunStatus",
    "Source",
    "SourceId",
    "SourceTier",
    "Verdict",
    "count_claim_id",
    "document_id",
    "identifier_key",
    "own_entity_id",
    "record_mention_id",
    "source_id",
    "text_mention_id",
]
