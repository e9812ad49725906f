"""Why two mentions are, or are not, one actor: scores taken apart, rules told, merges drawn."""

from resolution.explanation.scores import explain
from resolution.explanation.values import (
    PRIOR,
    Explanation,
    FeatureContribution,
    RuleKeys,
)

__all__ = ["PRIOR", "Explanation", "FeatureContribution", "RuleKeys", "explain"]
