"""Comparison: pairs of mentions in, a matrix of features out."""

from resolution.comparison.features import AGAINST, DECIDED, FEATURES, compare, name_pairs

__all__ = ["AGAINST", "DECIDED", "FEATURES", "compare", "name_pairs"]
