"""A batch of mentions held against what is stored: which are new, and which of a newer edition."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from actors.graph import Transaction
from actors.records import Document, Mention
from resolution.ingestion import statements
from resolution.ingestion.rows import content_hash, edition_day


@dataclass(slots=True)
class SortedOut:
    """A batch held against what is stored."""

    new: list[Mention]
    newer: list[Mention]
    seen: list[dict[str, Any]]
    changed: int = 0
    older: int = 0


def sort_out(transaction: Transaction, document: Document, batch: Sequence[Mention]) -> SortedOut:
    """Sort out a batch of a document; the newer edition by day is what a mention shows."""
    rows = transaction.run(statements.STORED_MENTIONS, ids=[mention.id for mention in batch])
    stored = {row["id"]: row for row in rows}
    day = edition_day(document)
    result = SortedOut([], [], [])
    for mention in batch:
        known = stored.get(mention.id)
        if known is None:
            result.new.append(mention)
            continue
        differs = content_hash(mention) != known["contentHash"]
        is_same_document = document.id == known["document"]
        if is_same_document and not differs:
            pass
        elif is_same_document or (day, document.id) > (known["lastSeenOn"], known["document"]):
            result.newer.append(mention)
            result.changed += differs
        else:
            result.older += 1
        first, last = min(day, known["firstSeenOn"]), max(day, known["lastSeenOn"])
        if (first, last) != (known["firstSeenOn"], known["lastSeenOn"]):
            result.seen.append({"id": mention.id, "firstSeenOn": first, "lastSeenOn": last})
    return result
