"""What a report counts: agreement at each threshold, calibration, and by group; pure.

Curves are drawn from scores alone. What was decided in the end, by rules and clusters too, is
counted beside them: the difference is what the rules are worth.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resolution.evaluation.report.pairs import ScoredPair

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


def counted(pairs: Iterable[ScoredPair], threshold: float) -> Counts:
    """Count the pairs by verdict and decision."""
    found = [(pair.is_same, pair.merged_at(threshold)) for pair in pairs]
    return Counts(
        same_merged=found.count((True, True)),
        same_apart=found.count((True, False)),
        different_merged=found.count((False, True)),
        different_apart=found.count((False, False)),
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
    return tuple((group, counted(members, threshold)) for group, members in largest_first)


def threshold_points(pairs: Sequence[ScoredPair]) -> tuple[ThresholdPoint, ...]:
    """Return what each hundredth, taken as threshold, makes of the scores."""
    same = sorted(pair.score for pair in pairs if pair.is_same)
    different = sorted(pair.score for pair in pairs if not pair.is_same)
    points = []
    for step in range(_STEPS + 1):
        threshold = step / _STEPS
        same_apart, different_apart = (bisect_left(one, threshold) for one in (same, different))
        counts = Counts(
            len(same) - same_apart, same_apart, len(different) - different_apart, different_apart
        )
        points.append(ThresholdPoint(threshold, counts))
    return tuple(points)


def calibration(pairs: Sequence[ScoredPair]) -> Calibration | None:
    """Hold scores against the share of pairs that are the same; None without pairs."""
    if not pairs:
        return None
    bins = []
    for number in range(_BINS):
        inside = [pair for pair in pairs if min(int(pair.score * _BINS), _BINS - 1) == number]
        if inside:
            bins.append(_bin(inside))
    return Calibration(
        bins=tuple(bins),
        expected_error=sum(one.pairs * abs(one.mean_score - one.share_same) for one in bins)
        / len(pairs),
        brier=sum((pair.score - pair.is_same) ** 2 for pair in pairs) / len(pairs),
        log_loss=sum(_surprise(pair) for pair in pairs) / len(pairs),
    )


def _bin(pairs: Sequence[ScoredPair]) -> CalibrationBin:
    count = len(pairs)
    share = sum(pair.is_same for pair in pairs) / count
    spread = _NINETY_FIVE**2
    centre = (share + spread / (2 * count)) / (1 + spread / count)
    reach = (
        _NINETY_FIVE
        / (1 + spread / count)
        * math.sqrt(share * (1 - share) / count + spread / (4 * count**2))
    )
    return CalibrationBin(
        pairs=count,
        mean_score=sum(pair.score for pair in pairs) / count,
        share_same=share,
        lowest=max(0.0, centre - reach),
        highest=min(1.0, centre + reach),
    )


def _surprise(pair: ScoredPair) -> float:
    probability = pair.score if pair.is_same else 1 - pair.score
    return -math.log(max(probability, _LEAST_PROBABILITY))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
