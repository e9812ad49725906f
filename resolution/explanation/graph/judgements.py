"""The judgements on some mentions, as their reviewers gave them, those taken back among them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actors.graph import Graph
from actors.records import MentionId, Verdict

# Relies on the uniqueness of Mention.id.
JUDGEMENTS_AMONG = """
UNWIND $mentions AS id
MATCH (left:Mention {id: id})<-[:LEFT]-(judgement:Judgement)-[:RIGHT]->(right:Mention)
WHERE right.id IN $mentions
RETURN judgement.id AS id, judgement.verdict AS verdict, judgement.actor AS actor,
       judgement.reason AS reason, judgement.createdAt AS created_at,
       judgement.retractedAt AS retracted_at, left.id AS left, right.id AS right
ORDER BY created_at, id
"""


@dataclass(frozen=True, slots=True)
class GivenJudgement:
    """What somebody said of two mentions."""

    id: str
    verdict: str
    actor: str | None
    reason: str | None
    created_at: str | None
    retracted_at: str | None
    left: MentionId
    right: MentionId

    @property
    def stands(self) -> bool:
        """Whether it binds: not taken back, and of a verdict."""
        return self.retracted_at is None and self.verdict in {Verdict.SAME, Verdict.DIFFERENT}

    def is_on(self, left: MentionId, right: MentionId) -> bool:
        """Whether it judges just these two, whichever is left."""
        return {self.left, self.right} == {left, right}


def judgements_among(graph: Graph, mentions: Iterable[MentionId]) -> Sequence[GivenJudgement]:
    """Return every judgement on two of these mentions, oldest first."""
    rows = graph.read(JUDGEMENTS_AMONG, mentions=sorted(set(mentions)))
    return [GivenJudgement(**row) for row in rows]
