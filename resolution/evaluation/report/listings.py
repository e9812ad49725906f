"""The parts of the page that list pairs: what changed, the false merges, the misses."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

from resolution.evaluation.report.changes import ChangedPair, Changes
from resolution.evaluation.report.markup import share, table
from resolution.evaluation.report.mistakes import mistake
from resolution.evaluation.report.pairs import ScoredPair
from resolution.evaluation.report.report import MOST_SHOWN, Report

_AT_ONCE = 12


def changes_section(changes: Changes | None, report: Report) -> str:
    """Return what changed since an earlier report; nothing where none is held against."""
    if changes is None:
        return ""
    earlier = changes.earlier
    then = f"{escape(earlier.title)}, {escape(earlier.written_at[:16].replace('T', ', '))}"
    rows = [
        (name, share(before), share(now))
        for name, before, now in (
            ("precision", changes.then.precision, changes.now.precision),
            ("recall", changes.then.recall, changes.now.recall),
            ("F1", changes.then.f1, changes.now.f1),
        )
    ]
    rows += [
        ("false merges", f"{changes.then.different_merged:,}", f"{changes.now.different_merged:,}"),
        ("misses", f"{changes.then.same_apart:,}", f"{changes.now.same_apart:,}"),
    ]
    aside = f"{changes.added:,} pairs are new, {changes.removed:,} are gone; of the rest:"
    return f"""<section aria-labelledby="changes">
<h2 id="changes">Since the earlier report</h2>
<p>Held against <em>{then}</em>. {aside}</p>
{table(("", "then", "now"), rows)}
{_changed("broken", "Right then, wrong now", changes.broken, report)}
{_changed("mended", "Wrong then, right now", changes.mended, report)}
{_changed("judged", "Judged otherwise since", changes.judged_otherwise, report)}
</section>"""


def _changed(style: str, title: str, pairs: Sequence[ChangedPair], report: Report) -> str:
    items = (
        mistake(one.now, report.threshold, f"{one.earlier.score:.3f} → {one.now.score:.3f}")
        for one in pairs
    )
    return _listed(style, title, len(pairs), items, named=len(pairs), level=3)


def mistakes_section(report: Report) -> str:
    """Return the false merges and the misses."""
    merged, missed = report.counts.different_merged, report.counts.same_apart
    return f"""<section id="mistakes" aria-label="Mistakes">
{_wrong("false-merges", "False merges", report.false_merges, merged, report)}
{_wrong("misses", "Misses", report.misses, missed, report)}
</section>"""


def _wrong(style: str, title: str, pairs: Sequence[ScoredPair], count: int, report: Report) -> str:
    items = (mistake(pair, report.threshold) for pair in pairs)
    return _listed(style, title, count, items, named=len(pairs), level=2)


def _listed(  # noqa: PLR0913  # what is listed, and how much of it there is
    style: str, title: str, count: int, items: Iterable[str], *, named: int, level: int
) -> str:
    shown = list(islice(items, MOST_SHOWN))
    head, rest = "".join(shown[:_AT_ONCE]), "".join(shown[_AT_ONCE:])
    more = len(shown) - _AT_ONCE
    folded = f"<details><summary>{more:,} more</summary>{rest}</details>" if more > 0 else ""
    left_out = count - len(shown)
    which = "which" if named == count else f"{named - len(shown):,} of which"
    note = f"And {left_out:,} more, {which} the page's data name." if left_out else ""
    return (
        f'<h{level} class="{style}">{title} <span class="count">{count:,}</span></h{level}>'
        f"{head}{folded}"
        f'<p class="note">{note if count else "None."}</p>'
    )
