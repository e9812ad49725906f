"""Which pairs of mentions teach the sanctions model most: those it is least sure of, of every kind.

Flows in: a table of mentions and a model. Flows out: pairs in the order in which to ask. The pairs
nearest to the threshold are grouped by which features speak at all, and asked group by group in
turns: twenty pairs of namesakes without a birth date teach what one of them teaches. Pairs further
away wait until the doubtful ones of all groups are asked.
"""

from collections import Counter
from collections.abc import Collection, Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from actors.progress import Progress
from resolution.blocking import candidate_pairs
from resolution.comparison import compare
from resolution.labelling.session import Pair, ordered
from resolution.model import Model
from resolution.scoring import log_odds

_PAIRS_AT_ONCE = 50_000
_SPEAKS = 0.05
"""A feature below this says next to nothing."""
_NEAREST = 20_000
"""Pairs kept in mind, nearest to the threshold: more than anybody answers."""
_BANDS = (1.5, 4.0)
"""Distances from the threshold in log-odds within which pairs are asked in turns."""
_OFTEN = 2
"""Questions about one mention before others come first."""

Floats = npt.NDArray[np.float64]


def useful_pairs(
    table: pa.Table, model: Model, known: Collection[Pair], progress: Progress
) -> list[Pair]:
    """Return pairs nobody has judged, the most useful first."""
    candidates = candidate_pairs(table, model)
    left, right = (candidates.column(side).to_numpy() for side in ("left", "right"))
    progress.stage("comparison", len(left))
    threshold = _odds(model.thresholds.merge)
    doubts, kinds = [np.empty(0)], [np.empty(0, np.int64)]
    for first in range(0, len(left), _PAIRS_AT_ONCE):
        part = slice(first, first + _PAIRS_AT_ONCE)
        features = compare(table, left[part], right[part], model.words)
        doubts.append(np.abs(log_odds(features, model) - threshold))
        kinds.append(_kinds(features))
        progress.advance(len(features))
    doubt, kind = np.concatenate(doubts), np.concatenate(kinds)
    pairs = list(zip(left.tolist(), right.tolist(), strict=True))
    nearest = [row for row in np.argsort(doubt, kind="stable") if ordered(*pairs[row]) not in known]
    bands: list[dict[int, list[Pair]]] = [{} for _ in range(len(_BANDS) + 1)]
    for row in nearest[:_NEAREST]:
        band = bands[int(np.searchsorted(_BANDS, doubt[row]))]
        band.setdefault(int(kind[row]), []).append(pairs[row])
    return list(_often_last(pair for band in bands for pair in _in_turns(band)))


def _odds(probability: float) -> float:
    return float(np.log(probability / (1 - probability)))


def _kinds(features: Floats) -> npt.NDArray[np.int64]:
    """Return a number for each pair that tells which features speak."""
    speaks = np.abs(features) > _SPEAKS
    numbers: npt.NDArray[np.int64] = speaks @ (2 ** np.arange(features.shape[1], dtype=np.int64))
    return numbers


def _in_turns(by_kind: dict[int, list[Pair]]) -> Iterator[Pair]:
    """Yield the first pair of each kind, then the second of each; nearest kinds first."""
    longest = max(map(len, by_kind.values()), default=0)
    for turn in range(longest):
        yield from (pairs[turn] for pairs in by_kind.values() if turn < len(pairs))


def _often_last(pairs: Iterator[Pair]) -> Iterator[Pair]:
    asked: Counter[int] = Counter()
    later = []
    for left, right in pairs:
        if max(asked[left], asked[right]) < _OFTEN:
            asked.update((left, right))
            yield left, right
        else:
            later.append((left, right))
    yield from later
