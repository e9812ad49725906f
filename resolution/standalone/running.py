"""Answers `dramatis dedupe run` and `score`: tables and a model in, files of results out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from actors.errors import OutputError
from actors.progress import Progress
from resolution.standalone.discerning import swallowed
from resolution.standalone.silence import told_of_silence
from resolution.tables.api import check_fit, read_table, score
from resolution.tables.clustering import Clusters
from resolution.tables.files import (
    check_output,
    cluster_rows,
    read_pairs,
    score_rows,
    write_scores,
    write_together,
)
from resolution.tables.model import TableModel
from resolution.tables.running import RunReport, run
from resolution.tables.scored import Scored
from resolution.tables.workplace import workplace


@dataclass(frozen=True, slots=True)
class ScoredPairs:
    """What scoring found."""

    pairs: int
    file: str


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files that a run writes."""

    clusters: Path
    pairs: Path | None
    work: Path
    """A folder for what an interrupted run goes on from."""

    def check(self, tables: Sequence[Path]) -> None:
        """Raise before any work is done when one of them could not or should not be written."""
        check_apart([path for path in (self.clusters, self.pairs) if path is not None], tables)

    def write(self, ids: Sequence[str], pairs: Scored, clusters: Clusters) -> None:
        """Write all of them, or leave all as they were."""
        tables = {self.clusters: cluster_rows(ids, clusters.numbers, clusters.confidence)}
        if self.pairs is not None:
            tables[self.pairs] = score_rows(ids, pairs.left, pairs.right, pairs.scores)
        write_together(tables)


def check_apart(outputs: Sequence[Path], inputs: Sequence[Path]) -> None:
    """Raise where a result cannot be written, or would take the place of a table or another."""
    for path in outputs:
        check_output(path)
    check_distinct(outputs, inputs)


def check_distinct(outputs: Sequence[Path], inputs: Sequence[Path]) -> None:
    """Raise where a file to be written would take the place of one that is read, or another."""
    taken = {path.resolve() for path in inputs}
    for path in outputs:
        if path.resolve() in taken:
            raise OutputError(f"{path}: this file is read or written already; name another")
        taken.add(path.resolve())


def run_tables(
    tables: Sequence[Path],
    model: TableModel,
    outputs: Outputs,
    progress: Progress,
    *,
    threshold: float | None = None,
) -> RunReport:
    """Put together the records of one table or two, and write who is with whom.

    A run that was interrupted goes on where it was, if tables and model are the same.
    """
    outputs.check(tables)
    progress.stage("read")
    table = read_table(model.fields, *tables)
    check_fit(model, table.variables)
    silences = told_of_silence(table)
    with workplace(outputs.work, tables, model) as work:
        found = run(
            table.records, table.variables, model, progress, threshold=threshold, workplace=work
        )
        progress.stage("write")
        outputs.write(table.records.ids, found.pairs, found.clusters)
    report = found.report
    doubt = swallowed(report.records, report.largest, report.threshold)
    return replace(report, warnings=(*silences, *([doubt] if doubt else [])))


def score_pairs(
    tables: Sequence[Path], pairs: Path, model: TableModel, output: Path, progress: Progress
) -> ScoredPairs:
    """Score the pairs of a file, in its order."""
    check_apart([output], [*tables, pairs])
    progress.stage("read")
    table = read_table(model.fields, *tables)
    left, right = read_pairs(pairs, table.records.ids)
    scores = score(table, model, left, right, progress=progress)
    write_scores(output, table.records.ids, left, right, scores)
    return ScoredPairs(len(left), str(output))
