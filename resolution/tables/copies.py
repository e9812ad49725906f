"""Records that are equal in all that is compared: found before blocking, told by one of them.

All copies of a row score alike against any other, and each other best of all: where the model takes
a row and its copy for one, average linkage would put them together first. So one of them stands for
all, with their weight; otherwise many copies would crowd every key they share. A row that says
nothing has no copies. With two tables nothing is a copy: only pairs across count there, and putting
equal rows of one table together cost DBLP-ACM two points of F1. Nor is it without a budget, since
dedupe's own models compare every pair that shares a key.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from resolution.tables.clustering import Clusters, numbered
from resolution.tables.comparison import Comparison, feature_names
from resolution.tables.keys import Integers
from resolution.tables.model import TableModel
from resolution.tables.records import MISSING, Column, Records
from resolution.tables.scored import Scored
from resolution.tables.scoring import pair_scores
from resolution.tables.variables import Variable

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Copies:
    """Which records stand for which; they are called by their places among those that stand."""

    standing: Integers
    """The numbers of the records that stand for themselves or more, ascending."""
    places: Integers
    """For each record the place of the one that stands for it."""
    counts: Integers
    """How many records each one stands for."""
    scores: Floats
    """What each one scores against a copy; 0 where there is none."""

    def distinct(self, records: Records) -> Records:
        """Return the records that stand; values keep the counts that they have among all."""
        return Records(
            [records.ids[row] for row in self.standing.tolist()],
            {
                name: replace(column, numbers=column.numbers[self.standing])
                for name, column in records.columns.items()
            },
        )

    def all_pairs(self, pairs: Scored) -> Scored:
        """Return pairs by the numbers of records, and each copy with the one standing for it.

        They stay in the order of their left records.
        """
        # Half as wide as they come: a large run knows tens of millions of pairs.
        standing = self.standing.astype(np.int32)
        stands = standing[self.places]
        copied = np.flatnonzero(stands != np.arange(len(stands)))
        ends = np.sort([copied, stands[copied]], axis=0)
        order = np.lexsort((ends[1], ends[0]))
        left = standing[pairs.left]
        before = np.searchsorted(left, ends[0, order])
        return Scored(
            np.insert(left, before, ends[0, order]),
            np.insert(standing[pairs.right], before, ends[1, order]),
            np.insert(pairs.scores, before, self.scores[self.places[copied[order]]]),
        )

    def all_clusters(self, clusters: Clusters) -> Clusters:
        """Return the clusters of all records; copies are where the one is that stands for them."""
        numbers = numbered(clusters.numbers[self.places])
        return Clusters(numbers, clusters.confidence[self.places])


def copies_among(  # noqa: PLR0913, PLR0917  # what is compared, how, and who comes first
    records: Records,
    variables: Sequence[Variable],
    model: TableModel,
    comparison: Comparison,
    threshold: float,
    ranks: Integers,
) -> Copies | None:
    """Return who stands for whom, of copies always the first by rank; None where none are one."""
    if records.second_begins is not None or model.pairs_per_record is None:
        return None
    rows, begins = _equal_rows(records, variables, ranks)
    names = feature_names(variables)
    likely = pair_scores(comparison, names, model, rows[begins], rows[begins + 1])
    is_one = likely >= threshold
    if not is_one.any():
        return None
    stands = np.arange(len(records))
    sizes = np.diff(np.append(begins, len(rows)))
    told = np.repeat(is_one, sizes)
    stands[rows[told]] = np.repeat(rows[begins[is_one]], sizes[is_one])
    standing, places, counts = np.unique(stands, return_inverse=True, return_counts=True)
    of_standing = np.zeros(len(standing))
    of_standing[places[rows[begins[is_one]]]] = likely[is_one]
    return Copies(standing, places, counts, of_standing)


def _equal_rows(
    records: Records, variables: Sequence[Variable], ranks: Integers
) -> tuple[Integers, Integers]:
    """Return records that have copies, group by group and by rank, and where groups begin."""
    columns = _columns(records, variables)
    is_told = np.zeros(len(records), dtype=np.bool_)
    for column in columns:
        is_told |= column.numbers != MISSING
    rows = np.flatnonzero(is_told)
    group = np.zeros(len(rows), dtype=np.int64)
    for column in columns:
        # Few rows are left after a column or two.
        numbered = group * (len(column.values) + 1) + column.numbers[rows] + 1
        _, group, counts = np.unique(numbered, return_inverse=True, return_counts=True)
        is_shared = counts[group] > 1
        rows, group = rows[is_shared], group[is_shared]
    order = np.lexsort((ranks[rows], group))
    return rows[order], np.flatnonzero(np.diff(group[order], prepend=-1))


def _columns(records: Records, variables: Sequence[Variable]) -> list[Column]:
    """Return the columns that are compared, those of the most values first."""
    compared = [records.columns[one.name] for one in variables if one.name in records.columns]
    return sorted(compared, key=lambda column: -len(column.values))
