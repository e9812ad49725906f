"""Answers `dramatis dedupe run` and `score`: tables and a model in, files of results out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np

from actors.progress import Progress
from resolution.tables.api import read_table, score
from resolution.tables.files import check_output, read_pairs, write_clusters, write_scores
from resolution.tables.model import TableModel
from resolution.tables.running import run


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What a run over tables found."""

    records: int
    pairs: int
    clusters: int
    with_company: int
    """Clusters of two records and more."""
    largest: int
    threshold: float
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ScoredPairs:
    """What scoring found."""

    pairs: int
    file: str


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files that a run writes."""

    clusters: Path
    pairs: Path | None = None

    def check(self) -> None:
        """Raise before any work is done when one of them could not be written."""
        for path in (self.clusters, self.pairs):
            if path is not None:
                check_output(path)


def run_tables(
    tables: Sequence[Path],
    model: TableModel,
    outputs: Outputs,
    progress: Progress,
    *,
    threshold: float | None = None,
) -> RunOutcome:
    """Put together the records of one table or two, and write who is with whom."""
    outputs.check()
    started = perf_counter()
    progress.stage("read")
    table = read_table(model.fields, *tables)
    read = perf_counter()
    found = run(table.records, table.variables, model, progress, threshold=threshold)
    resolved = perf_counter()
    progress.stage("write")
    ids = table.records.ids
    if outputs.pairs is not None:
        write_scores(outputs.pairs, ids, found.left, found.right, found.scores)
    write_clusters(outputs.clusters, ids, found.clusters.numbers, found.clusters.confidence)
    sizes = np.bincount(found.clusters.numbers)
    return RunOutcome(
        records=len(ids),
        pairs=len(found.scores),
        clusters=len(sizes),
        with_company=int((sizes > 1).sum()),
        largest=int(sizes.max()),
        threshold=model.threshold if threshold is None else threshold,
        seconds={
            "read": round(read - started, 3),
            "resolve": round(resolved - read, 3),
            "write": round(perf_counter() - resolved, 3),
        },
    )


def score_pairs(
    tables: Sequence[Path], pairs: Path, model: TableModel, output: Path, progress: Progress
) -> ScoredPairs:
    """Score the pairs of a file, in its order."""
    check_output(output)
    progress.stage("read")
    table = read_table(model.fields, *tables)
    left, right = read_pairs(pairs, table.records.ids)
    progress.stage("score", len(left))
    write_scores(output, table.records.ids, left, right, score(table, model, left, right))
    return ScoredPairs(len(left), str(output))
