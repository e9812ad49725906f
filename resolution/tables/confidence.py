"""How sure each record is of its cluster: the mean of its scores to the others in it.

A pair that was not compared counts 0, a judged one 1, and one that was given twice counts once.
"""

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.integer]
Floats = npt.NDArray[np.float64]


def confidence(  # noqa: PLR0913, PLR0917  # clusters, pairs, judgements, copies
    numbers: npt.NDArray[np.int32],
    left: Numbers,
    right: Numbers,
    scores: Floats,
    must: Integers,
    counts: Integers,
    own: Floats,
) -> Floats:
    """Return it for each record, 1 for one that is alone.

    A record stands for `counts` copies; `own` is the sum of its scores to the others of them.
    """
    size = len(numbers)
    inside = numbers[left] == numbers[right]
    ends = np.concatenate([np.stack([left[inside], right[inside]], axis=1), must])
    shares = np.concatenate([scores[inside], np.ones(len(must))])
    ends, shares = _best_of_each(ends.astype(np.int64), shares, size)
    sums = own.copy()
    for one, other in (ends.T, ends[:, ::-1].T):
        sums += np.bincount(one, shares * counts[other], size)
    others = np.bincount(numbers, counts, 1)[numbers] - 1
    return np.where(others > 0, np.minimum(sums / np.maximum(others, 1), 1.0), 1.0)


def _best_of_each(ends: Integers, shares: Floats, size: int) -> tuple[Integers, Floats]:
    """Return each pair once, with its best score."""
    pair = ends.min(axis=1) * size + ends.max(axis=1)
    order = np.lexsort((-shares, pair))
    is_first = np.diff(pair[order], prepend=-1) != 0
    return ends[order][is_first], shares[order][is_first]
