"""Scored pairs in, one cluster for each record out.

Whoever hangs together by pairs at the threshold is split up by average linkage, in which a pair
that was never compared counts as 0: one likely pair cannot chain two crowds together. Inside a
component of many records the threshold is raised until it falls apart: crowds hang together by
namesakes. Judged pairs hold always; records that a judgement binds speak with one voice, the best
score of any of them, since whoever judged has answered for the others.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from actors.errors import RunError
from resolution.tables.components import components
from resolution.tables.linkage import linkage_by_component

Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.integer]
Floats = npt.NDArray[np.float64]
Pair = tuple[int, int]

MANY_RECORDS = 400
"""Beyond this a component is a crowd of namesakes, not one actor."""
_STEP = np.e
"""A crowd's threshold is raised so that each time the doubt it admits falls by this factor."""
_NEVER = -np.inf


@dataclass(frozen=True, slots=True)
class Clusters:
    """Who belongs together."""

    numbers: npt.NDArray[np.int32]
    """For each record its cluster, counted from 0 in the order of their first records."""
    confidence: Floats
    """For each record the mean of its scores to the others of its cluster, a pair that was not
    compared counting 0 and a judged one 1; 1 for a record that is alone."""

    @property
    def largest(self) -> int:
        """The most records in one cluster."""
        return int(np.bincount(self.numbers).max(initial=0))


def cluster_pairs(  # noqa: PLR0913  # a graph, a threshold, and what holds whatever the scores say
    size: int,
    left: Numbers,
    right: Numbers,
    scores: Floats,
    threshold: float,
    *,
    must_link: Iterable[Pair] = (),
    cannot_link: Iterable[Pair] = (),
    ranks: Integers | None = None,
    counts: Integers | None = None,
    own_scores: Floats | None = None,
) -> Clusters:
    """Cluster `size` records by scored pairs.

    Of equally good merges the one of lower ranks comes first; without `ranks`, of lower numbers.
    A record may stand for `counts` copies, which score `own_scores` against each other.
    """
    order = np.arange(size) if ranks is None else np.argsort(ranks, kind="stable")
    rank = np.empty(size, dtype=np.int64)
    rank[order] = np.arange(size)
    must, cannot = (rank[_array(links)] for links in (must_link, cannot_link))
    voice = components(size, must[:, 0], must[:, 1])
    _check(order, voice, cannot)
    voices, forbidden = voice[rank], voice[cannot]
    likely = _edges(voices, left, right, scores, scores >= threshold, forbidden)
    component = _components(size, likely, threshold)
    hanging = component[voices].astype(np.int32)
    near = hanging[left] == hanging[right]
    edges = _edges(voices, left, right, scores, near, forbidden)
    counts = np.ones(size, dtype=np.int64) if counts is None else counts
    merged = _linked(edges, component, threshold, _weights(voices, counts))
    found = np.unique(merged[voice][rank], return_index=True, return_inverse=True)
    numbers = np.argsort(np.argsort(found[1]))[found[2]].astype(np.int32)
    own = np.zeros(size) if own_scores is None else own_scores * (counts - 1)
    confidence = _confidence(numbers, left, right, scores, order[must], counts, own)
    return Clusters(numbers, confidence)


@dataclass(frozen=True, slots=True)
class _Edges:
    """Distinct pairs of voices, the smaller one left, in order."""

    left: Integers
    right: Integers
    scores: Floats

    def only(self, chosen: npt.NDArray[np.bool_]) -> "_Edges":
        return _Edges(self.left[chosen], self.right[chosen], self.scores[chosen])


def _array(links: Iterable[Pair]) -> Integers:
    return np.array(sorted(links), dtype=np.int64).reshape(-1, 2)


def _check(order: Integers, voice: Integers, cannot: Integers) -> None:
    for one, other in cannot[voice[cannot[:, 0]] == voice[cannot[:, 1]]]:
        first, second = sorted((int(order[one]), int(order[other])))
        raise RunError(
            f"Judgements say both that records {first} and {second} are one and that "
            "they are two: take back one of those judgements"
        )


def _edges(  # noqa: PLR0913, PLR0917  # which pairs of records, and what else is between voices
    voices: Integers,
    left: Numbers,
    right: Numbers,
    scores: Floats,
    chosen: npt.NDArray[np.bool_],
    forbidden: Integers,
) -> _Edges:
    """Return the chosen pairs, few of all candidates, as edges between the records' voices."""
    size = len(voices)
    edges = _between(voices[left[chosen]], voices[right[chosen]], scores[chosen], size)
    return _with_cannot(edges, forbidden, size)


