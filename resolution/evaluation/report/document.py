"""A report as data: JSON of its own, or embedded in its page; read again to compare with.

Only what a comparison needs is kept: ids, verdicts, scores and decisions, no record's content.
"""

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from actors.errors import LabelsError
from resolution.evaluation.report.changes import EarlierReport
from resolution.evaluation.report.pairs import ScoredPair
from resolution.evaluation.report.report import Report

FORMAT = "dramatis-report/1"
ELEMENT = "dramatis-report"
"""The id of the element that holds the data in a page."""

_EMBEDDED = re.compile(
    rf'<script type="application/json" id="{ELEMENT}">(?P<data>.*?)</script>', re.DOTALL
)


def as_data(report: Report) -> dict[str, Any]:
    """Return what a later report compares with, and what the page itself reads."""
    return {
        "format": FORMAT,
        "title": report.about.title,
        "writtenAt": report.about.written_at.isoformat(timespec="seconds"),
        "facts": dict(report.about.facts),
        "threshold": report.threshold,
        "points": [
            [
                point.threshold,
                point.counts.same_merged,
                point.counts.different_merged,
                point.counts.same_apart,
            ]
            for point in report.points
        ],
        "pairs": [
            [
                pair.left,
                pair.right,
                pair.is_same,
                pair.score,
                pair.merged_at(report.threshold),
                pair.left_name,
                pair.right_name,
            ]
            for pair in report.pairs
        ],
    }


def as_json(report: Report) -> str:
    """Return the data as the text of a file."""
    return json.dumps(as_data(report), ensure_ascii=False, indent=1) + "\n"


def embedded(report: Report) -> str:
    """Return the data as an element of a page, whatever the records hold."""
    text = json.dumps(as_data(report), ensure_ascii=False, separators=(",", ":"))
    # Within a script element only this character could end it, or begin a comment.
    safe = text.replace("<", "\\u003c")
    return f'<script type="application/json" id="{html.escape(ELEMENT)}">{safe}</script>'


def read_report(path: Path) -> EarlierReport:
    """Read a report that was written as a page or as JSON."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LabelsError(f"{path}: the report cannot be read: {error}") from error
    found = _EMBEDDED.search(text)
    try:
        return _report(json.loads(found["data"] if found else text))
    except (ValueError, KeyError, TypeError) as error:
        raise LabelsError(
            f"{path}: holds no report of ours ({type(error).__name__}: {error}); expected a file "
            "that `dramatis evaluate --report` wrote"
        ) from error


def _report(data: Mapping[str, Any]) -> EarlierReport:
    if data["format"] != FORMAT:
        message = f"its format is {data['format']!r}, not {FORMAT!r}"
        raise ValueError(message)
    return EarlierReport(
        title=str(data["title"]),
        written_at=str(data["writtenAt"]),
        threshold=float(data["threshold"]),
        pairs=tuple(
            ScoredPair(
                left=str(left),
                right=str(right),
                is_same=bool(is_same),
                score=float(score),
                is_merged=bool(is_merged),
                left_name=str(left_name),
                right_name=str(right_name),
            )
            for left, right, is_same, score, is_merged, left_name, right_name in data["pairs"]
        ),
    )
