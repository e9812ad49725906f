"""Reports of judged pairs: figures, charts and mistakes, as one page or as data."""

from resolution.evaluation.report.changes import EarlierReport
from resolution.evaluation.report.document import as_json, read_report
from resolution.evaluation.report.page import html_page
from resolution.evaluation.report.pairs import Columns, PairExplanation, ScoredPair
from resolution.evaluation.report.report import About, Report, build_report, looked_into
from resolution.evaluation.report.writing import check_place, write_report

__all__ = [
    "About",
    "Columns",
    "EarlierReport",
    "PairExplanation",
    "Report",
    "ScoredPair",
    "as_json",
    "build_report",
    "check_place",
    "html_page",
    "looked_into",
    "read_report",
    "write_report",
]
