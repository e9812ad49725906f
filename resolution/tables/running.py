"""A model run over records: candidate pairs, their scores, clusters.

Of rows that are equal in all that is compared one stands for all, if the model takes them for one.
What blocking did not bring, but lies between likely neighbours, is compared before clustering.

Pairs are compared a batch at a time, so that memory holds what is known of each pair and the
features of one batch. What is found is handed to a workplace as it comes; a run that was
interrupted goes on from what stands there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from actors.progress import Progress
from resolution.tables.candidates import Candidates
from resolution.tables.clustering import Clusters
from resolution.tables.comparison import Comparison
from resolution.tables.ground import Ground, ground_of
from resolution.tables.growth import grown
from resolution.tables.model import TableModel
from resolution.tables.records import Records
from resolution.tables.scored import Gathering, Scored
from resolution.tables.stages import Stages
from resolution.tables.variables import Variable
from resolution.tables.workplace import Workplace


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did, for the person who started it."""

    records: int
    pairs: int
    clusters: int
    largest: int
    """The records of the largest cluster."""
    threshold: float
    crowded_keys: int
    """Keys that more records share than their rules allow; they bring no pairs."""
    blocks: int
    """Keys that bring pairs."""
    blocks_beyond_budget: int
    """Keys left out, from those that most records share, to keep the budget of pairs."""
    seconds: dict[str, float]
    """CPU time of each stage."""
    pairs_by_rules: int = 0
    """How many of the pairs the rules bring; others are between likely neighbours, or of rows that
    are equal."""
    warnings: tuple[str, ...] = ()
    """What makes the result doubtful, in sentences."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is who in a table, and the pairs that say so."""

    pairs: Scored
    clusters: Clusters
    report: RunReport


def run(  # noqa: PLR0913  # what a run decides on, and who watches
    records: Records,
    variables: Sequence[Variable],
    model: TableModel,
    progress: Progress,
    *,
    threshold: float | None = None,
    workplace: Workplace | None = None,
) -> Resolved:
    """Find who is who among the records; `threshold` takes the place of the model's."""
    stages = Stages(progress)
    model = grown(model, len(records))
    at = model.threshold if threshold is None else threshold
    with stages.stage("preparation"):
        ground = ground_of(records, variables, model, Comparison(records, variables), at)
    with stages.stage("blocking"):
        found = _candidates(ground, workplace)
    with stages.stage("comparison", found.count):
        gathering = workplace or Gathering()
        for next_record, batch in ground.scored(found, gathering.next_record):
            gathering.add(next_record, batch)
            progress.advance(len(batch))
        pairs = gathering.gathered()
    with stages.stage("closing"):
        pairs = ground.closed(pairs, at)
    with stages.stage("clustering"):
        pairs, clusters = ground.clustered(pairs, at)
    return Resolved(pairs, clusters, _report(found, len(pairs), clusters, at, stages.seconds))


def _candidates(ground: Ground, workplace: Workplace | None) -> Candidates:
    known = workplace.candidates if workplace else None
    # With another threshold other copies may be left out, so that numbers mean other records.
    if known is not None and known.size == len(ground.records):
        return known
    found = ground.candidates()
    if workplace:
        workplace.keep_candidates(found)
    return found


def _report(
    found: Candidates, pairs: int, clusters: Clusters, threshold: float, seconds: dict[str, float]
) -> RunReport:
    return RunReport(
        records=len(clusters.numbers),
        pairs=pairs,
        clusters=int(clusters.numbers.max(initial=-1)) + 1,
        largest=clusters.largest,
        threshold=threshold,
        crowded_keys=sum(found.blocks.crowded),
        blocks=found.kept,
        blocks_beyond_budget=len(found.blocks) - found.kept,
        seconds=seconds,
        pairs_by_rules=found.count,
    )
