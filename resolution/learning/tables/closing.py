"""Pairs that the pool lacks and clusters need: those between the neighbours of a drawn record.

Of a drawn record all candidates are in the pool, but not the candidates of these. Average linkage
would take what is missing for unlike, and tear apart in training what it keeps together in a run.
"""

import numpy as np

from resolution.learning.tables.keys import Keys, blocks_of, pairs_of
from resolution.learning.tables.pool import Pool
from resolution.learning.tables.regression import Booleans
from resolution.tables.variables import Integers

_MOST_NEIGHBOURS = 60
"""Who has more is in a crowd; its square would cost more than it teaches."""


def closing_pairs(
    pool: Pool, is_likely: Booleans, second_begins: int | None
) -> tuple[Integers, Integers]:
    """Return the pairs between likely neighbours of drawn records that the pool does not hold."""
    size = len(pool.is_drawn)
    left, right = pool.left[is_likely], pool.right[is_likely]
    ends, others = np.append(left, right), np.append(right, left)
    drawn = pool.is_drawn[ends]
    neighbours = Keys(others[drawn].astype(np.int32), ends[drawn], size)
    blocks = blocks_of(neighbours, second_begins)
    found = pairs_of(blocks, blocks.sizes <= _MOST_NEIGHBOURS, second_begins)
    codes = np.unique(found[0] * size + found[1])
    codes = codes[~np.isin(codes, pool.left * size + pool.right)]
    return codes // size, codes % size
