"""Scored pairs in, the pairs between likely neighbours that blocking did not bring out.

Where blocking brings two of a cluster's three pairs, average linkage takes the third for unlike and
may tear it apart. Who is like a third is worth a look, whatever keys they share: such pairs are
few, and many of them matches. A record with very many likely neighbours stands among namesakes, and
closes nothing.
"""

import numpy as np

from resolution.compiled import compiled
from resolution.tables.keys import Integers, Numbers
from resolution.tables.scored import Floats, Scored

SHARE = 0.05
"""Of the budget of pairs, what candidates leave to these; a million persons need 4 parts of 100."""
_MOST_NEIGHBOURS = 60
_STEP = np.e
"""Where the budget has no room, what counts as likely rises: the doubt falls by this factor."""
_LEAST_DOUBT = 1e-9


def closing_pairs(
    pairs: Scored, size: int, threshold: float, most_pairs: int
) -> tuple[Integers, Integers]:
    """Return left and right numbers of pairs that share a likely neighbour, in order."""
    most_pairs = min(most_pairs, size * (size - 1) // 2)
    while most_pairs > 0 and 1.0 - threshold > _LEAST_DOUBT:
        neighbours = _neighbours(size, pairs.left, pairs.right, pairs.scores, threshold)
        left, right = np.empty((2, most_pairs), dtype=np.int32)
        found = _between(*neighbours, pairs.left, pairs.right, left, right)
        if found <= most_pairs:
            return left[:found].astype(np.int64), right[:found].astype(np.int64)
        threshold = 1.0 - (1.0 - threshold) / _STEP
    nothing = np.zeros(0, dtype=np.int64)
    return nothing, nothing


@compiled
def _neighbours(
    size: int, left: Numbers, right: Numbers, scores: Floats, threshold: float
) -> tuple[Integers, Numbers]:
    """Return where each record's likely neighbours begin, and them."""
    starts = np.zeros(size + 1, dtype=np.int64)
    for pair in range(len(scores)):
        if scores[pair] >= threshold:
            starts[left[pair] + 1] += 1
            starts[right[pair] + 1] += 1
    starts = np.cumsum(starts)
    filled = starts[:-1].copy()
    others = np.empty(starts[-1], dtype=np.int32)
    for pair in range(len(scores)):
        if scores[pair] >= threshold:
            one, other = left[pair], right[pair]
            others[filled[one]] = other
            others[filled[other]] = one
            filled[one] += 1
            filled[other] += 1
    return starts, others


@compiled
def _between(  # noqa: PLR0913, PLR0917  # compiled code knows arrays, not records
    starts: Integers,
    others: Numbers,
    known_left: Numbers,
    known_right: Numbers,
    lefts: Numbers,
    rights: Numbers,
) -> int:
    """Write the pairs two steps apart that are not known; return how many there are."""
    seen = np.full(len(starts) - 1, -1, dtype=np.int32)
    known, count = 0, 0
    for left in range(len(starts) - 1):
        while known < len(known_left) and known_left[known] == left:
            seen[known_right[known]] = left
            known += 1
        first = count
        for step in range(starts[left], starts[left + 1]):
            middle = others[step]
            if starts[middle + 1] - starts[middle] > _MOST_NEIGHBOURS:
                continue
            for place in range(starts[middle], starts[middle + 1]):
                right = others[place]
                if right > left and seen[right] != left:
                    seen[right] = left
                    if count < len(lefts):
                        lefts[count], rights[count] = left, right
                    count += 1
        if count <= len(lefts):
            rights[first:count] = np.sort(rights[first:count])
    return count
