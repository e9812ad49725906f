"""Answers `dramatis explain LEFT RIGHT`: why what two references name is, or is not, one actor.

For an entity the one of its mentions speaks that is most like the other side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

import numpy as np

from actors.graph import Graph
from actors.records import DocumentId, EntityId, Mention, MentionKind
from resolution.comparison import compare
from resolution.explanation import Explanation, explain
from resolution.explanation.apart import held_apart
from resolution.explanation.graph.entities import joins_among
from resolution.explanation.graph.judgements import GivenJudgement, judgements_among
from resolution.explanation.graph.references import (
    FoundMention,
    found_mentions,
    members,
    published_days,
)
from resolution.explanation.graph.surroundings import stored_score, surroundings
from resolution.explanation.keys import KeyRecords, count_keys
from resolution.explanation.merges import Join, merge_tree, path_between
from resolution.explanation.rulings import Ruling
from resolution.model import Model
from resolution.publishing.stored import stored_mentions
from resolution.scoring import log_odds
from resolution.table import mention_table

Days = Mapping[DocumentId, date | None]


@dataclass(frozen=True, slots=True)
class Answer:
    """Two mentions, whether the last run made them one, and what decided it."""

    left: Mention
    right: Mention
    left_entity: EntityId | None
    right_entity: EntityId | None
    are_one: bool
    """Whether both are resolved to one entity."""
    explanation: Explanation | None
    """None where both are one and the same mention, and nothing is to be compared."""
    threshold: float
    """The probability from which mentions merge."""
    stored_score: float | None
    """What the last run found, if it kept the comparison; another model may have found it."""
    judgements: tuple[GivenJudgement, ...]
    """On the two, and on others of their entities."""
    path: tuple[Join, ...]
    """The merges that lead from one to the other, where they are one entity."""
    held_apart: tuple[Ruling, ...]
    """What keeps them two entities."""


def explained(graph: Graph, left: str, right: str, model: Model) -> Answer:
    """Compare what two references name; NotFound says which of them names nothing."""
    sides = (found_mentions(graph, left), found_mentions(graph, right))
    published = published_days([*sides[0], *sides[1]])
    one, other = _most_alike(*sides, published, model)
    if one.mention.id == other.mention.id:
        return _of_itself(graph, one, model)
    return _of_two(graph, one, other, model)


def _of_itself(graph: Graph, one: FoundMention, model: Model) -> Answer:
    around = [found.mention.id for found in members(graph, one)]
    judged = judgements_among(graph, around)
    return Answer(
        left=one.mention,
        right=one.mention,
        left_entity=one.entity,
        right_entity=one.entity,
        are_one=True,
        explanation=None,
        threshold=model.thresholds.merge,
        stored_score=None,
        judgements=tuple(given for given in judged if one.mention.id in {given.left, given.right}),
        path=(),
        held_apart=(),
    )


def _of_two(graph: Graph, one: FoundMention, other: FoundMention, model: Model) -> Answer:
    are_one = one.entity is not None and one.entity == other.entity
    left = members(graph, one)
    right = left if are_one else members(graph, other)
    published = published_days([*left, *right])
    stored = stored_score(graph, one, other)
    explanation = explain(one.mention, other.mention, model, published)
    if stored is None and explanation.rules:
        counted = _key_records(graph, explanation, model, published)
        explanation = explain(one.mention, other.mention, model, published, counted)
    judged = judgements_among(graph, [found.mention.id for found in (*left, *right)])
    return Answer(
        left=one.mention,
        right=other.mention,
        left_entity=one.entity,
        right_entity=other.entity,
        are_one=are_one,
        explanation=explanation,
        threshold=model.thresholds.merge,
        stored_score=stored,
        judgements=tuple(judged),
        path=_path(graph, left, (one, other), judged, model) if are_one else (),
        held_apart=()
        if are_one
        else held_apart(
            explanation,
            surroundings(graph, (one, left), (other, right), judged),
            model.thresholds.merge,
        ),
    )


def _path(
    graph: Graph,
    found: Sequence[FoundMention],
    ends: tuple[FoundMention, FoundMention],
    judged: Sequence[GivenJudgement],
    model: Model,
) -> tuple[Join, ...]:
    """Return the merges that lead from one mention of an entity to another."""
    order = [one.mention.id for one in found]
    tree = merge_tree(order, joins_among(graph, found, judged, model))
    return path_between(tree, ends[0].mention.id, ends[1].mention.id) or ()


def _key_records(
    graph: Graph, explanation: Explanation, model: Model, published: Days
) -> KeyRecords:
    """Count how common the shared keys are; only reading all records tells."""
    records = [one.mention for one in stored_mentions(graph, MentionKind.RECORD)]
    return count_keys(mention_table(records, published), model, explanation.blocking)


def _most_alike(
    left: Sequence[FoundMention], right: Sequence[FoundMention], published: Days, model: Model
) -> tuple[FoundMention, FoundMention]:
    """Return the two that are most alike; a mention is held against itself only if none is left."""
    both = [*left, *right]
    pairs = [
        (one, other)
        for one, other in product(range(len(left)), range(len(left), len(both)))
        if both[one].mention.id != both[other].mention.id
    ]
    if not pairs:
        return left[0], right[0]
    table = mention_table([found.mention for found in both], published)
    ends = np.array(pairs, dtype=np.int64).T
    odds = log_odds(compare(table, ends[0], ends[1], model.words), model)
    one, other = pairs[int(np.argmax(odds))]
    return both[one], both[other]
