"""What a run found, as files: `id,cluster_id,confidence` and `left_id,right_id,score`.

A cluster is called by the id of its first record, so that it reads the same wherever it stands.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from resolution.tables.files.formats import read_sheet, write_rows
from resolution.tables.files.pairs import CLUSTER, CONFIDENCE, ID, LEFT, RIGHT, SCORE
from resolution.tables.files.sheets import exactly

Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.integer]
Floats = npt.NDArray[np.float64]


def cluster_rows(ids: Sequence[str], clusters: Numbers, confidence: Floats) -> pa.Table:
    """Return a row for each record, in the order of the tables."""
    texts = pa.array(ids, pa.string())
    _, first, place = np.unique(clusters, return_index=True, return_inverse=True)
    rows = {ID: texts, CLUSTER: texts.take(pa.array(first[place])), CONFIDENCE: confidence}
    return pa.table(rows)


def score_rows(ids: Sequence[str], left: Numbers, right: Numbers, scores: Floats) -> pa.Table:
    """Return a row for each pair, in the order given."""
    texts = pa.array(ids, pa.string())
    rows = {
        LEFT: pa.DictionaryArray.from_arrays(pa.array(left, pa.int32()), texts),
        RIGHT: pa.DictionaryArray.from_arrays(pa.array(right, pa.int32()), texts),
        SCORE: scores,
    }
    return pa.table(rows)


def write_clusters(path: Path, ids: Sequence[str], clusters: Numbers, confidence: Floats) -> None:
    """Write who is with whom."""
    write_rows(cluster_rows(ids, clusters, confidence), path)


def write_scores(
    path: Path, ids: Sequence[str], left: Numbers, right: Numbers, scores: Floats
) -> None:
    """Write the probability of each pair."""
    write_rows(score_rows(ids, left, right, scores), path)


def has_confidence(path: Path) -> bool:
    """Tell whether a file of clusters says how sure each is, as those of a run do."""
    return CONFIDENCE in read_sheet(path, _with_confidence).cells


def _with_confidence(_path: Path, columns: Sequence[str] | None) -> Sequence[str]:
    return [CONFIDENCE] if CONFIDENCE in (columns or ()) else []


def read_clusters(path: Path) -> tuple[list[str], Integers]:
    """Return the ids of CLUSTERS and each one's cluster by number."""
    sheet = read_sheet(path, exactly(ID, CLUSTER))
    ids, clusters = sheet.cells[ID], sheet.cells[CLUSTER]
    for column, cells in sheet.cells.items():
        for row in np.flatnonzero(cells.numbers < 0)[:1]:
            raise sheet.mistake(int(row), f"{column} is empty")
    _, first = np.unique(ids.numbers, return_index=True)
    for row in np.setdiff1d(np.arange(sheet.rows), first)[:1]:
        problem = f"the id {ids.of_row(int(row))!r} stands in the file already"
        raise sheet.mistake(int(row), problem)
    texts = [str(ids.of_row(row)) for row in range(sheet.rows)]
    return texts, clusters.numbers.astype(np.int64)
