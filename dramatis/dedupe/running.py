"""`dedupe run` and `dedupe score`: tables and a model in, clusters or scores out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dramatis.dedupe.options import check_tables, named_model_option, number, tables_argument
from dramatis.options import FILE, OUTPUT, as_json_option, current_settings
from dramatis.terminal import show

if TYPE_CHECKING:
    from resolution.standalone.mentions import MentionsReport
    from resolution.tables.running import RunReport


@click.command()
@tables_argument
@named_model_option
@click.option("--output", type=OUTPUT, required=True, help="Clusters: id,cluster_id,confidence.")
@click.option("--pairs", type=OUTPUT, help="The compared pairs too: left_id,right_id,score.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    callback=number,
    help="Instead of the model's own.",
)
@as_json_option
def run(
    *,
    tables: tuple[Path, ...],
    model_name: str,
    output: Path,
    pairs: Path | None,
    threshold: float | None,
    as_json: bool,
) -> None:
    """Put together the records of one table, or of two.

    Of two tables pairs across are compared, and, where one repeats what the other lists once,
    those of one table that share a likely partner. Ctrl-C leaves the outputs as they were, and the
    same command goes on where it was.
    """
    from actors.console import say
    from actors.watching import Watcher
    from resolution.model import Model
    from resolution.standalone import models, reporting, running

    check_tables(tables)
    model = models.named(model_name)
    outputs = running.Outputs(output, pairs, current_settings().home)
    outputs.check([*tables, Path(model_name)])
    report: RunReport | MentionsReport
    with Watcher() as watcher:
        if isinstance(model, Model):
            from resolution.standalone.mentions import run_mentions

            report = run_mentions(tables, model, outputs, watcher, threshold=threshold)
        else:
            report = running.run_tables(tables, model, outputs, watcher, threshold=threshold)
    for sentence in report.warnings:
        say(sentence)
    show(report, reporting.run_tables, as_json=as_json)


@click.command()
@click.argument(
    "tables_and_pairs", nargs=-1, required=True, type=FILE, metavar="TABLE [TABLE] PAIRS"
)
@named_model_option
@click.option("--output", type=OUTPUT, required=True, help="Scores: left_id,right_id,score.")
@as_json_option
def score(
    *, tables_and_pairs: tuple[Path, ...], model_name: str, output: Path, as_json: bool
) -> None:
    """Score the pairs of a file, whatever the blocking rules say of them."""
    from actors.watching import Watcher
    from resolution.model import Model
    from resolution.standalone import models, reporting, running

    *tables, pairs = tables_and_pairs
    check_tables(tables)
    running.check_apart([output], [*tables, pairs, Path(model_name)])
    model = models.named(model_name)
    with Watcher() as watcher:
        if isinstance(model, Model):
            from resolution.standalone.mentions import score_mentions

            scored = score_mentions(tables, pairs, model, output, watcher)
        else:
            scored = running.score_pairs(tables, pairs, model, output, watcher)
    show(scored, reporting.score_tables, as_json=as_json)
