"""Connected components of a graph of numbered nodes; compiled disjoint sets."""

import numpy as np
import numpy.typing as npt

from resolution.compiled import compiled

Integers = npt.NDArray[np.int64]


@compiled
def components(size: int, left: Integers, right: Integers) -> Integers:
    """Return for each of `size` nodes the smallest that it hangs together with."""
    parents = np.arange(size)
    for edge in range(len(left)):
        one, other = left[edge], right[edge]
        while parents[one] != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        while parents[other] != other:
            parents[other] = parents[parents[other]]
            other = parents[other]
        if one < other:
            parents[other] = one
        else:
            parents[one] = other
    for node in range(size):
        parents[node] = parents[parents[node]]
    return parents
