"""Scored pairs in, one cluster for each record out.

Whoever hangs together by pairs at the threshold is split up by average linkage, in which a pair
that was never compared counts as 0: one likely pair cannot chain two crowds together. Judged pairs
hold always; records that a judgement binds speak with one voice, the best score of any of them,
since whoever judged has answered for the others.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from actors.errors import RunError
from resolution.tables.checking import (
    Floats,
    Integers,
    Numbers,
    Pair,
    check_columns,
    check_pairs,
    checked_links,
)
from resolution.tables.components import components
from resolution.tables.confidence import confidence
from resolution.tables.hanging import hanging_together
from resolution.tables.linkage import average_linkage
from resolution.tables.neighbours import rows_of

Indices = npt.NDArray[np.int32]
Booleans = npt.NDArray[np.bool_]

_WHOLE = 2**30
"""Linkage counts scores in billionths, as whole numbers, so that their sums are exact; coarser
where a component is so heavy that its sum would not fit 63 bits."""
_AS_GOOD_AS_NOTHING = 0.001
"""Scores below this, more than half of what is compared, count as 0 when averages are taken."""


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
    """Cluster `size` records, numbered from 0, by scored pairs.

    A pair given twice, either way round, counts once, with its best score. Of equally good merges
    the one of lower ranks comes first; without `ranks`, of lower numbers. A record may stand for
    `counts` copies, which score `own_scores` against each other.
    """
    check_pairs(size, left, right, scores, threshold)
    # One kind of number, so that machine code is made once.
    left, right = (side.astype(np.int32, copy=False) for side in (left, right))
    check_columns(size, ranks=ranks, counts=counts, own_scores=own_scores)
    must, cannot = checked_links(size, must_link), checked_links(size, cannot_link)
    counts = np.ones(size, dtype=np.int64) if counts is None else counts
    rank = np.arange(size)
    if ranks is not None:
        rank[np.argsort(ranks, kind="stable")] = np.arange(size)
    voices = components(size, rank[must[:, 0]], rank[must[:, 1]])[rank].astype(np.int32)
    _check_judgements(voices, cannot)
    merged = _linked(voices, left, right, scores, threshold, voices[cannot], counts)
    numbers = numbered(merged[voices])
    own = np.zeros(size) if own_scores is None else own_scores * (counts - 1)
    return Clusters(numbers, confidence(numbers, left, right, scores, must, counts, own))


def _check_judgements(voices: Indices, cannot: Integers) -> None:
    for first, second in np.sort(cannot[voices[cannot[:, 0]] == voices[cannot[:, 1]]]).tolist():
        raise RunError(
            f"Judgements say both that records {first} and {second} are one and that "
            "they are two: take back one of those judgements"
        )


def _linked(  # noqa: PLR0913, PLR0917  # pairs of records, and what else is between their voices
    voices: Indices,
    left: Indices,
    right: Indices,
    scores: Floats,
    threshold: float,
    cannot: Indices,
    counts: Integers,
) -> Integers:
    """Return for each voice the smallest of its cluster."""
    size = len(voices)
    likely = scores >= threshold
    one, other = (voices[side[likely]].astype(np.int64) for side in (left, right))
    free = _may_be_one(one, other, cannot, size)
    component = hanging_together(size, one[free], other[free], scores[likely][free], threshold)
    # A voice weighs as much as the record with the most copies that it has.
    weights = np.ones(size, dtype=np.int64)
    np.maximum.at(weights, voices, counts)
    least = min(_AS_GOOD_AS_NOTHING, threshold)
    whole = _whole(component, weights)
    rows = rows_of(left, right, scores, cannot, voices, component, weights, least, whole)
    return average_linkage(rows, weights, float(min(int(threshold * whole), whole - 1)))


def _whole(component: Integers, weights: Integers) -> int:
    """Return the number that stands for a score of 1."""
    heaviest = int(np.bincount(component, weights=weights).max(initial=1))
    return min(_WHOLE, max(2**64 // heaviest**2, 2))


def _may_be_one(one: Integers, other: Integers, cannot: Indices, size: int) -> Booleans:
    """Say which pairs of voices are of two, and no judgement holds them apart."""
    pair, forbidden = (
        np.minimum(left, right) * size + np.maximum(left, right)
        for left, right in ((one, other), cannot.astype(np.int64).T)
    )
    free: Booleans = (one != other) & ~np.isin(pair, forbidden)
    return free


def numbered(names: Numbers) -> npt.NDArray[np.int32]:
    """Count clusters in the order of their first records."""
    _, first, inverse = np.unique(names, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse].astype(np.int32)
