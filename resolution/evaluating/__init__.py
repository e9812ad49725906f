"""Evaluation of what the graph holds: figures file by file, and a report of all files together."""

from resolution.evaluating.evidence import Evidence, read_evidence, records
from resolution.evaluating.figures import FileEvaluation, evaluated
from resolution.evaluating.reports import reported
from resolution.evaluating.tables import evaluation_tables

__all__ = [
    "Evidence",
    "FileEvaluation",
    "evaluated",
    "evaluation_tables",
    "read_evidence",
    "records",
    "reported",
]
