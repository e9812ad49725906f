"""Judgements out of the graph: those that stand, as rows a person reads and an import takes."""

from dataclasses import dataclass
from pathlib import Path

from actors.graph import Graph
from resolution.judgements.files import as_csv, write_csv

STANDING_JUDGEMENTS = """
MATCH (left:Mention)<-[:LEFT]-(judgement:Judgement)-[:RIGHT]->(right:Mention)
WHERE judgement.retractedAt IS NULL
MATCH (left)-[:IN]->(:Document)-[:FROM]->(left_source:Source)
MATCH (right)-[:IN]->(:Document)-[:FROM]->(right_source:Source)
WITH judgement, left, left_source, right, right_source
ORDER BY judgement.createdAt, judgement.id
RETURN left_source.id AS left_source, coalesce(left.recordId, left.id) AS left_record,
       right_source.id AS right_source, coalesce(right.recordId, right.id) AS right_record,
       toLower(judgement.verdict) AS verdict, judgement.actor AS actor,
       judgement.reason AS reason, judgement.createdAt AS created_at,
       left.quote AS left_name, right.quote AS right_name
"""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and where."""

    file: str
    judgements: int


def export_judgements(graph: Graph, path: Path) -> Exported:
    """Write every standing judgement into a CSV file, oldest first."""
    rows = graph.read(STANDING_JUDGEMENTS)
    write_csv(as_csv(rows), path)
    return Exported(str(path), len(rows))
