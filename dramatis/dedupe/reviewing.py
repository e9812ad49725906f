"""`dedupe evaluate`: clusters and a truth in, figures and a page of mistakes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dramatis.dedupe.options import number
from dramatis.options import FILE, OUTPUT, as_json_option
from dramatis.terminal import show

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("clusters", type=FILE)
@click.argument("truth", type=FILE)
@click.option("--report", type=OUTPUT, help="Write a page of charts and mistakes (.html, .json).")
@click.option("--pairs", type=FILE, help="With --report: the scores that `run --pairs` wrote.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    callback=number,
    help="With --report: the threshold that `run` printed, to be drawn.",
)
@as_json_option
def evaluate(
    *,
    clusters: Path,
    truth: Path,
    report: Path | None,
    pairs: Path | None,
    threshold: float | None,
    as_json: bool,
) -> None:
    """Hold clusters against a truth: id,cluster_id, or the linked pairs left_id,right_id."""
    from datetime import datetime

    from resolution.evaluation.report import check_place, write_report
    from resolution.standalone import evaluation, reporting

    if bool(report) != bool(pairs):
        raise click.UsageError("--report and --pairs go together: the page is about scores.")
    if report and threshold is None:
        raise click.UsageError("--report needs --threshold: the one that `run` printed.")
    if report and pairs and threshold is not None:
        check_place(report)
        now = datetime.now().astimezone()
        write_report(evaluation.reported(clusters, truth, pairs, threshold, now), report)
    show(evaluation.evaluated(clusters, truth), reporting.evaluation_tables, as_json=as_json)
