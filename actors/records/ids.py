"""Ids, minted from what they name, so that the same input gives the same ids on every machine.

An id is a letter that tells the type and twelve base-32 characters of a SHA-256: sixty bits, which
leaves one chance in a million of a clash among a million mentions.
"""

import base64
import hashlib
import re
from typing import NewType

SourceId = NewType("SourceId", str)
DocumentId = NewType("DocumentId", str)
MentionId = NewType("MentionId", str)
EntityId = NewType("EntityId", str)

ID_LENGTH = 12
LONGEST_SLUG = 100
_SLUG = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")


def minted(prefix: str, *parts: str) -> str:
    """Return `prefix-` and twelve characters that depend on every part and on where parts end.

    >>> minted("E", "ab", "c") == minted("E", "a", "bc")
    False
    """
    digest = hashlib.sha256("\x1f".join(parts).encode()).digest()
    return f"{prefix}-{base64.b32encode(digest).decode()[:ID_LENGTH]}"


def source_id(text: str) -> SourceId:
    """Return the id that a person gives a source; a ValueError says what it should be.

    Capitals and colons are in the ids of all other nodes, so that none of those is a slug.
    """
    if len(text) > LONGEST_SLUG or not _SLUG.fullmatch(text):
        shown = text[:LONGEST_SLUG]
        problem = (
            f"{shown!r} is no id of a source; expected a slug as us-ofac-sdn: lower-case letters,"
            f" digits, and -, _ or . between them, at most {LONGEST_SLUG}"
        )
        raise ValueError(problem)
    return SourceId(text)


def document_id(source: SourceId, sha256: str) -> DocumentId:
    """Return the id of a source's document; the same bytes of the same source are one document."""
    return DocumentId(minted("D", source, sha256))


def record_mention_id(source: SourceId, record_id: str) -> MentionId:
    """Return the id of a list's record; it stays through all editions of the list."""
    return MentionId(minted("M", "record", source, record_id))


def text_mention_id(document: DocumentId, start: int, end: int) -> MentionId:
    """Return the id of a span in a document's text."""
    return MentionId(minted("M", "text", document, str(start), str(end)))


def count_claim_id(document: DocumentId, start: int, end: int) -> str:
    """Return the id of a count at its place in a document's text."""
    return minted("C", document, str(start), str(end))


def own_entity_id(mention: MentionId) -> EntityId:
    """Return the id an entity has while this mention is its founding one."""
    return EntityId(minted("E", mention))
