"""Answers `dramatis dedupe evaluate`: clusters held against the truth, in figures and as a page.

The page is about pairs: those that were put together, those that are true, those that were
compared. Where there are more than a page can show, the compared ones that are rightly apart are
drawn by lot, and the page says so.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

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
from resolution.tables.evaluation import ClusterEvaluation, evaluate
from resolution.tables.files import read_clusters, read_scores, read_truth

if TYPE_CHECKING:  # figures alone do not wait for what explains
    from resolution.standalone.explanation import Reasons

Integers = npt.NDArray[np.int64]
Pair = tuple[int, int]

MOST_PAIRS_TOGETHER = 500_000
MOST_PAIRS = 100_000
"""Pairs of a page that were rightly kept apart."""


def evaluated(clusters: Path, truth: Path) -> ClusterEvaluation:
    """Compare two files."""
    ids, found = read_clusters(clusters)
    known = read_truth(truth, ids)
    return evaluate(found, known.clusters, known.unknown)


@dataclass(frozen=True, slots=True)
class Files:
    """What a report is about."""

    clusters: Path
    truth: Path
    pairs: Path
    """The scores that the run wrote."""


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
    ids, found = read_clusters(files.clusters)
    known = read_truth(files.truth, ids)
    true = known.clusters
    _check_size(evaluate(found, true))
    left, right, scores = read_scores(files.pairs, ids)
    is_known = (true[left] >= 0) & (true[right] >= 0)
    left, right, scores = left[is_known], right[is_known], scores[is_known]
    compared = dict(zip(_pairs(left, right), scores.tolist(), strict=True))
    apart = (found[left] != found[right]) & (true[left] != true[right])
    drawn = _drawn(np.flatnonzero(apart))
    wanted = dict.fromkeys(
        [
            *_together(np.where(true >= 0, found, -1)),
            *_together(true),
            *_pairs(left[drawn], right[drawn]),
        ]
    )
    scored = [
        ScoredPair(
            left=ids[one],
            right=ids[other],
            is_same=bool(true[one] == true[other]),
            score=compared.get((one, other), 0.0),
            is_merged=bool(found[one] == found[other]),
        )
        for one, other in wanted
    ]
    about = About(
        title=files.clusters.name,
        written_at=written_at,
        facts=[(one.name, str(getattr(files, one.name))) for one in fields(files)],
        warnings=_warnings(int(apart.sum()), len(drawn), int((true < 0).sum()), known.unknown),
    )
    report = build_report(scored, threshold, about, earlier)
    if reasons is None:
        return report
    compared_ids = {frozenset((ids[one], ids[other])) for one, other in compared}
    explained = _Explained(reasons, compared_ids).explained(scored, looked_into(report))
    return build_report(explained, threshold, about, earlier)


class _Explained:
    """Explains scored pairs by the tables they come from."""

    def __init__(self, reasons: "Reasons", compared: Collection[frozenset[str]]) -> None:
        self._reasons = reasons
        self._compared = compared
        self._number = {id_: number for number, id_ in enumerate(reasons.ids)}

    def explained(
        self, pairs: Sequence[ScoredPair], wanted: Collection[frozenset[str]]
    ) -> list[ScoredPair]:
        """Return the pairs, those that are wanted with their explanation."""
        return [self._of(pair) if pair.key in wanted else pair for pair in pairs]

    def _of(self, pair: ScoredPair) -> ScoredPair:
        if pair.left not in self._number or pair.right not in self._number:
            raise LabelsError(
                f"{pair.left} or {pair.right} is the id of no record of the tables; give those "
                "that the clusters were made of"
            )
        ends = self._number[pair.left], self._number[pair.right]
        found = self._reasons.explain(*ends)
        explanation = PairExplanation(
            found.text, found.features, tuple(self._reasons.beside(*ends))
        )
        # A run writes no pair of a row that an equal one stands for; the score is that one's.
        is_stood_for = pair.key not in self._compared and (found.rules or not found.blocking)
        score = found.score if is_stood_for and pair.is_merged else pair.score
        return replace(pair, score=score, explanation=explanation)


def _check_size(result: ClusterEvaluation) -> None:
    pairs = result.found_pairs + result.true_pairs - result.common_pairs
    if pairs > MOST_PAIRS_TOGETHER:
        raise LabelsError(
            f"A page of {pairs:,} pairs, found or true, would be too large; leave out --report, or "
            f"take a truth of fewer records: {MOST_PAIRS_TOGETHER:,} pairs are the most"
        )


def _warnings(apart: int, drawn: int, unknown: int, not_clustered: int) -> list[str]:
    found = []
    if drawn < apart:
        found.append(
            f"Of {apart:,} compared pairs that are rightly apart {drawn:,} were drawn by lot: "
            "precision at low thresholds and the calibration look better than they are."
        )
    if unknown:
        found.append(f"The truth says nothing of {unknown:,} records; they are left out.")
    if not_clustered:
        found.append(f"The truth has {not_clustered:,} ids that no cluster has; they are left out.")
    return found


def _drawn(rows: Integers) -> Integers:
    if len(rows) <= MOST_PAIRS:
        return rows
    drawn: Integers = np.random.default_rng(0).choice(rows, MOST_PAIRS, replace=False)
    return np.sort(drawn)


def _pairs(left: Integers, right: Integers) -> list[Pair]:
    smaller, larger = np.minimum(left, right), np.maximum(left, right)
    return list(zip(smaller.tolist(), larger.tolist(), strict=True))


def _together(clusters: Integers) -> Iterable[Pair]:
    """Yield every pair of one cluster; a number below 0 is none."""
    order = np.argsort(clusters, kind="stable")
    order = order[clusters[order] >= 0]
    begins = np.flatnonzero(np.diff(clusters[order], prepend=-1))
    for members in np.split(order, begins[1:]):
        yield from combinations(_listed(members), 2)


def _listed(members: Integers) -> Sequence[int]:
    return sorted(members.tolist())
