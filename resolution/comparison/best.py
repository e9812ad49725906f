"""The best pair of the names of two mentions: all combinations measured, one of each pair chosen.

Rows of the mention table in, arrays over combinations out. A weak alias is taken only where it is
clearly the better one.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from resolution.comparison.alignment import align
from resolution.comparison.values import (
    Floats,
    Integers,
    Lists,
    Products,
    distinct,
    numbered,
    products,
)
from resolution.model import WordCounts

_WEAK_MALUS = 0.05


@dataclass(frozen=True, slots=True)
class NamePairs:
    """Every combination of the two sides' names for each pair, measured; and the best of each."""

    combined: Products
    names: Lists
    measured: Floats
    is_weak: npt.NDArray[np.bool_]
    are_primary: npt.NDArray[np.bool_]
    best: Integers
    """Where each pair's best combination lies; -1 where a side has no name."""

    @property
    def ends(self) -> tuple[Integers, Integers]:
        """The numbers of each pair's two best names."""
        numbers, best = self.names.numbers, self.best
        return numbers[self.combined.left[best]], numbers[self.combined.right[best]]


def name_pairs(table: pa.Table, left: Integers, right: Integers, words: WordCounts) -> NamePairs:
    """Compare all names of the two sides, each distinct pair of names once."""
    names = numbered(table.column("names"))
    weak, primary = (
        table.column(name).combine_chunks().flatten().to_numpy(zero_copy_only=False).astype(bool)
        for name in ("weak_names", "primary_names")
    )
    combined = products(names, left, right)
    pairs = distinct(names.numbers[combined.left], names.numbers[combined.right], len(names.values))
    measured = align(names.values, pairs.smaller, pairs.larger, words)[pairs.inverse]
    is_weak = weak[combined.left] | weak[combined.right]
    merit = measured[:, 0] - _WEAK_MALUS * is_weak
    return NamePairs(
        combined=combined,
        names=names,
        measured=measured,
        is_weak=is_weak,
        are_primary=primary[combined.left] & primary[combined.right],
        best=_best(combined.pair, merit, pairs.inverse, len(left)),
    )


def _best(pair: Integers, merit: Floats, spelling: Integers, pairs: int) -> Integers:
    """Return where each pair's best combination lies; -1 where it has none.

    At a tie the alphabet decides, so that left and right never do.
    """
    order = np.lexsort((spelling, -merit, pair))
    firsts = np.full(pairs, -1, dtype=np.int64)
    owners, starts = np.unique(pair[order], return_index=True)
    firsts[owners] = order[starts]
    return firsts
