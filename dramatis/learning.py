"""The commands of the learning loop: `label` asks people, `train` learns from what they judged."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dramatis.graph import begun_graph
from dramatis.options import FILE, OUTPUT, as_json_option, model_option
from dramatis.terminal import person_at_terminal, show

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("file", type=OUTPUT)
@click.option("--budget", type=click.IntRange(1), help="The most questions of this sitting.")
@model_option
@as_json_option
def label(*, file: Path, budget: int | None, model_path: Path | None, as_json: bool) -> None:
    """Ask which records are one actor, and keep the answers in FILE.

    The pairs that the model is least sure of come first. Answers are judged pairs as CSV, for
    `train`, `evaluate` and `judgements import`; the same command goes on with a file another day.
    """
    from actors.watching import Watcher
    from resolution import reporting
    from resolution.labelling.judging import judge
    from resolution.model import read_model, shipped_model

    if not sys.stdin.isatty():
        raise click.UsageError("Nobody is at the terminal to be asked.")
    model = read_model(model_path) if model_path else shipped_model()
    with (
        Watcher() as watcher,
        begun_graph(watcher) as graph,
        person_at_terminal(watcher, budget) as person,
    ):
        sitting = judge(graph, model, file, person, watcher)
    show(sitting, reporting.sitting_tables, as_json=as_json)


@click.command()
@click.option(
    "--judgements",
    type=FILE,
    multiple=True,
    help="Judged pairs of records, instead of those that come with Dramatis; may be repeated.",
)
@click.option(
    "--catalogue",
    type=FILE,
    help="Read the records from a catalogue's lists; else they are those in the graph.",
)
@click.option(
    "--with-shipped-labels",
    "with_shipped",
    is_flag=True,
    help="Learn from the judged pairs that come with Dramatis, too.",
)
@click.option(
    "--output",
    type=OUTPUT,
    required=True,
    help="Where the model goes.",
)
@as_json_option
def train(
    *,
    judgements: tuple[Path, ...],
    catalogue: Path | None,
    with_shipped: bool,
    output: Path,
    as_json: bool,
) -> None:
    """Learn a model from judged pairs: blocking rules, weights and thresholds.

    The same judged pairs and records give the same model, byte for byte.
    """
    from actors.watching import Watcher
    from resolution import learning, reporting
    from resolution.evaluation.graph import records_of_lists
    from resolution.model import write_model

    if not output.absolute().parent.is_dir():
        raise click.UsageError(f"--output {output}: there is no folder {output.parent}.")
    if catalogue and not judgements:
        raise click.UsageError("--catalogue needs --judgements on its records.")
    with Watcher() as watcher:
        if catalogue:
            records = learning.catalogue_records(catalogue, watcher)
        elif judgements:
            with begun_graph(watcher) as graph:
                records = records_of_lists(graph)
        else:
            records, with_shipped = [], True
        watcher.stage("learn")
        labels = learning.gathered_labels(judgements, records, with_shipped=with_shipped)
        model = learning.train(
            labels.judged,
            labels.mentions,
            settings=learning.TrainingSettings(origin=labels.origin),
        )
    write_model(model, output)
    show(model, reporting.model_tables, as_json=as_json)
