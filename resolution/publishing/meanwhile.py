"""Judgements made or taken back while a run was under way: what it decided without them is void.

Every transaction that says who is who asks, as the last of its own statements, whether the
judgements stand as the run knew them. If not, it is rolled back and the run decides anew: so
nothing is published that contradicts a judgement made before, and nobody who judges ever waits.
"""

from actors.graph import Transaction
from resolution.state import State

UNSETTLED_JUDGEMENTS = """
MATCH (left:Mention)<-[:LEFT]-(judgement:Judgement)-[:RIGHT]->(right:Mention)
WITH judgement, left, right,
     CASE WHEN judgement.retractedAt IS NULL AND judgement.verdict <> 'UNSURE'
          THEN judgement.verdict END AS verdict
WHERE coalesce(judgement.honoured, '') <> coalesce(verdict, '')
RETURN elementId(judgement) AS node, left.id AS left, right.id AS right, verdict
"""


class JudgedMeanwhile(Exception):
    """A judgement was made, changed or taken back since the run read them."""


class Judged:
    """The judgements that a run decided with."""

    def __init__(self, state: State) -> None:
        """Take them as the state has them; what is said of later mentions is not its affair."""
        self._mentions = {stored.mention.id for stored in state.mentions}
        self._unsettled = {(one.node, one.verdict) for one in state.unsettled}

    def prove(self, transaction: Transaction) -> None:
        """Raise JudgedMeanwhile unless they stand as they did."""
        unsettled = {
            (row["node"], row["verdict"])
            for row in transaction.run(UNSETTLED_JUDGEMENTS)
            if row["left"] in self._mentions and row["right"] in self._mentions
        }
        if unsettled != self._unsettled:
            raise JudgedMeanwhile
