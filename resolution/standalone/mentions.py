"""Tables in the interchange format (docs/mentions.md), resolved by the sanctions model.

The engine is that of `dramatis resolve`, without a database. A record is known as
`source:record_id`, or by its `record_id` where it names no source; the rule on records of one list
holds for records that name theirs. Of two tables only pairs across are compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from actors.progress import Progress
from resolution.blocking import candidate_pairs
from resolution.clustering import Clustering, cluster
from resolution.comparison import compare
from resolution.model import Model
from resolution.scoring import score
from resolution.standalone.discerning import swallowed
from resolution.standalone.mention_tables import MentionTable, read_mentions
from resolution.standalone.running import Outputs, ScoredPairs, check_apart
from resolution.tables.clustering import Clusters
from resolution.tables.files import read_pairs, write_scores
from resolution.tables.scored import Scored
from resolution.tables.stages import Stages

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_PAIRS_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True)
class MentionsReport:
    """What a run over mentions did."""

    records: int
    pairs: int
    clusters: int
    largest: int
    """The records of the largest cluster."""
    held_apart: int
    """Likely pairs that the rule on records of one list holds apart."""
    threshold: float
    seconds: dict[str, float]
    """CPU time of each stage."""
    warnings: tuple[str, ...] = ()
    """What makes the result doubtful, in sentences."""


def run_mentions(
    tables: Sequence[Path],
    model: Model,
    outputs: Outputs,
    progress: Progress,
    *,
    threshold: float | None = None,
) -> MentionsReport:
    """Put together the records that are one actor, and write who is with whom."""
    outputs.check(tables)
    at = model.thresholds.merge if threshold is None else threshold
    stages = Stages(progress)
    with stages.stage("read"):
        table = read_mentions(tables)
    with stages.stage("blocking"):
        left, right = candidates(table, model)
    with stages.stage("comparison", len(left)):
        scores = scores_of(table, model, left, right, progress)
    with stages.stage("clustering"):
        clustering = clustered(table, model, left, right, scores, at)
    with stages.stage("write"):
        found = clustering.assignments
        clusters = Clusters(
            found.column("cluster").to_numpy().astype(np.int32), found.column("score").to_numpy()
        )
        compared = Scored(left.astype(np.int32), right.astype(np.int32), scores)
        outputs.write(table.ids, compared, clusters)
    sizes = np.unique(clusters.numbers, return_counts=True)[1]
    records, largest = len(table.ids), int(sizes.max())
    doubt = swallowed(records, largest, at)
    return MentionsReport(
        records=records,
        pairs=len(left),
        clusters=len(sizes),
        largest=largest,
        held_apart=clustering.held_apart,
        threshold=at,
        seconds=stages.seconds,
        warnings=(doubt,) if doubt else (),
    )


def score_mentions(
    tables: Sequence[Path], pairs: Path, model: Model, output: Path, progress: Progress
) -> ScoredPairs:
    """Score the pairs of a file, in its order."""
    check_apart([output], [*tables, pairs])
    progress.stage("read")
    table = read_mentions(tables)
    left, right = read_pairs(pairs, table.ids)
    progress.stage("comparison", len(left))
    write_scores(output, table.ids, left, right, scores_of(table, model, left, right, progress))
    return ScoredPairs(len(left), str(output))


def candidates(table: MentionTable, model: Model) -> tuple[Integers, Integers]:
    """Return the pairs that rules bring together; of two tables those across."""
    pairs = candidate_pairs(table.rows, model)
    left, right = (pairs.column(side).to_numpy().astype(np.int64) for side in ("left", "right"))
    if table.second_begins is None:
        return left, right
    across = (left < table.second_begins) & (right >= table.second_begins)
    return left[across], right[across]


def scores_of(
    table: MentionTable, model: Model, left: Integers, right: Integers, progress: Progress
) -> Floats:
    """Return the probability that each pair is one."""
    found = [np.empty(0)]
    for first in range(0, len(left), _PAIRS_AT_ONCE):
        part = slice(first, first + _PAIRS_AT_ONCE)
        features = compare(table.rows, left[part], right[part], model.words)
        found.append(score(features, model))
        progress.advance(len(found[-1]))
    return np.concatenate(found)


def clustered(  # noqa: PLR0913, PLR0917  # scored pairs, and what decides on them
    table: MentionTable,
    model: Model,
    left: Integers,
    right: Integers,
    scores: Floats,
    threshold: float,
) -> Clustering:
    """Put together what is likely to be one, as the rule on records of one list allows."""
    likely = scores >= min(threshold, model.thresholds.look)
    pairs = pa.table({"left": left[likely], "right": right[likely]})
    return cluster(table.rows, pairs, scores[likely], threshold=threshold)
