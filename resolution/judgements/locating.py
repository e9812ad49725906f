"""Which mentions the rows of a file are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from actors.graph import Transaction
from actors.records import MentionId, SourceId, record_mention_id
from resolution.judgements.files import JudgementRow, Side
from resolution.judgements.refusing import refuse

# Relies on the uniqueness of Mention.id.
KNOWN_MENTIONS = """
UNWIND $ids AS id
MATCH (mention:Mention {id: id})-[:IN]->(:Document)-[:FROM]->(source:Source)
RETURN mention.id AS id, source.id AS source
"""

Ends = frozenset[MentionId]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row, and the mentions of its sides."""

    row: JudgementRow
    left: MentionId
    right: MentionId

    @property
    def ends(self) -> Ends:
        """Both, in no order."""
        return frozenset((self.left, self.right))


def located(transaction: Transaction, rows: Sequence[JudgementRow]) -> list[Wanted]:
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
    refuse(
        f"{row.place}: {side} is not in the graph; ingest its list first, or take the row out"
        for row in rows
        for side in (row.left, row.right)
        if side not in found
    )
    refuse(
        f"{row.place}: {row.left} and {row.right} are one and the same mention"
        for row in rows
        if found[row.left] == found[row.right]
    )
    return [Wanted(row, found[row.left], found[row.right]) for row in rows]


def mention_ids(side: Side) -> list[MentionId]:
    """Return the ids a side may stand for: of its record, else of a mention named outright."""
    of_record = record_mention_id(SourceId(side.source), side.record)
    return [of_record, MentionId(side.record)] if side.record.startswith("M-") else [of_record]
