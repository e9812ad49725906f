"""Judgements: what binds, and what of it no run has honoured yet.

Whoever wrote one in Cypher may have written what no judgement can be; it is named, and stops a run.
"""

from actors.errors import RunError
from actors.graph import Graph, Row
from actors.records import Verdict
from resolution.state import StoredJudgement

JUDGEMENTS = """
MATCH (left:Mention)<-[:LEFT]-(judgement:Judgement)-[:RIGHT]->(right:Mention)
RETURN elementId(judgement) AS node, coalesce(judgement.id, elementId(judgement)) AS judgement,
       left.id AS left, right.id AS right, judgement.verdict AS verdict,
       judgement.retractedAt IS NOT NULL AS isRetracted, judgement.honoured AS honoured
ORDER BY judgement
"""


def given_judgements(graph: Graph) -> list[StoredJudgement]:
    """Return every judgement, also those that were taken back."""
    return [
        StoredJudgement(row["node"], row["left"], row["right"], _binding(row), row["honoured"])
        for row in graph.read(JUDGEMENTS)
    ]


def stored_judgements(graph: Graph) -> list[StoredJudgement]:
    """Return the judgements that bind: SAME and DIFFERENT, not taken back."""
    return [one for one in given_judgements(graph) if one.verdict is not None]


def _binding(row: Row) -> Verdict | None:
    if row["isRetracted"] or row["verdict"] == Verdict.UNSURE:
        return None
    if row["verdict"] not in tuple(Verdict):
        problem = f"has the verdict {row['verdict']!r}, which is none of {', '.join(Verdict)}"
    elif row["left"] == row["right"]:
        problem = f"has {row['left']} on both sides, and judges nothing"
    else:
        return Verdict(row["verdict"])
    remedy = f"mend it, or take it back by `dramatis judgements retract {row['judgement']}`."
    message = f"Judgement {row['judgement']} {problem}; {remedy}"
    raise RunError(message)
