"""From what sources claim to designations, actions and explained counts: pure functions."""

from resolution.designations.actions import decided_on
from resolution.designations.deriving import derive_decisions
from resolution.designations.values import (
    Action,
    DecisionInputs,
    Decisions,
    Designation,
    ReconciledClaim,
    ResolvedMention,
    Tally,
)

__all__ = [
    "Action",
    "DecisionInputs",
    "Decisions",
    "Designation",
    "ReconciledClaim",
    "ResolvedMention",
    "Tally",
    "decided_on",
    "derive_decisions",
]
