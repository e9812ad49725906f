"""The command `dramatis`: joins the three packages and holds no logic of its own.

Results go to stdout (`--json` for programs), progress to stderr. Exit 0, 1 (failed, with one clear
sentence), 2 (usage). Imports wait inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import dataclasses
import logging
import math
import os
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from actors.errors import DramatisError, SettingsError
from actors.interruption import hear_interrupts, is_interrupt
from actors.printable import printable
from actors.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from actors.console import Table, Watcher
    from actors.graph import EmbeddedNeo4j
    from resolution.labelling.terminal import Person

DEMO_CATALOGUE = Path(__file__).parent / "demo" / "catalogue.toml"

Result = TypeVar("Result")

FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
OUTPUT = click.Path(path_type=Path, dir_okay=False)


def _number(_context: click.Context, _option: click.Parameter, value: float | None) -> float | None:
    """Refuse nan, which lies within every range."""
    if value is not None and math.isnan(value):
        raise click.BadParameter("nan is no number from 0 to 1.")
    return value


tables_argument = click.argument(
    "tables", nargs=-1, required=True, type=FILE, metavar="TABLE [TABLE]"
)
named_model_option = click.option(
    "--model",
    "model_name",
    required=True,
    help="What `train` wrote; or sanctions, the shipped model, for tables of mentions.",
)
as_json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print the result as JSON, for programs."
)
model_option = click.option(
    "--model", "model_path", type=FILE, help="A model file instead of the shipped one."
)
host_option = click.option("--host", help="Where to listen; default DRAMATIS_HOST or 127.0.0.1.")
port_option = click.option(
    "--port", type=click.IntRange(1, 65535), help="Default DRAMATIS_PORT or 8000."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dramatis-personae")
def cli() -> None:
    """Who is who: resolve the actors of lists and articles, and serve them over GraphQL."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")


@cli.command()
@host_option
@port_option
@click.option("--no-serve", is_flag=True, help="Stop before serving.")
@as_json_option
def demo(*, host: str | None, port: int | None, no_serve: bool, as_json: bool) -> None:
    """Go the whole way on the demonstration's sources, then serve them."""
    from actors.console import Watcher
    from actors.graph import connect
    from resolution import ingestion, pipeline, reporting, sources
    from resolution.model import shipped_model
    from service.app import check_port, serve

    settings = _settings(host=host, port=port)
    if not no_serve:
        check_port(settings.host, settings.port)
    with Watcher() as watcher:
        readings = sources.read_all(sources.read_catalogue(DEMO_CATALOGUE), watcher)
        with connect(settings, progress=watcher) as graph:
            ingested = ingestion.ingest(graph, readings, watcher)
            run = pipeline.resolve(graph, shipped_model(), watcher, folder=settings.home)
            result = reporting.Demonstration(ingested, run, reporting.counted_actions(graph))
            watcher.close()
            _show(result, reporting.demonstration_tables, as_json=as_json)
            if not no_serve:
                serve(settings, announce=_announce)


