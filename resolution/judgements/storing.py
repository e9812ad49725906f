"""Judgements into the graph, all of a file or none of it; the next run honours them.

Flows in: the rows of a file. Flows out: Judgement nodes, and what became of each row. Everything is
decided in one transaction that holds a lock, so that two imports cannot contradict each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actors.graph import Graph, Row, Transaction
from actors.instants import now
from actors.records.ids import minted
from resolution.judgements.contradicting import contradictions_told
from resolution.judgements.files import JudgementRow
from resolution.judgements.locating import Wanted, located
from resolution.judgements.refusing import refuse

LOCK = """
MERGE (lock:Lease {id: 'judgements'})
SET lock.touched = timestamp()
"""

ALL_JUDGEMENTS = """
MATCH (left:Mention)<-[:LEFT]-(judgement:Judgement)-[:RIGHT]->(right:Mention)
MATCH (left)-[:IN]->(:Document)-[:FROM]->(left_source:Source)
MATCH (right)-[:IN]->(:Document)-[:FROM]->(right_source:Source)
RETURN judgement.id AS id, left.id AS left, right.id AS right, judgement.verdict AS verdict,
       judgement.actor AS actor, judgement.createdAt AS created_at,
       judgement.retractedAt IS NULL AS stands,
       left_source.id + ':' + coalesce(left.recordId, left.id) AS left_shown,
       right_source.id + ':' + coalesce(right.recordId, right.id) AS right_shown
ORDER BY created_at, id
"""

# Relies on the uniqueness of Judgement.id and Mention.id.
CREATE_JUDGEMENTS = """
UNWIND $rows AS row
MATCH (left:Mention {id: row.left})
MATCH (right:Mention {id: row.right})
CREATE (judgement:Judgement {id: row.id, verdict: row.verdict, actor: row.actor,
                             reason: row.reason, createdAt: row.createdAt})
CREATE (judgement)-[:LEFT]->(left)
CREATE (judgement)-[:RIGHT]->(right)
"""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the rows of a file."""

    rows: int
    stored: int
    known: int
    """Rows that say what somebody's standing judgement says already."""
    taken_back: int
    """Rows whose judgement was taken back here since; they are left so."""


def import_judgements(graph: Graph, rows: Sequence[JudgementRow]) -> Imported:
    """Store what is new in the rows; a group of LabelsErrors, and nothing stored, if any fails."""
    return graph.together(lambda transaction: _store(transaction, rows, now()))


def _store(transaction: Transaction, rows: Sequence[JudgementRow], instant: str) -> Imported:
    transaction.run(LOCK)
    wanted = located(transaction, rows)
    stored = transaction.run(ALL_JUDGEMENTS)
    new, taken_back = _sorted_out(wanted, stored)
    refuse(contradictions_told(new, [row for row in stored if row["stands"]]))
    transaction.run(CREATE_JUDGEMENTS, rows=[_properties(one, instant) for one in new])
    known = len(rows) - len(new) - taken_back
    return Imported(rows=len(rows), stored=len(new), known=known, taken_back=taken_back)


def _sorted_out(wanted: Iterable[Wanted], stored: Sequence[Row]) -> tuple[list[Wanted], int]:
    """Return the rows that are new, and how many were taken back here."""
    standing, retracted = set(), set()
    for row in stored:
        said = (frozenset((row["left"], row["right"])), row["verdict"], row["actor"])
        if row["stands"]:
            standing.add(said)
        else:
            retracted |= {(*said, row["created_at"]), (*said, None)}
    new, taken_back = [], 0
    for one in wanted:
        said = (one.ends, one.row.verdict.value, one.row.actor)
        if said in standing:
            continue
        if (*said, one.row.created_at) in retracted:
            taken_back += 1
            continue
        standing.add(said)
        new.append(one)
    return new, taken_back


def _properties(one: Wanted, instant: str) -> Mapping[str, Any]:
    created_at = one.row.created_at or instant
    said = (*sorted(one.ends), one.row.verdict.value, one.row.actor, created_at)
    return {
        "id": minted("J", *said),
        "left": one.left,
        "right": one.right,
        "verdict": one.row.verdict.value,
        "actor": one.row.actor,
        "reason": one.row.reason,
        "createdAt": created_at,
    }
