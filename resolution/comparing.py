"""The stages that find which mentions are alike: keys, candidates, comparison, scoring.

Flows in: what the graph holds. Flows out: the pairs that this run decides on. A pair that an
earlier run compared counts on while both its sides stand as they were and it is a candidate still:
so a run comes to what a full one would come to, even where new records made a key too common to
bring pairs together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from actors.progress import Progress
from resolution.blocking import block_keys
from resolution.incremental.candidates import Found, found_candidates
from resolution.incremental.keys import Keyed, keyed_mentions, mention_ties
from resolution.model import Model
from resolution.prospects import compare_as_needed
from resolution.scoring import score
from resolution.state import State, StoredPair
from resolution.table import mention_table

BATCH_PAIRS = 50_000
"""Pairs compared at a time: the features of a batch take some 20 MB."""

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ComparedPairs:
    """What this run found of the pairs that a change may have touched."""

    keyed: Keyed
    """All mentions."""
    former_ties: tuple[tuple[str, int], ...]
    """What tied changed mentions as they were, with their places."""
    found: Found
    pairs: tuple[StoredPair, ...]
    """The candidates worth a look among those found."""
    candidates: int
    """How many pairs were compared in this run."""
    changed: int
    """How many mentions were new or had changed."""


def compared_pairs(
    state: State, model: Model, progress: Progress, *, full: bool, folder: Path | None = None
) -> ComparedPairs:
    """Compare what is new or has changed with all there is; `full`: all with all.

    `folder` is where the keys of earlier runs are kept.
    """
    mentions = state.mentions
    changed = [place for place, stored in enumerate(mentions) if full or not stored.is_compared]
    former = {place: one for place in changed if (one := mentions[place].former)}
    former_rows = mention_table(list(former.values()), {})
    keyed = keyed_mentions(mentions, model, folder, anew=full)
    former_keys = block_keys(former_rows, model.blocking)
    found = found_candidates(keyed.keys, former_keys, changed, len(mentions), model)
    fresh = found.pairs.filter(pa.array(found.is_new))
    progress.stage("compare", fresh.num_rows)
    left, right = (fresh.column(side).to_numpy() for side in ("left", "right"))
    rows = np.unique(np.concatenate([left, right])).astype(np.int64)
    table = keyed.rows(state, rows.tolist())
    scores = _scores(
        table, np.searchsorted(rows, left), np.searchsorted(rows, right), model, progress
    )
    worth = scores >= model.thresholds.look
    return ComparedPairs(
        keyed=keyed,
        former_ties=tuple(
            (tie, place)
            for place, ties in zip(former, mention_ties(former_rows), strict=True)
            for tie in ties
        ),
        found=found,
        pairs=(
            *_pairs(state, fresh.filter(pa.array(worth)), scores[worth].tolist()),
            *_kept(state, found),
        ),
        candidates=fresh.num_rows,
        changed=len(changed),
    )


def _scores(
    table: pa.Table,
    left: npt.NDArray[np.int64],
    right: npt.NDArray[np.int64],
    model: Model,
    progress: Progress,
) -> Scores:
    found = [np.empty(0)]
    for first in range(0, len(left), BATCH_PAIRS):
        batch = slice(first, first + BATCH_PAIRS)
        found.append(score(compare_as_needed(table, left[batch], right[batch], model), model))
        progress.advance(len(left[batch]))
    return np.concatenate(found)


def _pairs(state: State, pairs: pa.Table, scores: Sequence[float]) -> list[StoredPair]:
    ids = [stored.mention.id for stored in state.mentions]
    columns = (pairs.column(name).to_pylist() for name in ("left", "right", "rules"))
    return [
        StoredPair(ids[left], ids[right], one, joins=False, rules=tuple(rules))
        for left, right, rules, one in zip(*columns, scores, strict=True)
    ]


def _kept(state: State, found: Found) -> list[StoredPair]:
    """Return the candidates that were such before and are stored: they were worth a look."""
    known = found.pairs.filter(pa.array(~found.is_new))
    if not known.num_rows:
        return []
    # Without a rule, a pair was joined by a judgement or by its text, and never compared.
    scores = {(pair.left, pair.right): pair.score for pair in state.pairs if pair.rules}
    return [
        replace(pair, score=scores[pair.left, pair.right])
        for pair in _pairs(state, known, [0.0] * known.num_rows)
        if (pair.left, pair.right) in scores
    ]
