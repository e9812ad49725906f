"""A model run over records: candidate pairs, their scores, clusters.

Of rows that are equal in all that is compared one stands for all, if the model takes them for one.
What blocking did not bring, but lies between likely neighbours, is compared before clustering.

Pairs are compared a batch at a time, so that memory holds what is known of each pair and the
features of one batch. What is found is handed to a workplace as it comes; a run that was
interrupted goes on from what stands there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from actors.progress import Progress
from resolution.tables.blocking import find_candidates
from resolution.tables.candidates import Candidates
from resolution.tables.closing import closing_pairs
from resolution.tables.clustering import Clusters, cluster_pairs
from resolution.tables.comparison import Comparison, feature_names
from resolution.tables.copies import copies_among
from resolution.tables.growth import grown
from resolution.tables.keys import Integers
from resolution.tables.model import TableModel
from resolution.tables.partners import have_one_partner
from resolution.tables.records import Records
from resolution.tables.scored import Gathering, Scored
from resolution.tables.scoring import pair_scores, scores
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
        comparison = Comparison(records, variables)
        ranks = ranks_of(records.ids)
        copies = copies_among(records, variables, model, comparison, at, ranks)
        distinct = copies.distinct(records) if copies else records
        comparison = comparison.among(distinct)
    with stages.stage("blocking"):
        found = _candidates(distinct, variables, model, comparison, workplace)
    with stages.stage("comparison", found.count):
        gathering = workplace or Gathering()
        for next_record, batch in _scored(
            found, gathering.next_record, comparison, variables, model
        ):
            gathering.add(next_record, batch)
            progress.advance(len(batch))
        pairs = gathering.gathered()
    with stages.stage("closing"):
        pairs = _closed(pairs, at, distinct, variables, model, comparison)
    with stages.stage("clustering"):
        clusters = cluster_pairs(
            len(distinct),
            pairs.left,
            pairs.right,
            pairs.scores,
            at,
            ranks=ranks[copies.standing] if copies else ranks,
            counts=copies.counts if copies else None,
            own_scores=copies.scores if copies else None,
        )
        if copies:
            pairs, clusters = copies.all_pairs(pairs), copies.all_clusters(clusters)
    return Resolved(pairs, clusters, _report(found, len(pairs), clusters, at, stages.seconds))


def _candidates(
    records: Records,
    variables: Sequence[Variable],
    model: TableModel,
    comparison: Comparison,
    workplace: Workplace | None,
) -> Candidates:
    known = workplace.candidates if workplace else None
    # With another threshold other copies may be left out, so that numbers mean other records.
    if known is not None and known.size == len(records):
        return known
    found = find_candidates(records, variables, model, comparison)
    if workplace:
        workplace.keep_candidates(found)
    return found


def _scored(
    found: Candidates,
    begin: int,
    comparison: Comparison,
    variables: Sequence[Variable],
    model: TableModel,
) -> Iterator[tuple[int, Scored]]:
    """Give the left record to go on from and the pairs before it, scored."""
    names = feature_names(variables)
    for next_record, left, right in found.batches(begin):
        likely = scores(comparison.features(left, right), names, model)
        yield next_record, Scored(left.astype(np.int32), right.astype(np.int32), likely)


def _closed(  # noqa: PLR0913, PLR0917  # pairs, what counts as likely, and how others are scored
    pairs: Scored,
    threshold: float,
    records: Records,
    variables: Sequence[Variable],
    model: TableModel,
    comparison: Comparison,
) -> Scored:
    """Return the pairs with those that the budget has room for between likely neighbours.

    With two tables these are of one table: where records have one partner at most, they are two.
    Without a budget a model compares what its rules bring, as dedupe's do.
    """
    if model.pairs_per_record is None:
        return pairs
    if records.second_begins and have_one_partner(pairs.left, pairs.right, pairs.scores):
        return pairs
    room = int(model.pairs_per_record * len(records)) - len(pairs)
    left, right = closing_pairs(pairs, len(records), threshold, room)
    likely = pair_scores(comparison, feature_names(variables), model, left, right)
    return pairs.and_more(Scored(left.astype(np.int32), right.astype(np.int32), likely))


def ranks_of(ids: Sequence[str]) -> Integers:
    """Return each record's place among the ids, which settle what comes first."""
    order = pc.sort_indices(pa.array(ids, pa.large_string())).to_numpy()
    ranks = np.empty(len(ids), dtype=np.int64)
    ranks[order] = np.arange(len(ids))
    return ranks


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
