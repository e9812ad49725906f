"""One pair on the page: both sides beside each other, and what each feature weighed, as bars."""

from collections.abc import Sequence
from html import escape

from resolution.evaluation.report.pairs import PairExplanation, ScoredPair
from resolution.explanation.values import FeatureContribution

# A veto of thirty would leave every other bar a hair's breadth.
_LONGEST_BAR = 6.0


def mistake(pair: ScoredPair, threshold: float, score: str | None = None) -> str:
    """Return a pair as an element that opens: a line first, everything else inside."""
    said = "the same" if pair.is_same else "different"
    did = "merged" if pair.merged_at(threshold) else "kept apart"
    names = (
        f"<b>{escape(pair.left_name or pair.left)}</b> "
        f'<span class="versus">/</span> <b>{escape(pair.right_name or pair.right)}</b>'
    )
    return (
        f'<details class="pair"><summary><span class="score">{score or f"{pair.score:.3f}"}</span>'
        f'<span class="names">{names}</span>'
        f'<span class="verdict">judged {said}, {did}</span></summary>'
        f'<div class="inside">{_beside(pair)}{_explained(pair.explanation)}</div></details>'
    )


def _beside(pair: ScoredPair) -> str:
    values = pair.explanation.values if pair.explanation else ()
    rows = "".join(
        f'<tr class="{"alike" if left == right else ""}"><th scope="row">{escape(field)}</th>'
        f"<td>{escape(left)}</td><td>{escape(right)}</td></tr>"
        for field, left, right in values
    )
    return (
        '<div class="scroll" tabindex="0"><table class="beside"><thead><tr><th scope="col"></th>'
        f'<th scope="col">{escape(pair.left)}</th><th scope="col">{escape(pair.right)}</th>'
        f"</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _explained(explanation: PairExplanation | None) -> str:
    if explanation is None:
        return '<p class="note">Nothing more is known of this pair.</p>'
    return f"<p>{escape(explanation.text)}</p>{_weights(explanation.features)}"


def _weights(features: Sequence[FeatureContribution]) -> str:
    if not features:
        return ""
    rows = "".join(_weight(one) for one in features)
    total = sum(one.weight for one in features)
    return (
        '<div class="scroll" tabindex="0"><table class="weights"><thead><tr>'
        '<th scope="col">what was compared</th><th scope="col">similarity</th>'
        '<th scope="col">log-odds</th><th scope="col">against · for</th></tr></thead>'
        f"<tbody>{rows}</tbody><tfoot><tr>"
        f'<th scope="row">all together</th><td></td><td>{total:+.2f}</td>'
        f"<td>{_bar(total)}</td></tr></tfoot></table></div>"
    )


def _weight(one: FeatureContribution) -> str:
    similarity = "" if one.similarity is None else f"{one.similarity:.2f}"
    return (
        f'<tr><th scope="row">{escape(one.meaning or one.name)}</th><td>{similarity}</td>'
        f"<td>{one.weight:+.2f}</td><td>{_bar(one.weight)}</td></tr>"
    )


def _bar(weight: float) -> str:
    share = min(abs(weight) / _LONGEST_BAR, 1.0) * 50
    side = "for" if weight >= 0 else "against"
    begins = 50 if weight >= 0 else 50 - share
    cut = " cut" if abs(weight) > _LONGEST_BAR else ""
    return (
        f'<span class="bar" aria-hidden="true"><span class="{side}{cut}" '
        f'style="left:{begins:.1f}%;width:{share:.1f}%"></span></span>'
    )
