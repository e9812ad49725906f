"""Which pairs the page of `dramatis dedupe evaluate` is about, with their scores.

Flows in: clusters, a truth and the scores of a run, as files. Flows out: columns of all pairs that
were put together, are true, or were compared: a million records have tens of millions. The page
names the mistakes, and of what is right a draw; where there are too many of either, the rest is
only counted, and the page says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from resolution.evaluation.report import Columns, ScoredPair
from resolution.standalone.truths import read_both
from resolution.tables.files import read_scores

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Booleans = npt.NDArray[np.bool_]

MOST_NAMED = 50_000
"""Pairs of a kind that a page names: false merges, misses, what is right."""


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

    named: Sequence[ScoredPair]
    others: Columns
    """Those that are counted and not named."""
    compared: frozenset[frozenset[str]]
    """Those of the named that the run wrote a score for, by their ids."""
    warnings: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs by their codes, the smaller record's number times the count of records, and more."""

    codes: Integers
    columns: Columns
    is_compared: Booleans

    def rows(self, rows: Integers | Booleans) -> "_Pairs":
        columns = self.columns
        part = Columns(columns.is_same[rows], columns.scores[rows], columns.is_merged[rows])
        return _Pairs(self.codes[rows], part, self.is_compared[rows])


def page_pairs(files: Files) -> PagePairs:
    """Read the three files."""
    ids, found, known = read_both(files.clusters, files.truth)
    true = known.clusters
    pairs = _pairs(np.where(true >= 0, found, -1), true, *read_scores(files.pairs, ids))
    is_named = _named(pairs.columns)
    named, size = pairs.rows(is_named), len(ids)
    scored = [
        ScoredPair(ids[code // size], ids[code % size], is_same, score, is_merged)
        for code, is_same, score, is_merged in zip(
            named.codes.tolist(),
            named.columns.is_same.tolist(),
            named.columns.scores.tolist(),
            named.columns.is_merged.tolist(),
            strict=True,
        )
    ]
    return PagePairs(
        named=scored,
        others=pairs.rows(~is_named).columns,
        compared=frozenset(
            one.key for one, told in zip(scored, named.is_compared.tolist(), strict=True) if told
        ),
        warnings=_warnings(pairs.columns, is_named, int((true < 0).sum()), known.unknown),
    )


def _pairs(
    found: Integers, true: Integers, left: Integers, right: Integers, scores: Floats
) -> _Pairs:
    """Return all pairs of known records, each once; of two scores of one pair the last."""
    size = len(true)
    is_known = (true[left] >= 0) & (true[right] >= 0)
    compared = np.minimum(left, right)[is_known] * size + np.maximum(left, right)[is_known]
    order = np.argsort(compared, kind="stable")
    order = order[np.append(np.diff(compared[order]) != 0, True)[: len(order)]]
    compared, scores = compared[order], scores[is_known][order]
    codes = np.union1d(compared, np.union1d(_together(found), _together(true)))
    places = np.searchsorted(codes, compared)
    all_scores, is_compared = np.zeros(len(codes)), np.zeros(len(codes), dtype=np.bool_)
    all_scores[places], is_compared[places] = scores, True
    one, other = codes // max(size, 1), codes % max(size, 1)
    columns = Columns(true[one] == true[other], all_scores, found[one] == found[other])
    return _Pairs(codes, columns, is_compared)


def _together(clusters: Integers) -> Integers:
    """Return the code of every pair of one cluster; a number below 0 is none."""
    order = np.argsort(clusters, kind="stable")
    order = order[clusters[order] >= 0]
    of_place = clusters[order]
    found = [np.zeros(0, dtype=np.int64)]
    # Records of a cluster stand in a row and ascend: each with the next, with the one after it, …
    first = np.arange(len(order))
    distance = 0
    while len(first):
        distance += 1
        first = first[first + distance < len(order)]
        first = first[of_place[first] == of_place[first + distance]]
        found.append(order[first] * len(clusters) + order[first + distance])
    return np.concatenate(found)


def _named(pairs: Columns) -> Booleans:
    """Choose the surest false merges, the least likely misses, and of what is right a draw."""
    is_named = np.zeros(len(pairs), dtype=np.bool_)
    false_merges = np.flatnonzero(pairs.is_merged & ~pairs.is_same)
    misses = np.flatnonzero(pairs.is_same & ~pairs.is_merged)
    right = np.flatnonzero(pairs.is_same == pairs.is_merged)
    is_named[false_merges[np.argsort(-pairs.scores[false_merges], kind="stable")][:MOST_NAMED]] = (
        True
    )
    is_named[misses[np.argsort(pairs.scores[misses], kind="stable")][:MOST_NAMED]] = True
    is_named[np.random.default_rng(0).permutation(right)[:MOST_NAMED]] = True
    return is_named


def _warnings(pairs: Columns, is_named: Booleans, unknown: int, not_clustered: int) -> list[str]:
    found = []
    if not is_named.all():
        found.append(
            f"All {len(pairs):,} pairs are counted, and {is_named.sum():,} of them named: the "
            "surest false merges, the least likely misses, and of what is right a draw. What "
            "changed since an earlier page is told of those that both name."
        )
    if unknown:
        found.append(f"The truth says nothing of {unknown:,} records; they are left out.")
    if not_clustered:
        found.append(f"The truth has {not_clustered:,} ids that no cluster has; they are left out.")
    return found
