"""Scored pairs of records in, the rows of a graph of voices out, compiled.

Records that a judgement binds are one voice, and a pair of voices has the best score of any of
their records' pairs. Pairs are counted, then written row by row: no copy of them is sorted.
"""

import numpy as np
import numpy.typing as npt

from resolution.compiled import compiled
from resolution.tables.linkage import NEVER, Rows

Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]

_NONE = -1


@compiled
def rows_of(  # noqa: PLR0913, PLR0917  # compiled code knows arrays, not records
    left: Numbers,
    right: Numbers,
    scores: Floats,
    cannot: Numbers,
    voices: Numbers,
    component: Integers,
    weights: Integers,
    least: float,
    whole: int,
) -> Rows:
    """Return the pairs within components from the `least` score on, 1 being the number `whole`.

    No score is certain: the highest is one less than `whole`, so that with a pair that is missing
    it makes less than an even chance.
    `voices` are those of records, `component` and `weights` those of voices; `cannot` has the pairs
    of voices that may never be one.
    """
    counts = np.zeros(len(weights) + 1, dtype=np.int64)
    for pair in range(len(scores)):
        if scores[pair] >= least:
            _count(counts, component, voices[left[pair]], voices[right[pair]])
    for pair in range(len(cannot)):
        _count(counts, component, cannot[pair, 0], cannot[pair, 1])
    begins = np.cumsum(counts)
    ends = begins[:-1].copy()
    others = np.empty(begins[-1], dtype=np.int32)
    rows = Rows(begins[:-1], ends, others, np.empty(begins[-1], dtype=np.int64))
    for pair in range(len(scores)):
        if scores[pair] >= least:
            score = min(int(scores[pair] * whole + 0.5), whole - 1)
            _add(rows, component, voices[left[pair]], voices[right[pair]], score)
    for pair in range(len(cannot)):
        _add(rows, component, cannot[pair, 0], cannot[pair, 1], NEVER)
    _keep_best(rows, weights)
    return rows


@compiled
def _count(counts: Integers, component: Integers, one: int, other: int) -> None:
    if one != other and component[one] == component[other]:
        counts[one + 1] += 1
        counts[other + 1] += 1


@compiled
def _add(rows: Rows, component: Integers, one: int, other: int, score: int) -> None:
    if one != other and component[one] == component[other]:
        rows.others[rows.ends[one]], rows.sums[rows.ends[one]] = other, score
        rows.others[rows.ends[other]], rows.sums[rows.ends[other]] = one, score
        rows.ends[one] += 1
        rows.ends[other] += 1


@compiled
def _keep_best(rows: Rows, weights: Integers) -> None:
    """Leave each pair of voices once in a row, and weigh it."""
    places = np.full(len(weights), _NONE)
    for node in range(len(weights)):
        end = rows.begins[node]
        for place in range(rows.begins[node], rows.ends[node]):
            other, score = rows.others[place], rows.sums[place]
            if places[other] >= rows.begins[node]:
                known = places[other]
                worse, better = min(rows.sums[known], score), max(rows.sums[known], score)
                rows.sums[known] = better if worse >= 0 else NEVER
                continue
            rows.others[end], rows.sums[end] = other, score
            places[other] = end
            end += 1
        rows.ends[node] = end
        for place in range(rows.begins[node], end):
            if rows.sums[place] != NEVER:
                rows.sums[place] *= weights[node] * weights[rows.others[place]]
