"""Answers `dramatis dedupe evaluate`: clusters held against the truth."""

from pathlib import Path

from resolution.tables.evaluation import ClusterEvaluation, evaluate
from resolution.tables.files import read_clusters, read_truth


def evaluated(clusters: Path, truth: Path) -> ClusterEvaluation:
    """Compare two files."""
    ids, found = read_clusters(clusters)
    return evaluate(found, read_truth(truth, ids))
