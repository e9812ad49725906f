"""Judgements taken back: who said what stays on record, and every later run decides without it.

Flows in: the id of a judgement, or the two mentions it is on. Flows out: what was taken back. Doing
it again changes nothing, and says when it was done.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from actors.errors import NotFound
from actors.graph import Graph, Row, Transaction
from actors.instants import now
from actors.records import MentionId
from resolution.judgements.files import Side
from resolution.judgements.locating import mention_ids
from resolution.judgements.storing import LOCK

# What a judgement written in Cypher may lack is no reason not to take it back.
_SAID = """
OPTIONAL MATCH (judgement)-[:LEFT]->(left:Mention)
OPTIONAL MATCH (judgement)-[:RIGHT]->(right:Mention)
OPTIONAL MATCH (left)-[:IN]->(:Document)-[:FROM]->(left_source:Source)
OPTIONAL MATCH (right)-[:IN]->(:Document)-[:FROM]->(right_source:Source)
RETURN elementId(judgement) AS node, coalesce(judgement.id, elementId(judgement)) AS id,
       toLower(judgement.verdict) AS verdict, judgement.actor AS actor,
       judgement.createdAt AS created_at, judgement.retractedAt AS retracted_at,
       coalesce(left_source.id + ':' + left.recordId, left.id) AS left,
       coalesce(right_source.id + ':' + right.recordId, right.id) AS right
ORDER BY created_at, id
"""

# One written in Cypher may have no id: a run that cannot read it names its node.
JUDGEMENT = f"""
MATCH (judgement:Judgement)
WHERE judgement.id = $id OR elementId(judgement) = $id
WITH judgement
{_SAID}
"""

# Relies on the uniqueness of Mention.id.
JUDGEMENTS_ON = f"""
MATCH (one:Mention)<-[:LEFT|RIGHT]-(judgement:Judgement)-[:LEFT|RIGHT]->(other:Mention)
WHERE one.id IN $one AND other.id IN $other
WITH DISTINCT judgement
{_SAID}
"""

RETRACT = """
UNWIND $nodes AS node
MATCH (judgement:Judgement)
WHERE elementId(judgement) = node
SET judgement.retractedAt = $instant
"""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A judgement that binds nobody any more."""

    id: str
    verdict: str | None
    actor: str | None
    created_at: str | None
    retracted_at: str
    left: str | None
    right: str | None
    is_new: bool
    """Whether it stood until now."""


def retract_judgement(graph: Graph, id_: str) -> tuple[TakenBack, ...]:
    """Take one judgement back, known by its id; NotFound where there is none."""

    def work(transaction: Transaction) -> tuple[TakenBack, ...]:
        transaction.run(LOCK)
        return _retract(transaction, _judgement(transaction, id_))

    return graph.together(work)


def retract_judgements_on(graph: Graph, left: str, right: str) -> tuple[TakenBack, ...]:
    """Take back what anybody judged of two mentions; NotFound where nobody did.

    Each is named as `us-ofac-sdn:52293`, or by its id, `M-…`.
    """

    def work(transaction: Transaction) -> tuple[TakenBack, ...]:
        transaction.run(LOCK)
        return _retract(transaction, _judgements_on(transaction, left, right))

    return graph.together(work)


def _judgement(transaction: Transaction, id_: str) -> Sequence[Row]:
    found = transaction.run(JUDGEMENT, id=id_)
    if not found:
        raise NotFound(
            f"{id_}: there is no such judgement; `dramatis explain LEFT RIGHT` shows those on two "
            "mentions with their ids"
        )
    return found


def _judgements_on(transaction: Transaction, left: str, right: str) -> Sequence[Row]:
    found = transaction.run(JUDGEMENTS_ON, one=_named(left), other=_named(right))
    if not found:
        raise NotFound(
            f"There is no judgement on {left} and {right}; `dramatis explain {left} {right}` shows "
            "those on others of their entities"
        )
    return found


def _named(reference: str) -> list[MentionId]:
    """Return the ids that a reference may mean."""
    source, is_record, record = reference.partition(":")
    if is_record:
        return mention_ids(Side(source, record))
    if reference.startswith("E-"):
        raise NotFound(
            f"{reference} is an entity, and judgements are on mentions; `dramatis explain "
            f"{reference} --json` shows its mentions and the judgements on them"
        )
    return [MentionId(reference)]


def _retract(transaction: Transaction, found: Sequence[Row]) -> tuple[TakenBack, ...]:
    instant = now()
    standing = [row["node"] for row in found if row["retracted_at"] is None]
    transaction.run(RETRACT, nodes=standing, instant=instant)
    return tuple(_taken_back(row, instant) for row in found)


def _taken_back(row: Row, instant: str) -> TakenBack:
    return TakenBack(
        id=row["id"],
        verdict=row["verdict"],
        actor=row["actor"],
        created_at=row["created_at"],
        retracted_at=row["retracted_at"] or instant,
        left=row["left"],
        right=row["right"],
        is_new=row["retracted_at"] is None,
    )
