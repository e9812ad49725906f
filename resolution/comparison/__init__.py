"""Comparison: pairs of mentions in, a matrix of features out."""

from resolution.comparison.features import FEATURES, VETOES, compare

__all__ = ["FEATURES", "VETOES", "compare"]
