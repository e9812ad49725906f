"""The report: judged pairs in, everything that a page or a program shows of them out; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from resolution.evaluation.report.changes import Changes, EarlierReport, changes_since
from resolution.evaluation.report.figures import (
    Calibration,
    Counts,
    ThresholdPoint,
    calibration,
    counted,
    counted_by_group,
    threshold_points,
)
from resolution.evaluation.report.pairs import ScoredPair

MOST_SHOWN = 200
"""Pairs of a kind on the page; beyond that nobody reads on, and the data hold them all."""


@dataclass(frozen=True, slots=True)
class About:
    """What the pairs come from; it is told, and changes no figure."""

    title: str
    written_at: datetime
    facts: Sequence[tuple[str, str]] = ()
    """As (`model`, `sanctions@1f0c2d3e`)."""
    warnings: Sequence[str] = ()
    """What a reader must know first, one sentence each."""


@dataclass(frozen=True, slots=True)
class Report:
    """Judged pairs and what they say of an engine."""

    about: About
    threshold: float
    pairs: tuple[ScoredPair, ...]
    counts: Counts
    """By what was decided."""
    counts_by_score: Counts
    """By the scores alone."""
    groups: tuple[tuple[str, Counts], ...]
    points: tuple[ThresholdPoint, ...]
    calibration: Calibration | None
    false_merges: tuple[ScoredPair, ...]
    """The surest first: nothing that looks at the score alone will find them."""
    misses: tuple[ScoredPair, ...]
    """The least likely first."""
    changes: Changes | None


def build_report(
    pairs: Sequence[ScoredPair],
    threshold: float,
    about: About,
    earlier: EarlierReport | None = None,
) -> Report:
    """Count, sort and compare judged pairs; each pair counts once."""
    distinct = tuple({pair.key: pair for pair in pairs}.values())
    wrong = [pair for pair in distinct if not pair.is_right_at(threshold)]
    points = threshold_points(distinct)
    return Report(
        about=about,
        threshold=threshold,
        pairs=distinct,
        counts=counted(distinct, threshold),
        counts_by_score=_by_score(distinct, threshold),
        groups=counted_by_group(distinct, threshold),
        points=points,
        calibration=calibration(distinct),
        false_merges=tuple(
            sorted((pair for pair in wrong if not pair.is_same), key=lambda pair: -pair.score)
        ),
        misses=tuple(sorted((pair for pair in wrong if pair.is_same), key=lambda one: one.score)),
        changes=changes_since(earlier, distinct, threshold) if earlier else None,
    )


def looked_into(report: Report) -> frozenset[frozenset[str]]:
    """Return the pairs that the page opens to a reader: mistakes, and what changed."""
    pairs = [*report.false_merges[:MOST_SHOWN], *report.misses[:MOST_SHOWN]]
    if report.changes:
        changed = report.changes
        for one in (changed.mended, changed.broken, changed.judged_otherwise):
            pairs += [each.now for each in one[:MOST_SHOWN]]
    return frozenset(pair.key for pair in pairs)


def _by_score(pairs: Sequence[ScoredPair], threshold: float) -> Counts:
    same = [pair.score >= threshold for pair in pairs if pair.is_same]
    different = [pair.score >= threshold for pair in pairs if not pair.is_same]
    return Counts(sum(same), len(same) - sum(same), sum(different), len(different) - sum(different))
