"""What stands around two mentions in the graph: what a run knew when it held them apart."""

from collections.abc import Sequence

import orjson

from actors.graph import Graph
from actors.records import Mention, MentionId, MentionKind, Verdict
from actors.records.interchange import from_json
from resolution.explanation.graph.judgements import GivenJudgement
from resolution.explanation.graph.references import FoundMention, published_days
from resolution.explanation.rulings import Rival, Surroundings

# All rely on the uniqueness of Mention.id.
STORED_SCORE = """
MATCH (:Mention {id: $left})-[compared:COMPARED]-(:Mention {id: $right})
WHERE size(coalesce(compared.blockedBy, [])) > 0
RETURN compared.score AS score
"""

SCORES_BETWEEN = """
UNWIND $left AS id
MATCH (left:Mention {id: id})-[compared:COMPARED]-(right:Mention)
WHERE right.id IN $right
RETURN left.id AS left, right.id AS right, compared.score AS score
"""

OTHER_OWNERS = """
UNWIND $ids AS id
MATCH (:Mention {id: id})-[:CARRIES]->(:Identifier)<-[:CARRIES]-(other:Mention {kind: 'RECORD'})
WHERE NOT other.id IN $ids
RETURN DISTINCT other.id AS id, other.content AS content
ORDER BY id
"""

RIVALS = """
UNWIND $texts AS id
MATCH (:Mention {id: id})-[compared:COMPARED]-(:Mention {kind: 'RECORD'})
      -[:RESOLVED_TO]->(entity:Entity)
RETURN entity.id AS entity, entity.caption AS caption, max(compared.score) AS score
ORDER BY score DESC, entity
"""

Side = tuple[FoundMention, Sequence[FoundMention]]
"""A mention and all of its entity."""


def stored_score(graph: Graph, left: FoundMention, right: FoundMention) -> float | None:
    """Return what the last run found between two mentions, if it compared and kept them."""
    rows = graph.read(STORED_SCORE, left=left.mention.id, right=right.mention.id)
    return rows[0]["score"] if rows else None


def surroundings(
    graph: Graph, left: Side, right: Side, judged: Sequence[GivenJudgement]
) -> Surroundings:
    """Read what a run knew around two mentions of two entities."""
    sides = [_first(side) for side in (left, right)]
    ids = [[mention.id for mention in side] for side in sides]
    scores = graph.read(SCORES_BETWEEN, left=ids[0], right=ids[1])
    return Surroundings(
        left=sides[0],
        right=sides[1],
        others=_other_owners(graph, [*ids[0], *ids[1]]),
        published_on=published_days([*left[1], *right[1]]),
        same=_links(judged, Verdict.SAME),
        different=_links(judged, Verdict.DIFFERENT),
        scores={frozenset((row["left"], row["right"])): row["score"] for row in scores},
        rivals=_rivals(graph, left, right),
        is_resolved=None not in (left[0].entity, right[0].entity),
    )


def _first(side: Side) -> list[Mention]:
    one, members = side
    others = [found.mention for found in members if found.mention.id != one.mention.id]
    return [one.mention, *others]


def _links(judged: Sequence[GivenJudgement], verdict: Verdict) -> list[tuple[MentionId, MentionId]]:
    return [(one.left, one.right) for one in judged if one.stands and one.verdict == verdict]


def _other_owners(graph: Graph, ids: Sequence[MentionId]) -> list[Mention]:
    return [from_json(orjson.loads(row["content"])) for row in graph.read(OTHER_OWNERS, ids=ids)]


def _rivals(graph: Graph, left: Side, right: Side) -> list[Rival]:
    """Return what the one that stands in a text fits, with all of its name in that text."""
    texts = [side for side in (left, right) if side[0].mention.kind is MentionKind.TEXT]
    if len(texts) != 1:
        return []
    [(one, members)] = texts
    together = [
        found.mention.id
        for found in members
        if found.mention.kind is MentionKind.TEXT and found.mention.document == one.mention.document
    ]
    return [Rival(**row) for row in graph.read(RIVALS, texts=together)]
