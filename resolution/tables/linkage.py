"""Average linkage over a sparse graph, compiled: the law of `resolution.clustering.linkage`.

The most alike clusters merge first, ties by number, while the average score over all pairs of their
nodes reaches the threshold; a pair without a score counts as 0. A node may have the weight of
several that are alike, as if those had merged before. Memory is linear in edges: each
stands in the lists of both its ends and at most once in a queue, and is given up when two clusters
merge that both had one to the same third. A score of minus infinity makes every average that it
enters minus infinity: so pairs that may never be one are edges like others.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from resolution.compiled import compiled

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_NONE = -1


class _Graph(NamedTuple):
    """Clusters in the making, named by their smallest node, and the edges between them."""

    ends: Integers
    """Edge e has its ends at places 2e and 2e + 1, and stands with them in those nodes' lists."""
    first: Integers
    last: Integers
    following: Integers
    sums: Floats
    averages: Floats
    is_alive: npt.NDArray[np.bool_]
    weights: Integers
    """How many nodes a cluster has."""
    shared: Integers
    """While two merge: by the third cluster, the edge that it shares with the one that stays."""
    queue: Integers
    """A binary heap of edges, the best average first."""
    queued: Integers
    """One number: how much of the heap is in use."""
    places: Integers
    """Where in the heap an edge stands."""


@compiled
def linkage_by_component(  # noqa: PLR0913, PLR0917  # compiled code knows arrays, not records
    begins: Integers,
    left: Integers,
    right: Integers,
    scores: Floats,
    threshold: float,
    weights: Integers,
) -> Integers:
    """Return for each node the smallest of its cluster, one component after another.

    Component c has the nodes from begins[c] to begins[c + 1]; edges are in order of their left end.
    """
    smallest = np.arange(begins[-1])
    edge = 0
    for number in range(len(begins) - 1):
        begin, end = begins[number], begins[number + 1]
        beyond = edge
        while beyond < len(left) and left[beyond] < end:
            beyond += 1
        if beyond > edge:
            part = slice(edge, beyond)
            smallest[begin:end] = begin + average_linkage(
                end - begin,
                left[part] - begin,
                right[part] - begin,
                scores[part],
                threshold,
                weights[begin:end],
            )
        edge = beyond
    return smallest


@compiled
def average_linkage(  # noqa: PLR0913, PLR0917  # compiled code knows arrays, not records
    size: int,
    left: Integers,
    right: Integers,
    scores: Floats,
    threshold: float,
    weights: Integers,
) -> Integers:
    """Return for each of `size` nodes the smallest of its cluster; edges are distinct pairs."""
    graph = _graph(size, left, right, scores, weights)
    smallest = np.arange(size)
    for edge in range(len(scores)):
        _settle(graph, edge, threshold)
    while graph.queued[0] > 0:
        best = graph.queue[0]
        one, other = graph.ends[2 * best], graph.ends[2 * best + 1]
        kept, gone = min(one, other), max(one, other)
        smallest[gone] = kept
        graph.weights[kept] += graph.weights[gone]
        _give_up(graph, best)
        _add_shared(graph, kept, gone)
        _take_over(graph, kept, gone, threshold)
    for node in range(size):
        smallest[node] = smallest[smallest[node]]
    return smallest


