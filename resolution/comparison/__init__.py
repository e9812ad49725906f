"""Comparison: pairs of mentions in, a matrix of features out."""

from resolution.comparison.best import name_pairs
from resolution.comparison.features import (
    AGAINST,
    DECIDED,
    FEATURES,
    NAMED,
    VETOES,
    compare,
    compare_facts,
    compare_named,
)

__all__ = [
    "AGAINST",
    "DECIDED",
    "FEATURES",
    "NAMED",
    "VETOES",
    "compare",
    "compare_facts",
    "compare_named",
    "name_pairs",
]
