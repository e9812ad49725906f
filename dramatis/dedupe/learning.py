"""`dedupe train`: labels, questions or a truth in, a model file out."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from dramatis.dedupe.options import check_tables, tables_argument
from dramatis.options import FILE, OUTPUT, as_json_option
from dramatis.terminal import person_at_terminal, show

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@tables_argument
@click.option("--fields", type=FILE, required=True, help="Which columns are compared, and as what.")
@click.option(
    "--labels",
    type=FILE,
    multiple=True,
    help="Labelled pairs: left_id,right_id,match. Several files are taken together.",
)
@click.option("--ask", is_flag=True, help="With --labels: ask for more of them in the terminal.")
@click.option("--truth", type=FILE, help="Answer the questions from a truth file, for benchmarks.")
@click.option("--budget", type=click.IntRange(1), help="The most answers; --truth needs it.")
@click.option(
    "--answers", "kept_answers", type=OUTPUT, help="Where those of --truth go, as labels."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Of every draw.")
@click.option("--model", "model_path", type=OUTPUT, required=True, help="Where the model goes.")
@as_json_option
def train(
    *,
    tables: tuple[Path, ...],
    fields: Path,
    labels: tuple[Path, ...],
    ask: bool,
    truth: Path | None,
    budget: int | None,
    kept_answers: Path | None,
    seed: int,
    model_path: Path,
    as_json: bool,
) -> None:
    """Learn from labels which records are one, and write the model.

    Without --labels it asks about pairs in the terminal. Answers are kept beside the model, in
    MODEL.labels.csv: the same command goes on with them another day.
    """
    from actors.console import say
    from actors.watching import Watcher
    from resolution.labelling import Answers, KnownAnswers
    from resolution.labelling.labelfile import LabelFile
    from resolution.standalone import asking, models, reporting, running, silence, training
    from resolution.tables import read_fields, read_table
    from resolution.tables.files import check_place, read_answers, read_truth

    check_tables(tables)
    _check_truth(truth, budget, kept_answers, has_others=bool(labels or ask))
    is_asking = ask or not (labels or truth)
    if is_asking and not sys.stdin.isatty():
        raise click.UsageError("Nobody is at the terminal to be asked: give --labels.")
    inputs = [*tables, fields, *labels, *([truth] if truth else [])]
    outputs = [model_path, *([kept_answers] if kept_answers else [])]
    for output in outputs:
        check_place(output)
    running.check_distinct(outputs, inputs)
    kept = model_path.with_suffix(".labels.csv")
    if is_asking:
        say(f"Answers are kept in {kept}")
    with Watcher() as watcher, ExitStack() as until_answered:
        watcher.stage("read")
        table = read_table(read_fields(fields), *tables)
        silence.check_says_something(table)
        for sentence in silence.told_of_silence(table):
            say(sentence)
        ids = table.records.ids
        given = read_answers(labels, ids)
        answers: Answers = training.given_labels(given)
        if truth:
            known = read_truth(truth, ids)
            answers = KnownAnswers(known.clusters, budget or 0)
            if known.unknown:
                say(f"{known.unknown:,} ids of {truth} are those of no record, and are left out.")
        elif is_asking:
            until_answered.enter_context(asking.told_where_kept(kept))
            person = until_answered.enter_context(person_at_terminal(watcher, budget))
            answers = asking.asker(table, tables, given, kept, person)
        for sentence in training.told_of(given, answers.labels, ids):
            say(sentence)
        try:
            model = training.trained(table, answers, seed, budget, watcher)
        finally:
            # Also where no model comes of them: then one wants to see them.
            if kept_answers:
                LabelFile(kept_answers, ids).save([(one[:2], one.match) for one in answers.labels])
    show(models.written(model, model_path), reporting.training_tables, as_json=as_json)


def _check_truth(
    truth: Path | None, budget: int | None, kept_answers: Path | None, *, has_others: bool
) -> None:
    """Refuse what does not go with a truth, or not without one."""
    if truth and has_others:
        raise click.UsageError("--truth answers in a person's place: leave out --labels and --ask.")
    if truth and not budget:
        raise click.UsageError("--truth needs --budget: how many answers may be used.")
    if kept_answers and not truth:
        raise click.UsageError("--answers keeps those of --truth; others are labels already.")