@compiled
def _graph(size: int, left: Integers, right: Integers, scores: Floats, weights: Integers) -> _Graph:
    edges = len(scores)
    ends = np.empty(2 * edges, dtype=np.int64)
    first, last = np.full(size, _NONE), np.full(size, _NONE)
    following = np.full(2 * edges, _NONE)
    for place in range(2 * edges):
        node = right[place // 2] if place % 2 else left[place // 2]
        ends[place] = node
        if first[node] == _NONE:
            first[node] = place
        else:
            following[last[node]] = place
        last[node] = place
    return _Graph(
        ends,
        first,
        last,
        following,
        scores * (weights[left] * weights[right]),
        scores.copy(),
        np.ones(edges, dtype=np.bool_),
        weights.copy(),
        np.full(size, _NONE),
        np.empty(edges, dtype=np.int64),
        np.zeros(1, dtype=np.int64),
        np.full(edges, _NONE),
    )


@compiled
def _add_shared(graph: _Graph, kept: int, gone: int) -> None:
    """Add up the edges of both to the same third, and give up one of each two."""
    place = graph.first[kept]
    while place != _NONE:
        if graph.is_alive[place // 2]:
            graph.shared[graph.ends[place ^ 1]] = place // 2
        place = graph.following[place]
    place = graph.first[gone]
    while place != _NONE:
        edge, same = place // 2, graph.shared[graph.ends[place ^ 1]]
        if graph.is_alive[edge] and same != _NONE:
            graph.sums[same] += graph.sums[edge]
            _give_up(graph, edge)
        place = graph.following[place]


@compiled
def _take_over(graph: _Graph, kept: int, gone: int, threshold: float) -> None:
    """Join the lists of both, what was given up left out, and settle every edge in it anew."""
    graph.following[graph.last[kept]] = graph.first[gone]
    place, before = graph.first[kept], _NONE
    graph.first[kept] = _NONE
    while place != _NONE:
        edge, other = place // 2, graph.ends[place ^ 1]
        if graph.is_alive[edge]:
            # Of what the queue is ordered by, one edge changes at a time.
            graph.ends[place] = kept
            pairs = graph.weights[kept] * graph.weights[other]
            graph.averages[edge] = graph.sums[edge] / pairs
            _settle(graph, edge, threshold)
            graph.shared[other] = _NONE
            if before == _NONE:
                graph.first[kept] = place
            else:
                graph.following[before] = place
            before = place
        place = graph.following[place]
    if before != _NONE:
        graph.following[before] = _NONE
    graph.last[kept] = before


@compiled
def _give_up(graph: _Graph, edge: int) -> None:
    graph.is_alive[edge] = False
    _leave(graph, edge)


@compiled
def _settle(graph: _Graph, edge: int, threshold: float) -> None:
    """Put an edge whose average or ends have changed where it belongs in the queue, if at all."""
    if graph.averages[edge] < threshold:
        _leave(graph, edge)
        return
    if graph.places[edge] == _NONE:
        graph.places[edge] = graph.queued[0]
        graph.queue[graph.queued[0]] = edge
        graph.queued[0] += 1
    _move(graph, graph.places[edge])


@compiled
def _leave(graph: _Graph, edge: int) -> None:
    """Take an edge out of the queue, if it is in."""
    place = graph.places[edge]
    if place == _NONE:
        return
    graph.places[edge] = _NONE
    graph.queued[0] -= 1
    if place < graph.queued[0]:
        graph.queue[place] = graph.queue[graph.queued[0]]
        _move(graph, place)


@compiled
def _move(graph: _Graph, place: int) -> None:
    """Move the edge at a place of the queue up or down, until no better one is below it."""
    queue, places, edge = graph.queue, graph.places, graph.queue[place]
    while place > 0 and _is_better(graph, edge, queue[(place - 1) // 2]):
        queue[place] = queue[(place - 1) // 2]
        places[queue[place]] = place
        place = (place - 1) // 2
    while 2 * place + 1 < graph.queued[0]:
        below = 2 * place + 1
        if below + 1 < graph.queued[0] and _is_better(graph, queue[below + 1], queue[below]):
            below += 1
        if not _is_better(graph, queue[below], edge):
            break
        queue[place] = queue[below]
        places[queue[place]] = place
        place = below
    queue[place], places[edge] = edge, place


@compiled
def _is_better(graph: _Graph, one: int, other: int) -> bool:
    if graph.averages[one] != graph.averages[other]:
        return bool(graph.averages[one] > graph.averages[other])
    ends = graph.ends
    low, high = min(ends[2 * one], ends[2 * one + 1]), max(ends[2 * one], ends[2 * one + 1])
    others = min(ends[2 * other], ends[2 * other + 1]), max(ends[2 * other], ends[2 * other + 1])
    return bool(low < others[0] or (low == others[0] and high < others[1]))
