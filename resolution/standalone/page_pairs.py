"""Which pairs the page of `dramatis dedupe evaluate` is about, with their scores.

Flows in: clusters, a truth and the scores of a run, as files. Flows out: the pairs that were put
together, those that are true, and those that were compared. Where there are more than a page can
show, the compared ones that are rightly apart are drawn by lot, and the page says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from actors.errors import LabelsError
from resolution.evaluation.report import ScoredPair
from resolution.standalone.truths import read_both
from resolution.tables.evaluation import ClusterEvaluation, evaluate
from resolution.tables.files import read_scores

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Pair = tuple[int, int]

MOST_PAIRS_TOGETHER = 500_000
MOST_PAIRS = 100_000
"""Pairs of a page that were rightly kept apart."""


@dataclass(frozen=True, slots=True)
class Files:
    """What a page is about."""

    clusters: Path
    truth: Path
    pairs: Path
    """The scores that the run wrote."""


@dataclass(frozen=True, slots=True)
class PagePairs:
    """The pairs of a page, and what its reader must know of them."""

    pairs: Sequence[ScoredPair]
    compared: frozenset[frozenset[str]]
    """Those of them that the run wrote a score for, by their ids."""
    warnings: Sequence[str]


def page_pairs(files: Files) -> PagePairs:
    """Read the three files."""
    ids, found, known = read_both(files.clusters, files.truth)
    true = known.clusters
    _check_size(evaluate(found, true))
    left, right, scores = read_scores(files.pairs, ids)
    is_known = (true[left] >= 0) & (true[right] >= 0)
    left, right, scores = left[is_known], right[is_known], scores[is_known]
    apart = (found[left] != found[right]) & (true[left] != true[right])
    drawn = _drawn(np.flatnonzero(apart))
    wanted = dict.fromkeys(
        [
            *_together(np.where(true >= 0, found, -1)),
            *_together(true),
            *_pairs(left[drawn], right[drawn]),
        ]
    )
    run_scores = _scores_of(list(wanted), left, right, scores, len(ids))
    return PagePairs(
        pairs=[
            ScoredPair(
                left=ids[one],
                right=ids[other],
                is_same=bool(true[one] == true[other]),
                score=score or 0.0,
                is_merged=bool(found[one] == found[other]),
            )
            for (one, other), score in zip(wanted, run_scores, strict=True)
        ],
        compared=frozenset(
            frozenset((ids[one], ids[other]))
            for (one, other), score in zip(wanted, run_scores, strict=True)
            if score is not None
        ),
        warnings=_warnings(int(apart.sum()), len(drawn), int((true < 0).sum()), known.unknown),
    )


def _check_size(result: ClusterEvaluation) -> None:
    pairs = result.found_pairs + result.true_pairs - result.common_pairs
    if pairs > MOST_PAIRS_TOGETHER:
        raise LabelsError(
            f"A page of {pairs:,} pairs, found or true, would be too large; leave out --report, or "
            f"take a truth of fewer records: {MOST_PAIRS_TOGETHER:,} pairs are the most"
        )


def _warnings(apart: int, drawn: int, unknown: int, not_clustered: int) -> list[str]:
    found = []
    if drawn < apart:
        found.append(
            f"Of {apart:,} compared pairs that are rightly apart {drawn:,} were drawn by lot: "
            "precision at low thresholds and the calibration look better than they are."
        )
    if unknown:
        found.append(f"The truth says nothing of {unknown:,} records; they are left out.")
    if not_clustered:
        found.append(f"The truth has {not_clustered:,} ids that no cluster has; they are left out.")
    return found


def _drawn(rows: Integers) -> Integers:
    if len(rows) <= MOST_PAIRS:
        return rows
    drawn: Integers = np.random.default_rng(0).choice(rows, MOST_PAIRS, replace=False)
    return np.sort(drawn)


def _scores_of(
    wanted: Sequence[Pair], left: Integers, right: Integers, scores: Floats, size: int
) -> list[float | None]:
    """Return what a run wrote for the wanted pairs, None where it did not compare them.

    A run may have written millions: they are looked up where they stand, in no dictionary.
    """
    compared = np.minimum(left, right) * size + np.maximum(left, right)
    order = np.argsort(compared, kind="stable")
    codes = np.array([one * size + other for one, other in wanted], dtype=np.int64)
    places = np.searchsorted(compared, codes, side="right", sorter=order) - 1
    return [
        float(scores[order[place]]) if place >= 0 and compared[order[place]] == code else None
        for place, code in zip(places.tolist(), codes.tolist(), strict=True)
    ]


def _pairs(left: Integers, right: Integers) -> list[Pair]:
    smaller, larger = np.minimum(left, right), np.maximum(left, right)
    return list(zip(smaller.tolist(), larger.tolist(), strict=True))


def _together(clusters: Integers) -> Iterable[Pair]:
    """Yield every pair of one cluster; a number below 0 is none."""
    order = np.argsort(clusters, kind="stable")
    order = order[clusters[order] >= 0]
    begins = np.flatnonzero(np.diff(clusters[order], prepend=-1))
    for members in np.split(order, begins[1:]):
        yield from combinations(_listed(members), 2)


def _listed(members: Integers) -> Sequence[int]:
    return sorted(members.tolist())
