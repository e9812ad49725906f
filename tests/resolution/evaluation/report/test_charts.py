"""Charts: well-formed, within their frame, and as high as what they show."""

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from resolution.evaluation.report import ScoredPair
from resolution.evaluation.report.charts import (
    HEIGHT,
    WIDTH,
    calibration_chart,
    cost_chart,
    quality_chart,
    quality_floor,
)
from resolution.evaluation.report.figures import calibration, threshold_points
from resolution.evaluation.report.pairs import columns_of

judged = st.lists(st.tuples(st.booleans(), st.floats(0, 1)), min_size=1, max_size=30).map(
    lambda rows: [
        ScoredPair(f"l{number}", f"r{number}", is_same, score)
        for number, (is_same, score) in enumerate(rows)
    ]
)
POINT = re.compile(r"[ML](-?[\d.]+) (-?[\d.]+)")


def places(chart: etree._Element, style: str) -> Iterator[tuple[float, float]]:
    """Yield where a line of a chart runs."""
    [path] = chart.xpath(f"//path[contains(@class, '{style}')]")
    for x, y in POINT.findall(path.get("d")):
        yield float(x), float(y)


@given(judged, st.floats(0, 1))
def test_every_chart_is_well_formed_and_stays_in_its_frame(
    pairs: list[ScoredPair], threshold: float
) -> None:
    points, found = threshold_points(columns_of(pairs, 0.5)), calibration(columns_of(pairs, 0.5))
    assert found is not None

    charts = [
        etree.fromstring(text)
        for text in (
            quality_chart(points, threshold),
            cost_chart(points, threshold),
            calibration_chart(found.bins),
        )
    ]

    for chart in charts:
        assert chart.get("aria-label")
        for line in chart.iter("line"):
            assert all(0 <= float(line.get(x)) <= WIDTH for x in ("x1", "x2"))
            assert all(0 <= float(line.get(y)) <= HEIGHT for y in ("y1", "y2"))
        for dot in chart.iter("circle"):
            assert 0 <= float(dot.get("cx")) <= WIDTH
            assert 0 <= float(dot.get("cy")) <= HEIGHT
    assert all(0 <= y <= HEIGHT for _, y in places(charts[1], "misses"))


def test_a_line_is_the_higher_the_more_there_is() -> None:
    pairs = [ScoredPair(f"{n}", "x", n % 2 == 0, n / 10) for n in range(10)]

    chart = etree.fromstring(cost_chart(threshold_points(columns_of(pairs, 0.5)), 0.5))

    misses = [y for _, y in places(chart, " misses")]
    false_merges = [y for _, y in places(chart, "false-merges")]
    # Upwards is towards 0: misses grow with the threshold, false merges shrink.
    assert misses == sorted(misses, reverse=True)
    assert false_merges == sorted(false_merges)
    assert false_merges[-1] > misses[-1]


def test_the_axis_of_shares_leaves_room_below_the_threshold_in_use() -> None:
    perfect = [ScoredPair("a", "b", True, 0.9), ScoredPair("a", "c", False, 0.1)]
    poor = [*perfect, *(ScoredPair(f"{n}", "x", False, 0.9) for n in range(3))]

    assert quality_floor(threshold_points(columns_of(perfect, 0.5)), 0.5) == 0.95
    assert quality_floor(threshold_points(columns_of(poor, 0.5)), 0.5) == 0.0
