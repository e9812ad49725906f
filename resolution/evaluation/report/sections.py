"""The parts of the page that hold figures: charts over the threshold, calibration, groups."""

from collections.abc import Sequence
from html import escape

from resolution.evaluation.report.charts import (
    COSTS,
    QUALITY,
    Line,
    calibration_chart,
    cost_chart,
    quality_chart,
    quality_floor,
)
from resolution.evaluation.report.figures import Calibration, Counts, ThresholdPoint
from resolution.evaluation.report.markup import share, table
from resolution.evaluation.report.report import Report


def charts(report: Report) -> str:
    """Return the curves over the threshold, with the slider, and the calibration."""
    if not report.pairs:
        return "<p>No judged pair could be held against anything.</p>"
    threshold = report.threshold
    return f"""<section aria-labelledby="by-threshold">
<h2 id="by-threshold">By threshold</h2>
<p>What the scores alone would come to, wherever the line is drawn. The upright line is the
threshold in use; move the other one with the slider. A threshold chosen here would flatter itself:
choose it on other labels.</p>
<p class="slider"><label for="threshold">Try a threshold</label>
<input id="threshold" type="range" min="0" max="1" step="0.01" value="{threshold:.2f}">
<output id="tried" for="threshold" aria-live="polite"></output></p>
<div class="charts">
<figure><figcaption>Precision and recall{_legend(QUALITY)}</figcaption>
{quality_chart(report.points, threshold)}
<p class="note">The axis begins at {quality_floor(report.points, threshold):.2f}.</p></figure>
<figure><figcaption>What a threshold costs{_legend(COSTS)}</figcaption>
{cost_chart(report.points, threshold)}
<p class="note">Counts on a square-root scale, so that few stay visible beside many.</p></figure>
</div>
{_points_table(report.points)}
</section>
{calibration(report.calibration)}"""


def _legend(lines: Sequence[Line]) -> str:
    items = "".join(f'<span class="key {line.style}">{line.name}</span>' for line in lines)
    return f'<span class="legend">{items}</span>'


def _points_table(points: Sequence[ThresholdPoint]) -> str:
    rows = [
        (
            f"{point.threshold:.2f}",
            share(point.counts.precision),
            share(point.counts.recall),
            share(point.counts.f1),
            f"{point.counts.different_merged:,}",
            f"{point.counts.same_apart:,}",
        )
        for point in points[::5]
    ]
    columns = ("threshold", "precision", "recall", "F1", "false merges", "misses")
    return f"<details><summary>The same as a table</summary>{table(columns, rows)}</details>"


def calibration(found: Calibration | None) -> str:
    """Return the reliability diagram with what it says."""
    if found is None:
        return ""
    rows = [
        (
            f"{one.pairs:,}",
            f"{one.mean_score:.3f}",
            f"{one.share_same:.1%}",
            f"{one.lowest:.1%} – {one.highest:.1%}",
        )
        for one in found.bins
    ]
    columns = ("pairs", "mean score", "are the same", "95 % interval")
    return f"""<section aria-labelledby="calibration" class="beside">
<div><h2 id="calibration">Calibration</h2>
<p>Of pairs scored 0.9, nine in ten should be the same: dots on the diagonal say that the scores are
the probabilities they claim to be. Above it the engine is too careful, below it too sure. The
larger the dot, the more pairs; the bars show where the true share lies with 95 %.</p>
<p class="note">Judged pairs are seldom a fair draw: people judge the hard ones. So read this as a
sign, not as a proof.</p>
<dl><div><dt>expected error</dt><dd>{found.expected_error:.3f}</dd></div>
<div><dt>Brier score</dt><dd>{found.brier:.4f}</dd></div>
<div><dt>log loss</dt><dd>{found.log_loss:.4f}</dd></div></dl>
<details><summary>The same as a table</summary>{table(columns, rows)}</details></div>
<figure>{calibration_chart(found.bins)}</figure>
</section>"""


def groups(counted: Sequence[tuple[str, Counts]]) -> str:
    """Return the counts of each group; one alone says what the tiles say."""
    if len(counted) < 2:
        return ""
    rows = [
        (
            escape(name),
            f"{counts.same_merged + counts.same_apart:,}",
            f"{counts.same_merged:,}",
            f"{counts.different_merged + counts.different_apart:,}",
            f"{counts.different_merged:,}",
            share(counts.precision),
            share(counts.recall),
            share(counts.f1),
        )
        for name, counts in counted
    ]
    columns = ("pairs", "same", "merged", "different", "merged", "precision", "recall", "F1")
    return (
        '<section aria-labelledby="groups"><h2 id="groups">By group</h2>'
        f"{table(columns, rows)}</section>"
    )
