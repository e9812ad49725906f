"""The commands that look at what a run did: `evaluate` counts mistakes, `explain` says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dramatis.graph import begun_graph
from dramatis.options import FILE, OUTPUT, as_json_option, model_option
from dramatis.terminal import show

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("judgements", nargs=-1, required=True, type=FILE)
@click.option("--report", type=OUTPUT, help="Write a page of charts and mistakes (.html, .json).")
@click.option("--against", type=FILE, help="With --report: an earlier report; what changed since.")
@model_option
@as_json_option
def evaluate(
    *,
    judgements: tuple[Path, ...],
    report: Path | None,
    against: Path | None,
    model_path: Path | None,
    as_json: bool,
) -> None:
    """Hold the entities of the last run against files of judged pairs."""
    from datetime import datetime

    from actors.watching import Watcher
    from resolution.evaluation.graph import (
        evaluated,
        evaluation_tables,
        read_evidence,
        reported,
    )
    from resolution.evaluation.report import check_place, read_report, write_report
    from resolution.model import read_model, shipped_model

    if against and not report:
        raise click.UsageError("--against says what changed in a report: give --report too.")
    if report:
        check_place(report)
    earlier = read_report(against) if against else None
    model = read_model(model_path) if model_path else shipped_model()
    with Watcher() as watcher, begun_graph(watcher) as graph:
        evidence = read_evidence(graph, judgements)
    if report:
        page = reported(evidence, model, datetime.now().astimezone(), earlier)
        write_report(page, report)
    show(evaluated(evidence), evaluation_tables, as_json=as_json)


@click.command()
@click.argument("left")
@click.argument("right", required=False)
@model_option
@as_json_option
def explain(*, left: str, right: str | None, model_path: Path | None, as_json: bool) -> None:
    """Say why two mentions or entities are, or are not, one; or what one entity is made of.

    LEFT and RIGHT are ids of mentions (M-…) or entities (E-…), or a source and its record's id, as
    us-ofac-sdn:52293. Without RIGHT, or with one entity twice, the tree of its merges is drawn.
    """
    from actors.watching import Watcher
    from resolution.explanation.graph import answered, explanation_tables
    from resolution.model import read_model, shipped_model

    model = read_model(model_path) if model_path else shipped_model()
    with Watcher() as watcher, begun_graph(watcher) as graph:
        answer = answered(graph, left, right, model)
    show(answer, explanation_tables, as_json=as_json)
