"""The way from resolved mentions to what was done to whom.

Claims become designations, designations of one day become actions, and what texts count is held
against these.
"""

from collections.abc import Iterable
from dataclasses import replace

from resolution.designations.actions import derive_actions
from resolution.designations.merging import merged_claims
from resolution.designations.values import DecisionInputs, Decisions, Designation


def derive_decisions(inputs: DecisionInputs, standing: Iterable[Designation] = ()) -> Decisions:
    """Derive designations, actions and what each count counts, whatever the order of the input.

    `standing` are designations derived before, of entities that no text names: they are part of
    their actions as they are, and are not returned. Their evidence is of no account.
    """
    known = {one.id: one for one in standing}
    merged = merged_claims(inputs.resolved, inputs.documents.values())
    decisions = derive_actions((*merged, *known.values()), inputs)
    derived = tuple(one for one in decisions.designations if one.id not in known)
    return replace(decisions, designations=derived)
