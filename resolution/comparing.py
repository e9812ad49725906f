"""The stages that find which mentions are alike: table, blocking, comparison, scoring.

Flows in: what the graph holds. Flows out: every pair that counts in this run, those compared now
and those an earlier run compared whose two sides stand as they were.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from actors.progress import Progress
from resolution.blocking.pairs import PAIRS, candidate_pairs
from resolution.comparison import compare
from resolution.model import Model
from resolution.publishing.stored import State
from resolution.scoring import score
from resolution.table import mention_table

BATCH_PAIRS = 50_000
"""Pairs compared at a time: the features of a batch take some 20 MB."""


@dataclass(frozen=True, slots=True)
class ComparedPairs:
    """Pairs by the positions of their mentions, with score and blocking rules."""

    table: pa.Table
    """The mentions."""
    pairs: pa.Table
    """Columns left, right, rules."""
    scores: npt.NDArray[np.float64]
    candidates: int
    """How many pairs were compared in this run."""
    changed: int
    """How many mentions were new or had changed."""


def compared_pairs(state: State, model: Model, progress: Progress, *, full: bool) -> ComparedPairs:
    """Compare what is new or has changed with all there is; `full`: all with all."""
    published = {key: one.document.published_on for key, one in state.documents.items()}
    table = mention_table([stored.mention for stored in state.mentions], published)
    changed = {
        position
        for position, stored in enumerate(state.mentions)
        if full or not stored.is_compared
    }
    candidates = candidate_pairs(table, model, changed=None if full else changed)
    progress.stage("compare", candidates.num_rows)
    scores = _scores(table, candidates, model, progress)
    worth = pa.array(scores >= model.thresholds.look)
    kept, kept_scores = _kept(state, changed)
    return ComparedPairs(
        table=table,
        pairs=pa.concat_tables([candidates.filter(worth), kept]),
        scores=np.concatenate([scores[scores >= model.thresholds.look], kept_scores]),
        candidates=candidates.num_rows,
        changed=len(changed),
    )


def _scores(
    table: pa.Table, pairs: pa.Table, model: Model, progress: Progress
) -> npt.NDArray[np.float64]:
    found = [np.empty(0)]
    for first in range(0, pairs.num_rows, BATCH_PAIRS):
        batch = pairs.slice(first, BATCH_PAIRS)
        left, right = (batch.column(side).to_numpy() for side in ("left", "right"))
        found.append(score(compare(table, left, right, model.words), model))
        progress.advance(batch.num_rows)
    return np.concatenate(found)


def _kept(state: State, changed: set[int]) -> tuple[pa.Table, npt.NDArray[np.float64]]:
    position = {stored.mention.id: number for number, stored in enumerate(state.mentions)}
    pairs = [
        (position[pair.left], position[pair.right], list(pair.rules), pair.score)
        for pair in state.pairs
        if position[pair.left] not in changed and position[pair.right] not in changed
    ]
    rows = [{"left": left, "right": right, "rules": rules} for left, right, rules, _ in pairs]
    scores = np.array([score for *_, score in pairs], dtype=np.float64)
    return pa.Table.from_pylist(rows, schema=PAIRS), scores
