"""Judgements into the graph, all of a file or none of it; the next run honours them.

Flows in: the rows of a file. Flows out: Judgement nodes, and what became of each row. Everything is
decided in one transaction that holds a lock, so that two imports cannot contradict each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actors.errors import LabelsError
from actors.graph import Graph, Row, Transaction
from actors.instants import now
from actors.records import MentionId, SourceId, Verdict, record_mention_id
from actors.records.ids import minted
from resolution.contradictions import contradictions
from resolution.judgements.files import JudgementRow, Side

LOCK = """
MERGE (lock:Lease {id: 'judgements'})
SET lock.touched = timestamp()
"""

# Relies on the uniqueness of Mention.id.
KNOWN_MENTIONS = """
UNWIND $ids AS id
MATCH (mention:Mention {id: id})-[:IN]->(:Document)-[:FROM]->(source:Source)
RETURN mention.id AS id, source.id AS source
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

REMEDY = "take its row out, or take a stored one back by `dramatis judgements retract J-…`"
"""What a person can do about a contradiction."""

Ends = frozenset[MentionId]


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


@dataclass(frozen=True, slots=True)
class _Wanted:
    row: JudgementRow
    left: MentionId
    right: MentionId

    @property
    def ends(self) -> Ends:
        return frozenset((self.left, self.right))


def _store(transaction: Transaction, rows: Sequence[JudgementRow], instant: str) -> Imported:
    transaction.run(LOCK)
    wanted = _located(transaction, rows)
    stored = transaction.run(ALL_JUDGEMENTS)
    new, taken_back = _sorted_out(wanted, stored)
    _refuse_contradictions(new, [row for row in stored if row["stands"]])
    transaction.run(CREATE_JUDGEMENTS, rows=[_properties(one, instant) for one in new])
    known = len(rows) - len(new) - taken_back
    return Imported(rows=len(rows), stored=len(new), known=known, taken_back=taken_back)


def _located(transaction: Transaction, rows: Sequence[JudgementRow]) -> list[_Wanted]:
    """Find the mention of every side; all that are missing are told together."""
    sides = {side for row in rows for side in (row.left, row.right)}
    named = {side: mention_ids(side) for side in sides}
    ids = sorted({id_ for ids in named.values() for id_ in ids})
    sources = {row["id"]: row["source"] for row in transaction.run(KNOWN_MENTIONS, ids=ids)}
    found = {
        side: id_
        for side, ids in named.items()
        for id_ in reversed(ids)
        if sources.get(id_) == side.source
    }
    _refuse(
        f"{row.place}: {side} is not in the graph; ingest its list first, or take the row out"
        for row in rows
        for side in (row.left, row.right)
        if side not in found
    )
    _refuse(
        f"{row.place}: {row.left} and {row.right} are one and the same mention"
        for row in rows
        if found[row.left] == found[row.right]
    )
    return [_Wanted(row, found[row.left], found[row.right]) for row in rows]


def mention_ids(side: Side) -> list[MentionId]:
    """Return the ids a side may stand for: of its record, else of a mention named outright."""
    of_record = record_mention_id(SourceId(side.source), side.record)
    return [of_record, MentionId(side.record)] if side.record.startswith("M-") else [of_record]


def _sorted_out(wanted: Iterable[_Wanted], stored: Sequence[Row]) -> tuple[list[_Wanted], int]:
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


def _refuse_contradictions(new: Sequence[_Wanted], standing: Sequence[Row]) -> None:
    """Raise LabelsError with every contradiction that a new row has a part in."""
    told: dict[tuple[Ends, Verdict], list[str]] = {}
    links: dict[Verdict, list[tuple[MentionId, MentionId]]] = {one: [] for one in Verdict}
    is_new = {(one.ends, one.row.verdict) for one in new}
    for row in standing:
        if row["verdict"] in tuple(Verdict):
            verdict = Verdict(row["verdict"])
            links[verdict].append((row["left"], row["right"]))
            told.setdefault((frozenset((row["left"], row["right"])), verdict), []).append(
                f"{row['id']} of {row['actor']}, {row['created_at']}: {row['left_shown']} and "
                f"{row['right_shown']} {verdict.value.lower()}"
            )
    for one in new:
        links[one.row.verdict].append((one.left, one.right))
        told.setdefault((one.ends, one.row.verdict), []).append(
            f"{one.row.place}: {one.row.left} and {one.row.right} {one.row.verdict.value.lower()}"
        )
    problems = []
    for found in contradictions(links[Verdict.SAME], dict.fromkeys(links[Verdict.DIFFERENT])):
        involved = [
            (frozenset((found.left, found.right)), Verdict.DIFFERENT),
            *((frozenset(link), Verdict.SAME) for link in found.chain),
        ]
        if not is_new.isdisjoint(involved):
            against = ", and ".join(" or ".join(told[one]) for one in involved)
            problems.append(f"These judgements cannot all hold; {REMEDY}: {against}")
    _refuse(problems)


def _refuse(problems: Iterable[str]) -> None:
    """Raise all problems together, if there are any."""
    errors = [LabelsError(f"{problem}. Nothing was imported.") for problem in problems]
    if errors:
        raise ExceptionGroup("the judgements cannot be imported", errors)


def _properties(one: _Wanted, instant: str) -> Mapping[str, Any]:
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
