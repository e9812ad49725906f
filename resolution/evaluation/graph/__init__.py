"""Evaluation of what the graph holds: figures file by file, and a report of all files together."""

from resolution.evaluation.graph.evidence import Evidence, read_evidence, records_of_lists
from resolution.evaluation.graph.figures import FileEvaluation, evaluated
from resolution.evaluation.graph.reports import reported
from resolution.evaluation.graph.tables import evaluation_tables

__all__ = [
    "Evidence",
    "FileEvaluation",
    "evaluated",
    "evaluation_tables",
    "read_evidence",
    "records_of_lists",
    "reported",
]
