"""The way from resolved mentions to what was done to whom.

Claims become designations, designations of one day become actions, and what texts count is held
against these.
"""

from resolution.designations.actions import derive_actions
from resolution.designations.merging import merged_claims
from resolution.designations.values import DecisionInputs, Decisions


def derive_decisions(inputs: DecisionInputs) -> Decisions:
    """Derive designations, actions and what each count counts, whatever the order of the input."""
    return derive_actions(merged_claims(inputs.resolved, inputs.documents.values()), inputs)
