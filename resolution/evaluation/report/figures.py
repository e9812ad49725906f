"""What a report counts: agreement at each threshold, calibration, and by group; pure.

Curves are drawn from scores alone. What was decided in the end, by rules and clusters too, is
counted beside them: the difference is what the rules are worth.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from resolution.evaluation.report.pairs import Booleans, Columns, Floats, ScoredPair, columns_of

_STEPS = 100
_BINS = 10
# Of the normal distribution: 95 % of it lies within so many deviations.
_NINETY_FIVE = 1.959964
_LEAST_PROBABILITY = 1e-12


@dataclass(frozen=True, slots=True)
class Counts:
    """Judged pairs by what was decided."""

    same_merged: int = 0
    same_apart: int = 0
    different_merged: int = 0
    different_apart: int = 0

    @property
    def precision(self) -> float | None:
        """Of the merged pairs, the share that is the same."""
        return _share(self.same_merged, self.same_merged + self.different_merged)

    @property
    def recall(self) -> float | None:
        """Of the pairs that are the same, the share that was merged."""
        return _share(self.same_merged, self.same_merged + self.same_apart)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        wrong = self.same_apart + self.different_merged
        return _share(2 * self.same_merged, 2 * self.same_merged + wrong)


@dataclass(frozen=True, slots=True)
class ThresholdPoint:
    """What merging from one score on would come to."""

    threshold: float
    counts: Counts


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Pairs of like score: how many are the same, and how many should be."""

    pairs: int
    mean_score: float
    share_same: float
    lowest: float
    """Wilson's interval: where the true share lies with 95 %."""
    highest: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Whether scores are the probabilities they claim to be."""

    bins: tuple[CalibrationBin, ...]
    expected_error: float
    """The mean distance between score and share, each pair counted once."""
    brier: float
    log_loss: float


def counted(pairs: Columns) -> Counts:
    """Count the pairs by verdict and decision."""
    same, merged = pairs.is_same, pairs.is_merged
    return Counts(
        same_merged=int((same & merged).sum()),
        same_apart=int((same & ~merged).sum()),
        different_merged=int((~same & merged).sum()),
        different_apart=int((~same & ~merged).sum()),
    )


def counted_by_group(
    pairs: Sequence[ScoredPair], threshold: float
) -> tuple[tuple[str, Counts], ...]:
    """Return the counts of each group, the largest first; nothing where there are no groups."""
    grouped: dict[str, list[ScoredPair]] = {}
    for pair in pairs:
        for group in pair.groups:
            grouped.setdefault(group, []).append(pair)
    largest_first = sorted(grouped.items(), key=lambda one: -len(one[1]))
    return tuple(
        (group, counted(columns_of(members, threshold))) for group, members in largest_first
    )


def threshold_points(pairs: Columns) -> tuple[ThresholdPoint, ...]:
    """Return what each hundredth, taken as threshold, makes of the scores."""
    same, different = (np.sort(pairs.scores[side]) for side in (pairs.is_same, ~pairs.is_same))
    points = []
    for step in range(_STEPS + 1):
        threshold = step / _STEPS
        same_apart, different_apart = (
            int(np.searchsorted(one, threshold)) for one in (same, different)
        )
        counts = Counts(
            len(same) - same_apart, same_apart, len(different) - different_apart, different_apart
        )
        points.append(ThresholdPoint(threshold, counts))
    return tuple(points)


def calibration(pairs: Columns) -> Calibration | None:
    """Hold scores against the share of pairs that are the same; None without pairs."""
    if not len(pairs):
        return None
    number = np.minimum((pairs.scores * _BINS).astype(np.int64), _BINS - 1)
    bins = []
    for one in range(_BINS):
        inside = number == one
        if inside.any():
            bins.append(_bin(pairs.scores[inside], pairs.is_same[inside]))
    right = np.where(pairs.is_same, pairs.scores, 1 - pairs.scores)
    return Calibration(
        bins=tuple(bins),
        expected_error=sum(one.pairs * abs(one.mean_score - one.share_same) for one in bins)
        / len(pairs),
        brier=float(((1 - right) ** 2).mean()),
        log_loss=float(-np.log(np.maximum(right, _LEAST_PROBABILITY)).mean()),
    )


def _bin(scores: Floats, is_same: Booleans) -> CalibrationBin:
    count = len(scores)
    share = float(is_same.mean())
    spread = _NINETY_FIVE**2
    centre = (share + spread / (2 * count)) / (1 + spread / count)
    reach = (
        _NINETY_FIVE
        / (1 + spread / count)
        * math.sqrt(share * (1 - share) / count + spread / (4 * count**2))
    )
    return CalibrationBin(
        pairs=count,
        mean_score=float(scores.mean()),
        share_same=share,
        lowest=max(0.0, centre - reach),
        highest=min(1.0, centre + reach),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
