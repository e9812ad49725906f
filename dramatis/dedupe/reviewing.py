"""`dedupe explain` and `dedupe evaluate`: why two records are one; how many are rightly so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dramatis.dedupe.options import check_tables, named_model_option, number
from dramatis.options import FILE, OUTPUT, as_json_option
from dramatis.terminal import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors.progress import Progress
    from resolution.standalone.explanation import Reasons


@click.command()
@click.argument("tables_and_ids", nargs=-1, required=True, metavar="TABLE [TABLE] LEFT_ID RIGHT_ID")
@named_model_option
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    callback=number,
    help="Instead of the model's own, as in `run`.",
)
@as_json_option
def explain(
    *, tables_and_ids: tuple[str, ...], model_name: str, threshold: float | None, as_json: bool
) -> None:
    """Say what a run makes of two records, and why.

    Both values, what each feature adds to the log-odds, the blocking keys the two share, and who
    else of the tables had a say. It takes as long as a run.
    """
    from actors.watching import Watcher
    from resolution.standalone import models
    from resolution.standalone.explanation import explained
    from resolution.standalone.explanation_tables import explanation_tables

    if len(tables_and_ids) < 3:
        raise click.UsageError("Give one table or two, and the ids of two records.")
    *names, left, right = tables_and_ids
    tables = [Path(FILE.convert(name, None, None)) for name in names]
    check_tables(tables)
    with Watcher() as watcher:
        model = models.named(model_name)
        found = explained(tables, left, right, model, watcher, threshold=threshold)
    show(found, explanation_tables, as_json=as_json)


@click.command()
@click.argument("clusters", type=FILE)
@click.argument("truth", type=FILE)
@click.option("--report", type=OUTPUT, help="Write a page of charts and mistakes (.html, .json).")
@click.option("--pairs", type=FILE, help="With --report: the scores that `run --pairs` wrote.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    callback=number,
    help="With --report: the threshold that `run` printed; else that of --model.",
)
@click.option(
    "--table",
    "tables",
    type=FILE,
    multiple=True,
    help="With --report and --model: what `run` read, to explain mistakes. Once for each table.",
)
@click.option("--model", "model_name", help="With --table: the model that `run` used.")
@click.option("--against", type=FILE, help="With --report: an earlier report; what changed since.")
@as_json_option
def evaluate(
    *,
    clusters: Path,
    truth: Path,
    report: Path | None,
    pairs: Path | None,
    threshold: float | None,
    tables: tuple[Path, ...],
    model_name: str | None,
    against: Path | None,
    as_json: bool,
) -> None:
    """Hold clusters against a truth: id,cluster_id, or the linked pairs left_id,right_id."""
    from datetime import datetime

    from actors.watching import Watcher
    from resolution.evaluation.report import check_place, read_report, write_report
    from resolution.standalone import evaluation, reporting
    from resolution.standalone.page_pairs import Files

    if bool(report) != bool(pairs):
        raise click.UsageError("--report and --pairs go together: the page is about scores.")
    if bool(tables) != bool(model_name) or (tables and not report):
        raise click.UsageError("--table and --model go together, with --report: they explain it.")
    if against and not report:
        raise click.UsageError("--against says what changed in a report: give --report too.")
    if report and pairs:
        check_place(report)
        earlier = read_report(against) if against else None
        with Watcher() as watcher:
            reasons = _reasons(tables, model_name, threshold, watcher)
            at = reasons.threshold if reasons else threshold
            if at is None:
                raise click.UsageError("--report needs --threshold: the one that `run` printed.")
            now = datetime.now().astimezone()
            files = Files(clusters, truth, pairs)
            page = evaluation.reported(files, at, now, reasons, earlier)
        write_report(page, report)
    show(evaluation.evaluated(clusters, truth), reporting.evaluation_tables, as_json=as_json)


def _reasons(
    tables: Sequence[Path], model_name: str | None, threshold: float | None, progress: Progress
) -> Reasons | None:
    if model_name is None:
        return None
    from resolution.standalone import explanation, models

    check_tables(tables)
    model = models.named(model_name)
    return explanation.reasons(tables, model, progress, threshold=threshold)
