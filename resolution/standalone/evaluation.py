"""Answers `dramatis dedupe evaluate`: clusters held against the truth, in figures and as a page.

Where the tables and the model are given, the page explains what went wrong.
"""

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from actors.errors import LabelsError
from resolution.evaluation.report import (
    About,
    EarlierReport,
    PairExplanation,
    Report,
    ScoredPair,
    build_report,
    looked_into,
)
from resolution.standalone.page_pairs import Files, page_pairs
from resolution.standalone.truths import read_both
from resolution.tables.evaluation import ClusterEvaluation, evaluate

if TYPE_CHECKING:  # figures alone do not wait for what explains
    from resolution.standalone.explanation import Reasons


def evaluated(clusters: Path, truth: Path) -> ClusterEvaluation:
    """Compare two files."""
    _, found, known = read_both(clusters, truth)
    return evaluate(found, known.clusters, known.unknown)


def reported(
    files: Files,
    threshold: float,
    written_at: datetime,
    reasons: "Reasons | None" = None,
    earlier: EarlierReport | None = None,
) -> Report:
    """Return the report on the pairs of three files; mistakes are explained if reasons are given.

    Only the pairs that a reader looks into are explained, as explaining takes a hundred times as
    long as scoring.
    """
    found = page_pairs(files)
    about = About(
        title=files.clusters.name,
        written_at=written_at,
        facts=[(one.name, str(getattr(files, one.name))) for one in fields(files)],
        warnings=found.warnings,
    )
    report = build_report(found.named, threshold, about, earlier, others=found.others)
    if reasons is None:
        return report
    explainer, wanted = _MistakeExplainer(reasons, found.compared), looked_into(report)
    pairs = [explainer.explained(pair) if pair.key in wanted else pair for pair in found.named]
    return build_report(pairs, threshold, about, earlier, others=found.others)


class _MistakeExplainer:
    """Explains scored pairs by the tables they come from."""

    def __init__(self, reasons: "Reasons", compared: Collection[frozenset[str]]) -> None:
        self._reasons = reasons
        self._compared = compared
        self._number = {id_: number for number, id_ in enumerate(reasons.ids)}

    def explained(self, pair: ScoredPair) -> ScoredPair:
        """Return the pair with what decided on it."""
        from resolution.explanation.tables import meetings  # noqa: PLC0415  # as above

        if pair.left not in self._number or pair.right not in self._number:
            raise LabelsError(
                f"{pair.left} or {pair.right} is the id of no record of the tables; give those "
                "that the clusters were made of"
            )
        ends = self._number[pair.left], self._number[pair.right]
        found = self._reasons.explain(*ends)
        explanation = PairExplanation(
            " ".join([found.text, *meetings(found), self._reasons.outcome(*ends).text]),
            found.features,
            tuple(self._reasons.beside(*ends)),
        )
        # A run writes no pair of a row that an equal one stands for; the score is that one's.
        is_stood_for = pair.key not in self._compared and (found.rules or not found.blocking)
        score = found.score if is_stood_for and pair.is_merged else pair.score
        return replace(pair, score=score, explanation=explanation)
