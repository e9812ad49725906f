"""Mentions as they were ingested, with the entity an earlier run resolved each to.

Content is read in the interchange format, the very bytes that ingestion stored, so a run depends on
nothing else of a mention.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import orjson

from actors.graph import Graph
from actors.records import MentionKind
from actors.records.interchange import from_json
from resolution.state import StoredMention

MENTIONS = """
MATCH (mention:Mention)
WHERE mention.kind IN $kinds
OPTIONAL MATCH (mention)-[resolved:RESOLVED_TO]->(entity:Entity)
RETURN mention.content AS content, mention.contentHash AS contentHash,
       mention.sequence AS sequence,
       mention.firstSeenOn AS firstSeenOn, mention.lastSeenOn AS lastSeenOn,
       coalesce(mention.comparedHash = mention.contentHash, false) AS isCompared,
       mention.formerContent AS former, coalesce(mention.isRetired, false) AS isRetired,
       entity.id AS entity, resolved.score AS score, mention.settled AS settled,
       coalesce(mention.wasFounder, false) AS wasFounder
ORDER BY sequence
"""

ASSIGNED = """
MATCH (mention:Mention)-[resolved:RESOLVED_TO]->(entity:Entity)
RETURN mention.id AS id, entity.id AS entity, resolved.score AS score,
       coalesce(mention.wasFounder, false) AS wasFounder
"""


def stored_mentions(graph: Graph, *kinds: MentionKind) -> list[StoredMention]:
    """Return every mention of these kinds, in the order of first ingestion."""
    return [
        StoredMention(
            mention=from_json(orjson.loads(row["content"])),
            sequence=row["sequence"],
            first_seen_on=date.fromisoformat(row["firstSeenOn"]),
            last_seen_on=date.fromisoformat(row["lastSeenOn"]),
            is_compared=row["isCompared"],
            former=from_json(orjson.loads(row["former"])) if row["former"] else None,
            is_retired=row["isRetired"],
            content_hash=row["contentHash"],
            entity=row["entity"],
            score=row["score"],
            was_founder=row["wasFounder"],
            settled=row["settled"],
        )
        for row in graph.read(MENTIONS, kinds=[kind.value for kind in kinds])
    ]


def reassigned(mentions: Sequence[StoredMention], graph: Graph) -> list[StoredMention]:
    """Return the mentions as they are, each with the entity it is resolved to by now."""
    assigned = {row["id"]: row for row in graph.read(ASSIGNED)}
    return [
        replace(stored, entity=row["entity"], score=row["score"], was_founder=row["wasFounder"])
        if (row := assigned.get(stored.mention.id))
        else replace(stored, entity=None, score=None)
        for stored in mentions
    ]
