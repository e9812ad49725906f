"""The report: judged pairs in, everything that a page or a program shows of them out; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
from resolution.evaluation.report.pairs import Columns, ScoredPair, columns_of

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
    """Those that are named; where there are very many, others are only counted."""
    total: int
    """How many pairs the figures count."""
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
    *,
    others: Columns | None = None,
) -> Report:
    """Count, sort and compare judged pairs; each pair counts once.

    `others` are further pairs, which are counted and not named.
    """
    distinct = tuple({pair.key: pair for pair in pairs}.values())
    wrong = [pair for pair in distinct if not pair.is_right_at(threshold)]
    columns = columns_of(distinct, threshold)
    if others is not None:
        columns = columns.and_more(others)
    return Report(
        about=about,
        threshold=threshold,
        pairs=distinct,
        total=len(columns),
        counts=counted(columns),
        counts_by_score=counted(replace(columns, is_merged=columns.scores >= threshold)),
        groups=counted_by_group(distinct, threshold),
        points=threshold_points(columns),
        calibration=calibration(columns),
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
