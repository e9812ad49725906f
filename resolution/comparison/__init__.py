"""Comparison: pairs of mentions in, a matrix of features out."""

from resolution.comparison.features import AGAINST, DECIDED, FEATURES, VETOES, compare
from resolution.comparison.names import name_pairs

__all__ = ["AGAINST", "DECIDED", "FEATURES", "VETOES", "compare", "name_pairs"]
