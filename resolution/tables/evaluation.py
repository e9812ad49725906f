"""Clusters held against the truth: agreement on pairs, on records and on whole clusters.

All figures follow from how many records each found and each true cluster share, so nothing here
grows with the number of pairs. Records of which the truth says nothing are left out and counted.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and their harmonic mean; None where there is nothing to divide by."""

    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class ClusterEvaluation:
    """How well found clusters agree with true ones."""

    records: int
    not_in_truth: int
    """Records left out, since the truth says nothing of them."""
    not_in_clusters: int
    """Ids of the truth that were not clustered, left out as well."""
    clusters: int
    true_clusters: int
    exact_clusters: int
    """Found clusters that are true ones, to the last record."""
    largest_cluster: int
    found_pairs: int
    true_pairs: int
    common_pairs: int
    pairs: Agreement
    exact: Agreement
    """Whole clusters: of the found ones the share that is true, of the true ones that is found."""
    exact_with_company: Agreement
    """Likewise, of clusters of two records and more."""
    b_cubed: Agreement
    """The average over records of how pure and how complete their clusters are."""


def evaluate(found: Integers, truth: Integers, not_in_clusters: int = 0) -> ClusterEvaluation:
    """Compare the clusters of records, by number; a truth below 0 is none.

    >>> evaluate(np.array([0, 0, 1, 1]), np.array([5, 5, 5, 6])).pairs
    Agreement(precision=0.5, recall=0.3333333333333333, f1=0.4)
    """
    known = truth >= 0
    found_of, true_of = (_counted(numbers[known]) for numbers in (found, truth))
    pair = found_of.numbers * len(true_of.sizes) + true_of.numbers
    shared_pairs, shared = np.unique(pair, return_counts=True)
    found_sizes = found_of.sizes[shared_pairs // max(len(true_of.sizes), 1)]
    true_sizes = true_of.sizes[shared_pairs % max(len(true_of.sizes), 1)]
    is_exact = (shared == found_sizes) & (shared == true_sizes)
    has_company = is_exact & (shared > 1)
    records = int(known.sum())
    pairs = [_pairs(sizes) for sizes in (found_of.sizes, true_of.sizes, shared)]
    return ClusterEvaluation(
        records=records,
        not_in_truth=len(truth) - records,
        not_in_clusters=not_in_clusters,
        clusters=len(found_of.sizes),
        true_clusters=len(true_of.sizes),
        exact_clusters=int(is_exact.sum()),
        largest_cluster=int(found_of.sizes.max(initial=0)),
        found_pairs=pairs[0],
        true_pairs=pairs[1],
        common_pairs=pairs[2],
        pairs=_agreement(pairs[2], pairs[0], pairs[1]),
        exact=_agreement(int(is_exact.sum()), len(found_of.sizes), len(true_of.sizes)),
        exact_with_company=_agreement(
            int(has_company.sum()),
            int((found_of.sizes > 1).sum()),
            int((true_of.sizes > 1).sum()),
        ),
        b_cubed=_b_cubed(
            float((shared * shared / found_sizes).sum()),
            float((shared * shared / true_sizes).sum()),
            records,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    numbers: Integers
    """Each record's cluster, counted from 0 without gaps."""
    sizes: Integers


def _counted(clusters: Integers) -> _Counted:
    _, numbers, sizes = np.unique(clusters, return_inverse=True, return_counts=True)
    return _Counted(numbers.astype(np.int64), sizes.astype(np.int64))


def _pairs(sizes: Integers) -> int:
    return int((sizes * (sizes - 1) // 2).sum())


def _agreement(common: int, found: int, true: int) -> Agreement:
    return Agreement(
        common / found if found else None,
        common / true if true else None,
        2 * common / (found + true) if found + true else None,
    )


def _b_cubed(pure: float, complete: float, records: int) -> Agreement:
    if not records:
        return Agreement(None, None, None)
    precision, recall = pure / records, complete / records
    return Agreement(precision, recall, 2 * precision * recall / (precision + recall))
