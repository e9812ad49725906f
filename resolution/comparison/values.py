"""Values numbered once and lists laid out flat, so that each distinct pair is compared once.

Mentions hold lists (of names, dates, numbers). A pair of mentions becomes the product of its two
lists; equal products are compared once and the results are spread back over the pairs.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lists:
    """A column of lists: where each row's values begin, their numbers, and the distinct values.

    Numbers follow the alphabet: of two values the smaller number is the smaller string, whatever
    table they came from.
    """

    starts: Integers
    lengths: Integers
    numbers: Integers
    values: list[str]


def numbered(column: pa.ChunkedArray) -> Lists:
    """Return the values of a list column with a number each."""
    lists = column.combine_chunks()
    flat = lists.flatten()
    values = sorted(pc.unique(flat).to_pylist())
    numbers = pc.index_in(flat, pa.array(values, pa.string())).to_numpy(zero_copy_only=False)
    offsets = lists.offsets.to_numpy().astype(np.int64)
    starts = offsets - offsets[0]
    return Lists(starts[:-1], np.diff(starts), numbers.astype(np.int64), values)


@dataclass(frozen=True, slots=True)
class Products:
    """All combinations of values for each pair: whose they are, and where they lie in the lists."""

    pair: Integers
    left: Integers
    right: Integers


def products(lists: Lists, left: Integers, right: Integers) -> Products:
    """Lay out every combination of the left's and the right's values, pair after pair."""
    columns = lists.lengths[right]
    sizes = lists.lengths[left] * columns
    pair = np.repeat(np.arange(len(left), dtype=np.int64), sizes)
    within = np.arange(len(pair), dtype=np.int64) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    width = np.maximum(columns[pair], 1)
    return Products(
        pair, lists.starts[left][pair] + within // width, lists.starts[right][pair] + within % width
    )


@dataclass(frozen=True, slots=True)
class Distinct:
    """Distinct unordered pairs of numbers, and which of them each combination is."""

    smaller: Integers
    larger: Integers
    inverse: Integers


def distinct(left: Integers, right: Integers, size: int) -> Distinct:
    """Find the distinct pairs among combinations of numbers below `size`, in either order."""
    codes = np.minimum(left, right) * size + np.maximum(left, right)
    unique, inverse = np.unique(codes, return_inverse=True)
    return Distinct(unique // size, unique % size, inverse.reshape(-1))


def largest(values: Floats, pair: Integers, pairs: int, *, missing: float = 0.0) -> Floats:
    """Return the largest value of each pair's combinations, `missing` where it has none."""
    found = np.full(pairs, -np.inf)
    np.maximum.at(found, pair, values)
    return np.where(np.isneginf(found), missing, found)
