"""Charts as inline SVG: lines over the threshold, and the reliability diagram.

Drawn by hand, so that a report asks nothing of any host. Colours come from the page's style, which
knows light and dark; every chart stands beside a table that says the same.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from resolution.evaluation.report.figures import CalibrationBin, ThresholdPoint

WIDTH, HEIGHT = 560, 340
LEFT, RIGHT, TOP, BOTTOM = 52, 14, 18, 46
_TENTHS = tuple(step / 10 for step in range(0, 11, 2))
_LARGEST_DOT = 13.0
_FLOORS = (0.0, 0.5, 0.75, 0.9, 0.95)
_ROOM_BELOW = 0.3
"""Of the chart's height, below what the threshold in use comes to."""


@dataclass(frozen=True, slots=True)
class Line:
    """One measure over the threshold."""

    name: str
    style: str
    """A class of the page's style."""
    value: Callable[[ThresholdPoint], float | None]


QUALITY = (
    Line("precision", "precision", lambda point: point.counts.precision),
    Line("recall", "recall", lambda point: point.counts.recall),
    Line("F1", "f1", lambda point: point.counts.f1),
)
COSTS = (
    Line("false merges", "false-merges", lambda point: float(point.counts.different_merged)),
    Line("misses", "misses", lambda point: float(point.counts.same_apart)),
)


def quality_floor(points: Sequence[ThresholdPoint], threshold: float) -> float:
    """Return where the axis of shares begins, so that what is near the threshold is told apart."""
    nearest = min(points, key=lambda point: abs(point.threshold - threshold))
    here = min((value for line in QUALITY if (value := line.value(nearest)) is not None), default=0)
    return max(floor for floor in _FLOORS if here - floor >= (1 - floor) * _ROOM_BELOW or not floor)


def quality_chart(points: Sequence[ThresholdPoint], threshold: float) -> str:
    """Draw precision, recall and F1 over the threshold; what lies below the floor is cut off."""
    floor = quality_floor(points, threshold)

    def height(value: float) -> float:
        return _down((value - floor) / (1 - floor))

    ticks = [floor + (1 - floor) * step / 5 for step in range(6)]
    return _threshold_chart(
        "Precision, recall and F1 by threshold",
        (QUALITY, points, threshold),
        [(height(tick), f"{tick:.2f}") for tick in ticks],
        height,
    )


def cost_chart(points: Sequence[ThresholdPoint], threshold: float) -> str:
    """Draw how many false merges and misses each threshold costs, on a square-root scale."""
    most = max(
        (value for line in COSTS for point in points if (value := line.value(point))), default=1.0
    )  # a cost is never unknown, and none is no largest

    def height(value: float) -> float:
        return _down(math.sqrt(value / most))

    return _threshold_chart(
        "False merges and misses by threshold",
        (COSTS, points, threshold),
        [(height(tick), f"{tick:,.0f}") for tick in _count_ticks(most)],
        height,
    )


def calibration_chart(bins: Sequence[CalibrationBin]) -> str:
    """Draw the share of pairs that are the same against what their scores claim."""
    most = max((one.pairs for one in bins), default=1)
    parts = [
        *_grid([(_down(tick), f"{tick:.1f}") for tick in _TENTHS]),
        *_threshold_ticks("score"),
        _rule("ideal", (_across(0), _down(0)), (_across(1), _down(1))),
    ]
    for one in bins:
        x, size = _across(one.mean_score), 3 + (_LARGEST_DOT - 3) * math.sqrt(one.pairs / most)
        told = (
            f"{one.pairs:,} pairs with a mean score of {one.mean_score:.3f}: "
            f"{one.share_same:.1%} are the same (95 %: {one.lowest:.1%} to {one.highest:.1%})"
        )
        dot = (
            f'<circle class="dot" cx="{x:.1f}" cy="{_down(one.share_same):.1f}" r="{size:.1f}">'
            f"<title>{escape(told)}</title></circle>"
        )
        parts += [_rule("interval", (x, _down(one.lowest)), (x, _down(one.highest))), dot]
    return _framed("Reliability diagram: share that is the same, by score", parts)


def _threshold_chart(
    title: str,
    drawn: tuple[Sequence[Line], Sequence[ThresholdPoint], float],
    ticks: Sequence[tuple[float, str]],
    height: Callable[[float], float],
) -> str:
    lines, points, threshold = drawn
    ends = (_across(threshold), TOP), (_across(threshold), HEIGHT - BOTTOM)
    parts = [
        *_grid(ticks),
        *_threshold_ticks("threshold"),
        _rule("threshold", *ends),
        f'<text class="tick end" x="{ends[0][0] - 6:.1f}" y="{TOP - 5}">in use</text>',
        _within("".join(_path(line, points, height) for line in lines)),
        _rule("cursor", *ends),
    ]
    return _framed(title, parts)


def _within(drawn: str) -> str:
    """Cut off what leaves the chart's area; half a line's width may."""
    x, y, width, height = LEFT - 2, TOP - 2, WIDTH - LEFT - RIGHT + 4, HEIGHT - TOP - BOTTOM + 4
    return (
        f'<svg x="{x}" y="{y}" width="{width}" height="{height}" overflow="hidden" '
        f'viewBox="{x} {y} {width} {height}">{drawn}</svg>'
    )


def _path(line: Line, points: Sequence[ThresholdPoint], height: Callable[[float], float]) -> str:
    """Draw what is known; a gap where there is nothing to divide by."""
    steps, is_on = [], False
    for point in points:
        value = line.value(point)
        if value is not None:
            place = f"{_across(point.threshold):.1f} {height(value):.1f}"
            steps.append(f"{'L' if is_on else 'M'}{place}")
        is_on = value is not None
    return f'<path class="line {line.style}" d="{"".join(steps)}"/>'


def _rule(style: str, begin: tuple[float, float], end: tuple[float, float]) -> str:
    return (
        f'<line class="{style}" x1="{begin[0]:.1f}" y1="{begin[1]:.1f}" '
        f'x2="{end[0]:.1f}" y2="{end[1]:.1f}"/>'
    )


def _grid(ticks: Sequence[tuple[float, str]]) -> Iterator[str]:
    for y, label in ticks:
        yield _rule("grid", (LEFT, y), (WIDTH - RIGHT, y))
        yield f'<text class="tick end" x="{LEFT - 8}" y="{y + 4:.1f}">{label}</text>'


def _threshold_ticks(name: str) -> Iterator[str]:
    for tick in _TENTHS:
        x, y = _across(tick), HEIGHT - BOTTOM + 18
        yield f'<text class="tick middle" x="{x:.1f}" y="{y}">{tick:.1f}</text>'
    yield (
        f'<text class="axis middle" x="{(LEFT + WIDTH - RIGHT) / 2:.1f}" '
        f'y="{HEIGHT - 8}">{name}</text>'
    )


def _framed(title: str, parts: Sequence[str]) -> str:
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(title)}" data-left="{LEFT}" data-right="{WIDTH - RIGHT}">'
        f"{''.join(parts)}</svg>"
    )


def _count_ticks(most: float) -> list[float]:
    """Return round numbers up to the largest, further apart the larger they are."""
    steps = [0.0, *(float(base * 10**power) for power in range(9) for base in (1, 2, 5))]
    inside = [step for step in steps if step < most * 0.8]
    # On a square-root scale the small ones lie close together: keep those that leave room.
    kept: list[float] = []
    for tick in [*inside, most]:
        if not kept or math.sqrt(tick / most) - math.sqrt(kept[-1] / most) > 0.09:
            kept.append(tick)
    return kept


def _across(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _down(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)
