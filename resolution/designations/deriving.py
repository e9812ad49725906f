"""The way from resolved mentions to what was done to whom.

Claims become designations, designations of one day become actions, and what texts count is held
against these. A day is the smallest part of this that can be derived by itself: a text reports an
action of the week before it, and an action is of one day.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from actors.records import MentionKind
from resolution.designations.actions import decided_on, derive_actions
from resolution.designations.merging import WEEK, merged_claims
from resolution.designations.values import DecisionInputs, Decisions, Designation

Standing = Mapping[date, Sequence[Designation]]
"""Designations derived before, by the day of their action."""


def derive_decisions(
    inputs: DecisionInputs, standing: Standing | None = None, former_days: Iterable[date] = ()
) -> Decisions:
    """Derive designations, actions and what each count counts, whatever the order of the input.

    `standing` are of entities that no text names: they are part of their actions as they are, and
    are not returned. Their evidence is of no account. Actions on days that neither the input nor
    `former_days`, the days of designations that it replaces, concern are not derived again.
    """
    merged = merged_claims(inputs.resolved, inputs.documents.values())
    days = {*former_days, *_reportable(inputs), *filter(None, map(decided_on, merged))}
    known = {one.id: one for day in days for one in (standing or {}).get(day, ())}
    decisions = derive_actions((*merged, *known.values()), inputs)
    derived = tuple(one for one in decisions.designations if one.id not in known)
    untouched = frozenset(standing or ()) - days
    return replace(decisions, designations=derived, untouched=untouched)


def _reportable(inputs: DecisionInputs) -> Iterator[date]:
    """Yield the days whose actions a text that names somebody may report."""
    naming = {
        one.mention.document for one in inputs.resolved if one.mention.kind is MentionKind.TEXT
    }
    for text in naming & inputs.documents.keys():
        published_on = inputs.documents[text].published_on
        if published_on is not None:
            yield from (published_on - timedelta(days=back) for back in range(WEEK.days + 1))
