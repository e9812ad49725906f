"""A report as one HTML page that asks nothing of any host: style, script, charts, data inside.

Everything that comes from records is escaped, and a content security policy forbids what a mistake
there could do.
"""

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from resolution.evaluation.report.document import embedded
from resolution.evaluation.report.listings import changes_section, mistakes_section
from resolution.evaluation.report.markup import counted, share
from resolution.evaluation.report.report import Report
from resolution.evaluation.report.sections import charts, groups

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def html_page(report: Report) -> str:
    """Return the page's text."""
    title = escape(report.about.title)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{_resource("page.css")}</style>
</head>
<body>
<a class="skip" href="#mistakes">Skip to the mistakes</a>
<header>
<p class="kicker">Dramatis · evaluation</p>
<h1>{title}</h1>
<p class="facts">{_facts(report)}</p>
{_warnings(report.about.warnings)}
</header>
<main>
{_tiles(report)}
{changes_section(report.changes, report)}
{charts(report)}
{groups(report.groups)}
{mistakes_section(report)}
</main>
<footer><p>Written by <code>dramatis</code>. The page holds its own data: give it to
<code>--against</code> later to see what changed.</p></footer>
{embedded(report)}
<script>{_resource("page.js")}</script>
</body>
</html>
"""


def _resource(name: str) -> str:
    return files("resolution.evaluation.report").joinpath(name).read_text("utf-8")


def _facts(report: Report) -> str:
    facts = [
        ("written", f"{report.about.written_at.day} {report.about.written_at:%B %Y, %H:%M}"),
        ("judged pairs", f"{report.total:,}"),
        ("threshold", f"{report.threshold:.3f}"),
        *report.about.facts,
    ]
    return " ".join(f"<span><b>{escape(name)}</b> {escape(value)}</span>" for name, value in facts)


def _warnings(warnings: Sequence[str]) -> str:
    if not warnings:
        return ""
    items = "".join(f"<li>{escape(one)}</li>" for one in warnings)
    return f'<aside class="warnings" aria-label="Know this first"><ul>{items}</ul></aside>'


def _tiles(report: Report) -> str:
    counts, by_score = report.counts, report.counts_by_score
    tiles = [
        _tile("Precision", share(counts.precision), "of what was merged is the same", "precision"),
        _tile("Recall", share(counts.recall), "of what is the same was merged", "recall"),
        _tile("F1", share(counts.f1), "both in one figure", "f1"),
        _tile(
            "False merges",
            f"{counts.different_merged:,}",
            f"of {counts.different_merged + counts.different_apart:,} judged different",
            "false-merges",
        ),
        _tile(
            "Misses",
            f"{counts.same_apart:,}",
            f"of {counts.same_merged + counts.same_apart:,} judged the same",
            "misses",
        ),
    ]
    note = ""
    if counts != by_score:
        note = (
            '<p class="note">Decided by scores, rules and clusters together. The scores alone '
            f"would come to precision {share(by_score.precision)}, recall "
            f"{share(by_score.recall)}, "
            f"{counted(by_score.different_merged, 'false merge', 'false merges')} and "
            f"{counted(by_score.same_apart, 'miss', 'misses')}.</p>"
        )
    return f'<section class="tiles" aria-label="In short">{"".join(tiles)}</section>{note}'


def _tile(name: str, value: str, meaning: str, style: str) -> str:
    return (
        f'<div class="tile {style}"><p class="name">{name}</p><p class="value">{value}</p>'
        f'<p class="meaning">{meaning}</p></div>'
    )
