"""Average linkage over a sparse graph, compiled; a pair without a score counts as 0.

The clusters of the best average score over all pairs of their nodes merge first, ties by number,
while it reaches the threshold. Who is nearest to each other may merge at once, whatever else would
come first: no merge brings a third cluster nearer than its nearer half was. So a chain of nearest
neighbours finds the same clusters as the plain definition without a queue of all pairs (Murtagh's
nearest-neighbour chain).

Memory is linear in pairs. As long as a cluster grows, at least `threshold` of its pairs have a
score: m pairs make no cluster of more than sqrt(2m / threshold) nodes, and each pair is looked at
about as often as the clusters of its ends have grown. So a large component needs no rule of its
own. Scores are whole numbers, whose sums are exact in any order: equal averages are equal, and both
clusters of a pair have the same one. Were it another in the last digit, a chain might never end.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from resolution.compiled import compiled

Integers = npt.NDArray[np.int64]

NEVER = -1
_NONE = -1


class Rows(NamedTuple):
    """For each node its neighbours, every pair in the rows of both its ends and once in each.

    Clusters merge in place: their rows become stretches of one row.
    """

    begins: Integers
    ends: Integers
    """The neighbours of a node are from its begin to its end."""
    others: npt.NDArray[np.int32]
    sums: Integers
    """The scores, whole numbers times the weights of both ends, or NEVER for a pair that may not be
    one."""


class _Clusters(NamedTuple):
    """Clusters in the making, named by their smallest node."""

    rows: Rows
    parents: Integers
    weights: Integers
    following: Integers
    """The node with the next stretch of the same cluster."""
    last: Integers
    """The node with a cluster's last stretch."""
    places: Integers
    """While a row is read: where it has the sum for a neighbour."""


@compiled
def average_linkage(rows: Rows, weights: Integers, threshold: float) -> Integers:
    """Return for each node the smallest of its cluster; uses up the rows."""
    size = len(weights)
    clusters = _Clusters(
        rows,
        np.arange(size),
        weights.copy(),
        np.full(size, _NONE),
        np.arange(size),
        np.full(size, _NONE),
    )
    chain = np.empty(size + 1, dtype=np.int64)
    for first in range(size):
        # Whoever is smaller has nobody left to merge with, so a chain keeps its first link.
        length = 0
        if clusters.parents[first] == first:
            chain[0], length = first, 1
        while length > 0:
            near = _nearest(clusters, chain[length - 1], threshold)
            if near == _NONE:
                length -= 1
            elif length > 1 and near == chain[length - 2]:
                _merge(clusters, near, chain[length - 1])
                length = max(length - 2, 1)
            else:
                chain[length] = near
                length += 1
    for node in range(size):
        clusters.parents[node] = _root(clusters.parents, node)
    return clusters.parents


@compiled
def _nearest(clusters: _Clusters, cluster: int, threshold: float) -> int:
    """Return whom a cluster would merge with first, the smaller of equals, or none."""
    rows, weights, places = clusters.rows, clusters.weights, clusters.places
    _add_up(clusters, cluster)
    nearest, best = _NONE, threshold
    node = cluster
    while node != _NONE:
        for place in range(rows.begins[node], rows.ends[node]):
            other = rows.others[place]
            places[other] = _NONE
            if rows.sums[place] == NEVER:
                continue
            average = rows.sums[place] / (weights[cluster] * weights[other])
            if average > best or (average == best and (nearest == _NONE or other < nearest)):
                nearest, best = other, average
        node = clusters.following[node]
    return nearest


@compiled
def _add_up(clusters: _Clusters, cluster: int) -> None:
    """Write a cluster's row anew, each neighbouring cluster once, and keep where it stands."""
    rows, parents, places = clusters.rows, clusters.parents, clusters.places
    writing, place_to_write = cluster, rows.begins[cluster]
    reading = cluster
    while reading != _NONE:
        for place in range(rows.begins[reading], rows.ends[reading]):
            other, total = _root(parents, rows.others[place]), rows.sums[place]
            if other == cluster:
                continue
            if places[other] != _NONE:
                known = rows.sums[places[other]]
                rows.sums[places[other]] = NEVER if min(known, total) == NEVER else known + total
                continue
            while place_to_write == rows.ends[writing]:
                writing = clusters.following[writing]
                place_to_write = rows.begins[writing]
            rows.others[place_to_write], rows.sums[place_to_write] = other, total
            places[other] = place_to_write
            place_to_write += 1
        reading = clusters.following[reading]
    rows.ends[writing] = place_to_write
    clusters.following[writing] = _NONE
    clusters.last[cluster] = writing


@compiled
def _merge(clusters: _Clusters, one: int, other: int) -> None:
    kept, gone = min(one, other), max(one, other)
    clusters.parents[gone] = kept
    clusters.weights[kept] += clusters.weights[gone]
    clusters.following[clusters.last[kept]] = gone
    clusters.last[kept] = clusters.last[gone]


@compiled
def _root(parents: Integers, node: int) -> int:
    while parents[node] != node:
        parents[node] = parents[parents[node]]
        node = parents[node]
    return node