def _between(left: Integers, right: Integers, scores: Floats, size: int) -> _Edges:
    """Return each pair of voices once, with its best score."""
    apart = left != right
    smaller, larger = np.minimum(left, right)[apart], np.maximum(left, right)[apart]
    pair = smaller * size + larger
    by_pair = np.lexsort((-scores[apart], pair))
    pair = pair[by_pair]
    best = np.ones(len(pair), dtype=np.bool_)
    best[1:] = pair[1:] != pair[:-1]
    return _Edges(pair[best] // size, pair[best] % size, scores[apart][by_pair][best])


def _with_cannot(edges: _Edges, cannot: Integers, size: int) -> _Edges:
    """Give every pair that may never be one a score that no average outweighs."""
    if not len(cannot):
        return edges
    forbidden = np.unique(cannot.min(axis=1) * size + cannot.max(axis=1))
    free = edges.only(~np.isin(edges.left * size + edges.right, forbidden))
    pair = np.concatenate([free.left * size + free.right, forbidden])
    scores = np.concatenate([free.scores, np.full(len(forbidden), _NEVER)])
    order = np.argsort(pair)
    return _Edges(pair[order] // size, pair[order] % size, scores[order])


def _weights(voices: Integers, counts: Integers) -> Integers:
    """Return what each voice weighs: as much as the record with the most copies that it has."""
    weights = np.ones(len(voices), dtype=np.int64)
    np.maximum.at(weights, voices, counts)
    return weights


def _linked(edges: _Edges, component: Integers, threshold: float, weights: Integers) -> Integers:
    """Return for each voice the smallest of its cluster, which is within its component."""
    size = len(component)
    inside = edges.only(component[edges.left] == component[edges.right])
    # Renumbered so that a component's voices, and so its edges, stand side by side.
    order = np.argsort(component, kind="stable")
    place = np.empty(size, dtype=np.int64)
    place[order] = np.arange(size)
    left, right = place[inside.left], place[inside.right]
    by_place = np.argsort(left * size + right)
    begins = np.flatnonzero(np.diff(component[order], prepend=-1))
    merged = linkage_by_component(
        np.append(begins, size),
        left[by_place],
        right[by_place],
        inside.scores[by_place],
        threshold,
        weights[order],
    )
    linked: Integers = order[merged][place]
    return linked


def _components(size: int, edges: _Edges, threshold: float) -> Integers:
    """Return each voice's component, by edges at a threshold that rises where a crowd hangs on.

    It rises no further than a component's own best score: what is equally alike stays together.
    """
    likely = edges.only(edges.scores >= threshold)
    component = components(size, likely.left, likely.right)
    while True:
        threshold = 1.0 - (1.0 - threshold) / _STEP
        held = np.bincount(component, minlength=size)[component[likely.left]] > MANY_RECORDS
        best = np.zeros(size)
        np.maximum.at(best, component[likely.left[held]], likely.scores[held])
        best = best[component[likely.left]]
        if not (held & (threshold < best)).any() and not (held & (likely.scores < best)).any():
            return component
        likely = likely.only(~held | (likely.scores >= np.minimum(threshold, best)))
        component = components(size, likely.left, likely.right)


def _confidence(  # noqa: PLR0913, PLR0917  # pairs, judgements, copies
    numbers: npt.NDArray[np.int32],
    left: Numbers,
    right: Numbers,
    scores: Floats,
    must: Integers,
    counts: Integers,
    own: Floats,
) -> Floats:
    size = len(numbers)
    inside = numbers[left] == numbers[right]
    left, right, scores = left[inside], right[inside], scores[inside]
    judged = np.unique(np.sort(must, axis=1), axis=0)
    pair = np.minimum(left, right).astype(np.int64) * size + np.maximum(left, right)
    told = ~np.isin(pair, judged[:, 0] * size + judged[:, 1])
    ends = np.concatenate([left[told], right[told], judged[:, 0], judged[:, 1]])
    others_ends = np.concatenate([right[told], left[told], judged[:, 1], judged[:, 0]])
    shares = np.concatenate([scores[told], scores[told], np.ones(2 * len(judged))])
    others = np.bincount(numbers, counts, 1)[numbers] - 1
    sums = own + np.bincount(ends, shares * counts[others_ends], size)
    return np.where(others > 0, np.minimum(sums / np.maximum(others, 1), 1.0), 1.0)
