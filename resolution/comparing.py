"""The stages that find which mentions are alike: table, blocking, comparison, scoring.

Flows in: what the graph holds. Flows out: every pair that counts in this run, those compared now
and those an earlier run compared whose two sides stand as they were. A pair compared earlier counts
while it is a candidate still: so a run comes to what a full one would come to, even where new
records made a key too common to bring pairs together.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from actors.progress import Progress
from resolution.blocking.pairs import Candidates, candidates_since
from resolution.comparison import compare
from resolution.model import Model
from resolution.publishing.stored import State
from resolution.scoring import score
from resolution.table import mention_table

BATCH_PAIRS = 50_000
"""Pairs compared at a time: the features of a batch take some 20 MB."""

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ComparedPairs:
    """Pairs by the positions of their mentions, with score and blocking rules."""

    table: pa.Table
    """The mentions."""
    pairs: pa.Table
    """Columns left, right, rules."""
    scores: Scores
    candidates: int
    """How many pairs were compared in this run."""
    changed: int
    """How many mentions were new or had changed."""


def compared_pairs(state: State, model: Model, progress: Progress, *, full: bool) -> ComparedPairs:
    """Compare what is new or has changed with all there is; `full`: all with all."""
    published = {key: one.document.published_on for key, one in state.documents.items()}
    table = mention_table([stored.mention for stored in state.mentions], published)
    changed = [
        position for position, stored in enumerate(state.mentions) if full or not stored.is_compared
    ]
    former = [
        stored.former for stored in state.mentions if stored.former and not stored.is_compared
    ]
    found = candidates_since(table, model, changed, mention_table(former, published))
    fresh = found.pairs.filter(found.is_new)
    progress.stage("compare", fresh.num_rows)
    scores = _scores(table, fresh, model, progress)
    worth = scores >= model.thresholds.look
    kept, kept_scores = _kept(state, found)
    return ComparedPairs(
        table=table,
        pairs=pa.concat_tables([fresh.filter(pa.array(worth)), kept]),
        scores=np.concatenate([scores[worth], kept_scores]),
        candidates=fresh.num_rows,
        changed=len(changed),
    )


def _scores(table: pa.Table, pairs: pa.Table, model: Model, progress: Progress) -> Scores:
    found = [np.empty(0)]
    for first in range(0, pairs.num_rows, BATCH_PAIRS):
        batch = pairs.slice(first, BATCH_PAIRS)
        left, right = (batch.column(side).to_numpy() for side in ("left", "right"))
        found.append(score(compare(table, left, right, model.words), model))
        progress.advance(batch.num_rows)
    return np.concatenate(found)


def _kept(state: State, found: Candidates) -> tuple[pa.Table, Scores]:
    """Return the candidates that were such before and are stored: they were worth a look."""
    ids = [stored.mention.id for stored in state.mentions]
    # Without a rule, a pair was joined by a judgement or by its text, and never compared.
    stored = {(pair.left, pair.right): pair.score for pair in state.pairs if pair.rules}
    known = found.pairs.filter(pc.invert(found.is_new))
    left, right = (known.column(side).to_pylist() for side in ("left", "right"))
    scores = [stored.get((ids[one], ids[other])) for one, other in zip(left, right, strict=True)]
    is_stored = pa.array([score is not None for score in scores], pa.bool_())
    kept = np.array([score for score in scores if score is not None], dtype=np.float64)
    return known.filter(is_stored), kept
