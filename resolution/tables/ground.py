"""What a model decides on a table, apart from how a run is watched and resumed.

Records and a model in; at a threshold, scored candidates become clusters. A run decides here, and
so does training when it asks which threshold is best: what it expects is what a run does, since
nobody else knows which rows stand for others, whether records have one partner at most, what is
closed, and with how much room.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from resolution.tables.blocking import find_candidates
from resolution.tables.candidates import Candidates
from resolution.tables.closing import closing_pairs
from resolution.tables.clustering import Clusters, cluster_pairs
from resolution.tables.comparison import Comparison, feature_names
from resolution.tables.copies import Copies, copies_among
from resolution.tables.keys import Integers
from resolution.tables.model import TableModel
from resolution.tables.partners import have_one_partner
from resolution.tables.records import Records
from resolution.tables.scored import Floats, Gathering, Scored
from resolution.tables.scoring import pair_scores
from resolution.tables.variables import Variable

Scoring = Callable[[Integers, Integers], Floats]
"""Left and right records in, the probability that each pair is one out."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The records that are compared, of equal ones the one that stands for all, and how."""

    records: Records
    variables: Sequence[Variable]
    model: TableModel
    comparison: Comparison
    copies: Copies | None
    ranks: Integers
    """Each record's place among the ids, which settle what comes first."""

    def candidates(self) -> Candidates:
        """Return the pairs that the rules bring within the budget."""
        return find_candidates(self.records, self.variables, self.model, self.comparison)

    def scored(self, found: Candidates, begin: int = 0) -> Iterator[tuple[int, Scored]]:
        """Give the left record to go on from and the pairs before it, scored."""
        for next_record, left, right in found.batches(begin):
            likely = self.scores(left, right)
            yield next_record, Scored(left.astype(np.int32), right.astype(np.int32), likely)

    def gathered(self, found: Candidates) -> Scored:
        """Return all of these pairs, scored."""
        gathering = Gathering()
        for next_record, batch in self.scored(found):
            gathering.add(next_record, batch)
        return gathering.gathered()

    def scores(self, left: Integers, right: Integers) -> Floats:
        """Return the probability that each pair is one."""
        return pair_scores(self.comparison, feature_names(self.variables), self.model, left, right)

    def has_one_partner(self, candidates: Scored) -> bool:
        """Tell whether these are two tables whose records have one partner at most."""
        return self.records.second_begins is not None and have_one_partner(
            candidates.left, candidates.right, candidates.scores
        )

    def closes(self, candidates: Scored) -> bool:
        """Tell whether what lies between likely neighbours is compared too.

        With two tables it is of one: where records have one partner at most, no two of them are
        one. Without a budget a model compares what its rules bring, as dedupe's do.
        """
        return self.model.pairs_per_record is not None and not self.has_one_partner(candidates)

    def closed(self, candidates: Scored, threshold: float, scores: Scoring | None = None) -> Scored:
        """Return the candidates with those that the budget has room for between likely neighbours.

        `scores` may take the place of the ground's own, to remember what it has compared.
        """
        if self.model.pairs_per_record is None or not self.closes(candidates):
            return candidates
        room = int(self.model.pairs_per_record * len(self.records)) - len(candidates)
        left, right = closing_pairs(candidates, len(self.records), threshold, room)
        likely = (scores or self.scores)(left, right)
        return candidates.and_more(Scored(left.astype(np.int32), right.astype(np.int32), likely))

    def clustered(self, pairs: Scored, threshold: float) -> tuple[Scored, Clusters]:
        """Return the pairs and the clusters of all records, copies among them."""
        copies = self.copies
        clusters = cluster_pairs(
            len(self.records),
            pairs.left,
            pairs.right,
            pairs.scores,
            threshold,
            ranks=self.ranks,
            counts=copies.counts if copies else None,
            own_scores=copies.scores if copies else None,
        )
        if copies is None:
            return pairs, clusters
        return copies.all_pairs(pairs), copies.all_clusters(clusters)


def ground_of(
    records: Records,
    variables: Sequence[Variable],
    model: TableModel,
    comparison: Comparison,
    threshold: float,
) -> Ground:
    """Return what is compared at a threshold, from which a row and its copy are one."""
    ranks = ranks_of(records.ids)
    copies = copies_among(records, variables, model, comparison, threshold, ranks)
    if copies is None:
        return Ground(records, variables, model, comparison, None, ranks)
    distinct = copies.distinct(records)
    among = comparison.among(distinct)
    return Ground(distinct, variables, model, among, copies, ranks[copies.standing])


def ranks_of(ids: Sequence[str]) -> Integers:
    """Return each record's place among the ids."""
    order = pc.sort_indices(pa.array(ids, pa.large_string())).to_numpy()
    ranks = np.empty(len(ids), dtype=np.int64)
    ranks[order] = np.arange(len(ids))
    return ranks