@cli.command()
@click.argument("format_and_paths", nargs=-1, metavar="[FORMAT PATH…]")
@click.option(
    "--catalogue", type=FILE, help="Read every source of a catalogue (docs/catalogue.md)."
)
@click.option("--source", "source_id", help="With FORMAT and PATH: the source's id.")
@click.option(
    "--published-on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="With FORMAT and PATH: the day of publication; else what the file says.",
)
@click.option("--dry-run", is_flag=True, help="Read and report; store nothing.")
@as_json_option
def ingest(
    *,
    format_and_paths: tuple[str, ...],
    catalogue: Path | None,
    source_id: str | None,
    published_on: datetime | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Read lists, articles and mentions into the graph.

    Either --catalogue FILE, or FORMAT PATH… --source ID with one of the formats ofac-sdn,
    un-consolidated, uk-conlist, ca-sema, article, mentions. A source the graph has already keeps
    its name and publisher.
    """
    from actors.console import Watcher
    from actors.graph import connect
    from resolution import ingestion, reporting, sources

    if bool(catalogue) == bool(format_and_paths):
        raise click.UsageError("Give either --catalogue FILE, or FORMAT PATH… --source ID.")
    if format_and_paths and (len(format_and_paths) < 2 or not source_id):
        raise click.UsageError("Reading files needs FORMAT, at least one PATH, and --source ID.")
    settings = _settings()
    with Watcher() as watcher:
        if catalogue:
            readings = sources.read_all(sources.read_catalogue(catalogue), watcher)
        else:
            format_, *paths = format_and_paths
            readings = sources.read_paths(
                sources.default_source(format_, source_id or ""),
                format_,
                [Path(path) for path in paths],
                published_on=published_on.date() if published_on else None,
            )
        if dry_run:
            report = ingestion.dry_run(readings)
        else:
            with connect(settings, progress=watcher) as graph:
                report = ingestion.ingest(graph, readings, watcher)
    _show(report, reporting.ingest_tables, as_json=as_json)


@cli.command()
@click.option("--full", is_flag=True, help="Compare everything again, not only what changed.")
@click.option("--dry-run", is_flag=True, help="Say what would change; store nothing.")
@model_option
@as_json_option
def resolve(*, full: bool, dry_run: bool, model_path: Path | None, as_json: bool) -> None:
    """Merge the mentions into entities."""
    from actors.console import Watcher
    from actors.graph import connect
    from resolution import pipeline, reporting
    from resolution.model import read_model, shipped_model

    settings = _settings()
    model = read_model(model_path) if model_path else shipped_model()
    with Watcher() as watcher, connect(settings, progress=watcher) as graph:
        report = pipeline.resolve(
            graph, model, watcher, full=full, dry_run=dry_run, folder=settings.home
        )
    _show(report, reporting.run_tables, as_json=as_json)


@cli.command()
@host_option
@port_option
def serve(*, host: str | None, port: int | None) -> None:
    """Serve GraphQL and GraphiQL over HTTP until Ctrl-C."""
    from service import app

    app.serve(_settings(host=host, port=port), announce=_announce)


@cli.group()
def db() -> None:
    """Start, stop, show or empty the embedded Neo4j."""


@db.command()
@as_json_option
def start(*, as_json: bool) -> None:
    """Start it, to stay until `db stop`."""
    from actors.console import Watcher
    from resolution import reporting

    with Watcher() as watcher:
        status = _embedded().start(watcher)
    _show(status, reporting.server_tables, as_json=as_json)


@db.command()
@as_json_option
def stop(*, as_json: bool) -> None:
    """Stop it; the data stay."""
    from resolution import reporting

    _show(_embedded().stop(), reporting.server_tables, as_json=as_json)


@db.command()
@as_json_option
def status(*, as_json: bool) -> None:
    """Say whether it runs, and where."""
    from resolution import reporting

    _show(_embedded().status(), reporting.server_tables, as_json=as_json)


@db.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@as_json_option
def reset(*, yes: bool, as_json: bool) -> None:
    """Remove all data."""
    from resolution import reporting

    if not yes and not click.confirm("This removes every entity, mention and judgement. Go on?"):
        sys.stderr.write("Nothing was removed.\n")
        sys.exit(1)
    _show(_embedded().reset(), reporting.server_tables, as_json=as_json)


@cli.command()
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
    type=click.Path(path_type=Path, dir_okay=False),
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
    from actors.console import Watcher
    from actors.graph import connect
    from resolution import evaluating, learning, reporting
    from resolution.model import write_model

    if not output.absolute().parent.is_dir():
        raise click.UsageError(f"--output {output}: there is no folder {output.parent}.")
    if catalogue and not judgements:
        raise click.UsageError("--catalogue needs --judgements on its records.")
    with Watcher() as watcher:
        if catalogue:
            records = learning.catalogue_records(catalogue, watcher)
        elif judgements:
            with connect(_settings(), progress=watcher) as graph:
                records = evaluating.records(graph)
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
    _show(model, reporting.model_tables, as_json=as_json)


@cli.command()
@click.argument("file", type=OUTPUT)
@click.option("--budget", type=click.IntRange(1), help="The most questions of this sitting.")
@model_option
@as_json_option
def label(*, file: Path, budget: int | None, model_path: Path | None, as_json: bool) -> None:
    """Ask which records are one actor, and keep the answers in FILE.

    The pairs that the model is least sure of come first. Answers are judged pairs as CSV, for
    `train`, `evaluate` and `judgements import`; the same command goes on with a file another day.
    """
    from actors.console import Watcher
    from actors.graph import connect
    from resolution import reporting
    from resolution.labelling.judging import judge
    from resolution.model import read_model, shipped_model

    if not sys.stdin.isatty():
        raise click.UsageError("Nobody is at the terminal to be asked.")
    model = read_model(model_path) if model_path else shipped_model()
    with (
        Watcher() as watcher,
        connect(_settings(), progress=watcher) as graph,
        _person(watcher, budget) as person,
    ):
        sitting = judge(graph, model, file, person, watcher)
    _show(sitting, reporting.sitting_tables, as_json=as_json)


@cli.command()
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

    from actors.console import Watcher
    from actors.graph import connect
    from resolution import evaluating
    from resolution.evaluation.report import check_place, read_report, write_report
    from resolution.model import read_model, shipped_model

    if against and not report:
        raise click.UsageError("--against says what changed in a report: give --report too.")
    if report:
        check_place(report)
    earlier = read_report(against) if against else None
    model = read_model(model_path) if model_path else shipped_model()
    with Watcher() as watcher, connect(_settings(), progress=watcher) as graph:
        evidence = evaluating.read_evidence(graph, judgements)
    if report:
        page = evaluating.reported(evidence, model, datetime.now().astimezone(), earlier)
        write_report(page, report)
    _show(evaluating.evaluated(evidence), evaluating.evaluation_tables, as_json=as_json)


@cli.group()
def judgements() -> None:
    """Share what people judged: verdicts that bind every later run, as CSV."""


@judgements.command("import")
@click.argument("file", type=FILE)
@as_json_option
def judgements_import(*, file: Path, as_json: bool) -> None:
    """Store the verdicts of a CSV file, all of them or none; the next run honours them.

    Columns: left_source, left_record, right_source, right_record, verdict (same, different,
    unsure), and where known actor, reason, created_at. What contradicts judgements that stand is
    refused with them. Importing a file again changes nothing.
    """
    from actors.console import Watcher
    from actors.graph import connect
    from resolution import judgements

    rows = judgements.read_rows(file)
    with Watcher() as watcher, connect(_settings(), progress=watcher) as graph:
        imported = judgements.import_judgements(graph, rows)
    _show(imported, judgements.import_tables, as_json=as_json)


@judgements.command("export")
@click.argument("file", type=OUTPUT)
@as_json_option
def judgements_export(*, file: Path, as_json: bool) -> None:
    """Write every judgement that stands into a CSV file, oldest first."""
    from actors.console import Watcher
    from actors.graph import connect
    from resolution import judgements

    with Watcher() as watcher, connect(_settings(), progress=watcher) as graph:
        exported = judgements.export_judgements(graph, file)
    _show(exported, judgements.export_tables, as_json=as_json)


@cli.command()
@click.argument("left")
@click.argument("right", required=False)
@model_option
@as_json_option
def explain(*, left: str, right: str | None, model_path: Path | None, as_json: bool) -> None:
    """Say why two mentions or entities are, or are not, one; or what one entity is made of.

    LEFT and RIGHT are ids of mentions (M-…) or entities (E-…), or a source and its record's id, as
    us-ofac-sdn:52293. Without RIGHT, or with one entity twice, the tree of its merges is drawn.
    """
    from actors.console import Watcher
    from actors.graph import connect
    from resolution import explaining
    from resolution.model import read_model, shipped_model

    model = read_model(model_path) if model_path else shipped_model()
    with Watcher() as watcher, connect(_settings(), progress=watcher) as graph:
        answer = explaining.answered(graph, left, right, model)
    _show(answer, explaining.tables, as_json=as_json)


@cli.group()
def dedupe() -> None:
    """Put together the records of plain tables, without a database.

    Tables, labels, pairs and results are CSV, Parquet or JSON Lines by their ending (.csv,
    .parquet, .jsonl). docs/plain-tables.md shows the whole way.
    """


@dedupe.command("train")
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
@click.option("--seed", type=int, default=0, show_default=True, help="Of every draw.")
@click.option("--model", "model_path", type=OUTPUT, required=True, help="Where the model goes.")
@as_json_option
def dedupe_train(
    *,
    tables: tuple[Path, ...],
    fields: Path,
    labels: tuple[Path, ...],
    ask: bool,
    truth: Path | None,
    budget: int | None,
    seed: int,
    model_path: Path,
    as_json: bool,
) -> None:
    """Learn from labels which records are one, and write the model.

    Without --labels it asks about pairs in the terminal. Answers are kept beside the model, in
    MODEL.labels.csv: the same command goes on with them another day.
    """
    from actors.console import Watcher, say
    from resolution.deduping import asking, models, reporting, running, training
    from resolution.labelling import Answers, GivenLabels, KnownAnswers
    from resolution.tables import read_fields, read_table
    from resolution.tables.files import check_place, read_labels, read_truth

    _check_tables(tables)
    if truth and (labels or ask):
        raise click.UsageError("--truth answers in a person's place: leave out --labels and --ask.")
    if truth and not budget:
        raise click.UsageError("--truth needs --budget: how many answers may be used.")
    is_asking = ask or not (labels or truth)
    if is_asking and not sys.stdin.isatty():
        raise click.UsageError("Nobody is at the terminal to be asked: give --labels.")
    inputs = [*tables, fields, *labels, *([truth] if truth else [])]
    check_place(model_path)
    running.check_distinct([model_path], inputs)
    kept = model_path.with_suffix(".labels.csv")
    if is_asking:
        say(f"Answers are kept in {kept}")
    with Watcher() as watcher, ExitStack() as until_answered:
        watcher.stage("read")
        table = read_table(read_fields(fields), *tables)
        ids = table.records.ids
        given = read_labels(labels, ids)
        answers: Answers = GivenLabels(given)
        if truth:
            answers = KnownAnswers(read_truth(truth, ids), budget or 0)
        elif is_asking:
            person = until_answered.enter_context(_person(watcher, budget))
            answers = asking.asker(table, tables, given, kept, person)
        for sentence in training.contradictions_told(answers.labels, ids):
            say(sentence)
        model = training.trained(table, answers, seed, budget, watcher)
    _show(models.written(model, model_path), reporting.training_tables, as_json=as_json)


@dedupe.command("run")
@tables_argument
@named_model_option
@click.option("--output", type=OUTPUT, required=True, help="Clusters: id,cluster_id,confidence.")
@click.option("--pairs", type=OUTPUT, help="The compared pairs too: left_id,right_id,score.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    callback=_number,
    help="Instead of the model's own.",
)
@as_json_option
def dedupe_run(
    *,
    tables: tuple[Path, ...],
    model_name: str,
    output: Path,
    pairs: Path | None,
    threshold: float | None,
    as_json: bool,
) -> None:
    """Put together the records of one table, or of two.

    Of two tables only pairs across are compared. Ctrl-C leaves the outputs as they were, and the
    same command goes on where it was.
    """
    from actors.console import Watcher
    from resolution.deduping import mentions, models, reporting, running
    from resolution.model import Model
    from resolution.tables.running import RunReport

    _check_tables(tables)
    model = models.named(model_name)
    outputs = running.Outputs(output, pairs, _settings().home)
    outputs.check([*tables, Path(model_name)])
    with Watcher() as watcher:
        report: RunReport | mentions.MentionsReport
        if isinstance(model, Model):
            report = mentions.run_mentions(tables, model, outputs, watcher, threshold=threshold)
        else:
            report = running.run_tables(tables, model, outputs, watcher, threshold=threshold)
    _show(report, reporting.run_tables, as_json=as_json)


@dedupe.command("score")
@click.argument(
    "tables_and_pairs", nargs=-1, required=True, type=FILE, metavar="TABLE [TABLE] PAIRS"
)
@named_model_option
@click.option("--output", type=OUTPUT, required=True, help="Scores: left_id,right_id,score.")
@as_json_option
def dedupe_score(
    *, tables_and_pairs: tuple[Path, ...], model_name: str, output: Path, as_json: bool
) -> None:
    """Score the pairs of a file, whatever the blocking rules say of them."""
    from actors.console import Watcher
    from resolution.deduping import mentions, models, reporting, running
    from resolution.model import Model

    *tables, pairs = tables_and_pairs
    _check_tables(tables)
    running.check_apart([output], [*tables, pairs, Path(model_name)])
    model = models.named(model_name)
    with Watcher() as watcher:
        if isinstance(model, Model):
            scored = mentions.score_mentions(tables, pairs, model, output, watcher)
        else:
            scored = running.score_pairs(tables, pairs, model, output, watcher)
    _show(scored, reporting.score_tables, as_json=as_json)


@dedupe.command("evaluate")
@click.argument("clusters", type=FILE)
@click.argument("truth", type=FILE)
@click.option("--report", type=OUTPUT, help="Write a page of charts and mistakes (.html, .json).")
@click.option("--pairs", type=FILE, help="With --report: the scores that `run --pairs` wrote.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    callback=_number,
    help="With --report: the threshold that `run` printed, to be drawn.",
)
@as_json_option
def dedupe_evaluate(
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

    from resolution.deduping import evaluating, reporting
    from resolution.evaluation.report import check_place, write_report

    if bool(report) != bool(pairs):
        raise click.UsageError("--report and --pairs go together: the page is about scores.")
    if report and threshold is None:
        raise click.UsageError("--report needs --threshold: the one that `run` printed.")
    if report and pairs and threshold is not None:
        check_place(report)
        now = datetime.now().astimezone()
        write_report(evaluating.reported(clusters, truth, pairs, threshold, now), report)
    _show(evaluating.evaluated(clusters, truth), reporting.evaluation_tables, as_json=as_json)


@contextmanager
def _person(watcher: Watcher, most: int | None) -> Iterator[Person]:
    """Give whoever sits at the terminal; bars make room for a question, keys wait for it."""
    from resolution.labelling.keyboard import keyboard
    from resolution.labelling.terminal import Person

    with keyboard() as keys:

        def prepare() -> None:
            watcher.close()
            keys.forget()

        yield Person(keys.read, most, prepare)


def _check_tables(tables: Sequence[Path]) -> None:
    if not 1 <= len(tables) <= 2:
        raise click.UsageError(f"Give one table or two, not {len(tables)}.")


def main() -> None:
    """Run the command; an error we can explain is one sentence and exit status 1."""
    # Asked to end, a command leaves as after Ctrl-C: its run cancelled, its Neo4j stopped.
    hear_interrupts()
    try:
        cli(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt, RuntimeError) as error:
        if not isinstance(error, click.Abort) and not is_interrupt(error):
            raise
        sys.stderr.write("Interrupted.\n")
        sys.exit(1)
    except DramatisError as error:
        sys.stderr.write(f"{printable(str(error))}\n")
        sys.exit(1)
    except ExceptionGroup as group:
        # Several mistakes found together, as in a catalogue; anything else is a defect of ours.
        explained, others = group.split(DramatisError)
        if others or not explained:
            raise
        sys.stderr.writelines(f"{printable(str(error))}\n" for error in explained.exceptions)
        sys.exit(1)


def _settings(*, host: str | None = None, port: int | None = None) -> Settings:
    settings = Settings.from_environment(os.environ)
    return dataclasses.replace(settings, host=host or settings.host, port=port or settings.port)


def _embedded() -> EmbeddedNeo4j:
    from actors.graph import EmbeddedNeo4j

    settings = _settings()
    if settings.neo4j_uri:
        message = "NEO4J_URI names a server of your own: unset it to manage the embedded Neo4j."
        raise SettingsError(message)
    return EmbeddedNeo4j(settings.home, settings.cache)


def _announce(address: str) -> None:
    from actors.console import say

    say(f"GraphQL and GraphiQL: {address} (Ctrl-C ends it)")


def _show(result: Result, tables: Callable[[Result], Sequence[Table]], *, as_json: bool) -> None:
    from actors.console import print_json, print_table

    if as_json:
        print_json(result)
        return
    for table in tables(result):
        print_table(table)


if __name__ == "__main__":
    main()
