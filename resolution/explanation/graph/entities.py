"""Answers `dramatis explain ENTITY`: the tree of merges that made it, and its weakest link.

Flows in: an entity's id and the graph. Flows out: its mentions as a tree from the founding one,
each with the join that holds it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from actors.errors import NotFound
from actors.graph import Graph
from actors.records import EntityId, Mention, Verdict
from resolution.explanation.graph.judgements import GivenJudgement, judgements_among
from resolution.explanation.graph.references import (
    FoundMention,
    found_mentions,
    members,
    published_days,
)
from resolution.explanation.merges import Branch, Join, Means, merge_tree
from resolution.explanation.statements import best_names
from resolution.model import Model
from resolution.table import mention_table

# Relies on the uniqueness of Entity.id.
ENTITY_CAPTION = """
MATCH (entity:Entity {id: $id})
RETURN entity.caption AS caption
"""

JOINS = """
MATCH (entity:Entity {id: $id})<-[:RESOLVED_TO]-(left:Mention)-[compared:COMPARED]->(right:Mention)
WHERE compared.joins AND EXISTS { (right)-[:RESOLVED_TO]->(entity) }
WITH left, compared, right ORDER BY left.sequence, right.sequence
RETURN left.id AS left, right.id AS right, compared.score AS score,
       coalesce(compared.blockedBy, []) AS rules
"""


@dataclass(frozen=True, slots=True)
class EntityAnswer:
    """An entity as the tree of its merges."""

    entity: EntityId
    caption: str
    mentions: tuple[Mention, ...]
    """In the order of first ingestion: the founding one first."""
    tree: tuple[Branch, ...]
    """The mentions as they are drawn, the founding one first."""
    weakest: Join | None
    """The join to look at first; None where nothing was compared."""
    judgements: tuple[GivenJudgement, ...]


def explained_entity(graph: Graph, reference: str, model: Model) -> EntityAnswer:
    """Draw the entity that a reference names, or that holds the mention it names."""
    found = members(graph, found_mentions(graph, reference)[0])
    entity = found[0].entity
    if entity is None:
        message = f"{reference!r} is not resolved yet: type `dramatis resolve` first."
        raise NotFound(message)
    [row] = graph.read(ENTITY_CAPTION, id=entity)
    judged = judgements_among(graph, [one.mention.id for one in found])
    joins = joins_among(graph, found, judged, model)
    compared = [join for join in joins if join.means is Means.COMPARISON]
    return EntityAnswer(
        entity=entity,
        caption=row["caption"],
        mentions=tuple(one.mention for one in found),
        tree=merge_tree([one.mention.id for one in found], joins),
        weakest=min(compared, key=lambda join: join.score, default=None),
        judgements=tuple(judged),
    )


def joins_among(
    graph: Graph,
    found: Sequence[FoundMention],
    judged: Sequence[GivenJudgement],
    model: Model,
) -> list[Join]:
    """Return what holds the mentions of one entity together, with the names that counted."""
    place = {one.mention.id: number for number, one in enumerate(found)}
    # A mention may have moved between the two statements.
    rows = [
        row
        for row in graph.read(JOINS, id=found[0].entity)
        if row["left"] in place and row["right"] in place
    ]
    mentions = [one.mention for one in found]
    names = best_names(
        mentions,
        mention_table(mentions, published_days(found)),
        [(place[row["left"]], place[row["right"]]) for row in rows],
        model.words,
    )
    bound = {
        frozenset((given.left, given.right))
        for given in judged
        if given.stands and given.verdict == Verdict.SAME
    }
    return [
        Join(
            left=row["left"],
            right=row["right"],
            score=row["score"],
            means=_means(frozenset((row["left"], row["right"])) in bound, row["rules"]),
            left_name=both.written[0],
            right_name=both.written[1],
            rules=tuple(row["rules"]),
        )
        for row, both in zip(rows, names, strict=True)
    ]


def _means(is_judged: bool, rules: Sequence[str]) -> Means:
    """Tell what joined two; without a rule nobody compared them, so their text did."""
    if is_judged:
        return Means.JUDGEMENT
    return Means.COMPARISON if rules else Means.SAME_TEXT
