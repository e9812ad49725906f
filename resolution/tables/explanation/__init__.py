"""Why two records of a table are, or are not, one: scores taken apart, blocking rules told."""

from resolution.tables.explanation.explainer import Explainer, Written

__all__ = ["Explainer", "Written"]
