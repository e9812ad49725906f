"""Answers `dramatis explain`: two references in, why what they name is, or is not, one actor.

A reference is a mention's id, an entity's id, or a source and a record's id. For an entity the one
of its mentions speaks that is most like the other side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

import numpy as np
import orjson

from actors.errors import NotFound
from actors.graph import Graph
from actors.records import DocumentId, EntityId, Mention, SourceId, record_mention_id
from actors.records.interchange import from_json
from resolution.comparison import compare
from resolution.explanation import Explanation, explain
from resolution.model import Model
from resolution.scoring import log_odds
from resolution.table import mention_table

# Both rely on the uniqueness of Mention.id and the index on Mention.entityId.
MENTION = """
MATCH (mention:Mention {id: $id})-[:IN]->(document:Document)
OPTIONAL MATCH (mention)-[:RESOLVED_TO]->(entity:Entity)
RETURN mention.content AS content, document.publishedOn AS publishedOn, entity.id AS entity
"""

MENTIONS_OF_ENTITY = """
MATCH (:Mention {entityId: $id})-[:RESOLVED_TO]->(entity:Entity)<-[:RESOLVED_TO]-(mention:Mention)
MATCH (mention)-[:IN]->(document:Document)
RETURN mention.content AS content, document.publishedOn AS publishedOn, entity.id AS entity
ORDER BY mention.sequence
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """Two mentions, whether the last run made them one, and what their comparison says."""

    left: Mention
    right: Mention
    left_entity: EntityId | None
    right_entity: EntityId | None
    explanation: Explanation

    @property
    def are_one(self) -> bool:
        """Whether both are resolved to one entity."""
        return self.left_entity is not None and self.left_entity == self.right_entity


def explained(graph: Graph, left: str, right: str, model: Model) -> Answer:
    """Compare what two references name; NotFound says which of them names nothing."""
    sides = (_found(graph, left), _found(graph, right))
    published = {one.mention.document: one.published_on for side in sides for one in side}
    one, other = _most_alike(*sides, published, model)
    return Answer(
        left=one.mention,
        right=other.mention,
        left_entity=one.entity,
        right_entity=other.entity,
        explanation=explain(one.mention, other.mention, model, published),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    mention: Mention
    entity: EntityId | None
    published_on: date | None


def _found(graph: Graph, reference: str) -> Sequence[_Found]:
    if reference.startswith("E-"):
        rows = graph.read(MENTIONS_OF_ENTITY, id=reference)
    elif ":" in reference:
        source, _, record = reference.partition(":")
        rows = graph.read(MENTION, id=record_mention_id(SourceId(source), record))
    else:
        rows = graph.read(MENTION, id=reference)
    if not rows:
        raise NotFound(
            f"{reference!r} names nothing here; expected a mention (M-…), an entity (E-…), or a "
            "source and its record's id, as us-ofac-sdn:52293."
        )
    return [
        _Found(
            mention=from_json(orjson.loads(row["content"])),
            entity=row["entity"],
            published_on=date.fromisoformat(row["publishedOn"]) if row["publishedOn"] else None,
        )
        for row in rows
    ]


def _most_alike(
    left: Sequence[_Found],
    right: Sequence[_Found],
    published: Mapping[DocumentId, date | None],
    model: Model,
) -> tuple[_Found, _Found]:
    pairs = [
        (one, other)
        for one, other in product(range(len(left)), range(len(left), len(left) + len(right)))
    ]
    both = [*left, *right]
    table = mention_table([found.mention for found in both], published)
    ends = np.array(pairs, dtype=np.int64).T
    odds = log_odds(compare(table, ends[0], ends[1], model.words), model)
    one, other = pairs[int(np.argmax(odds))]
    return both[one], both[other]
