"""Clustering: scored pairs in, one cluster for each mention out."""

from resolution.clustering.assignment import Clustering, cluster

__all__ = ["Clustering", "cluster"]
