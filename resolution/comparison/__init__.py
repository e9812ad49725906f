"""Comparison: pairs of mentions in, a matrix of features out."""

from resolution.comparison.features import DECIDED, FEATURES, compare

__all__ = ["DECIDED", "FEATURES", "compare"]
