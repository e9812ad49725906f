"""The commands that fill the graph: `ingest` reads sources, `resolve` merges their mentions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dramatis.options import FILE, as_json_option, current_settings, model_option
from dramatis.terminal import show

if TYPE_CHECKING:
    from datetime import datetime


@click.command()
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
    from actors.graph import connect
    from actors.watching import Watcher
    from resolution import ingestion, reporting, sources

    if bool(catalogue) == bool(format_and_paths):
        raise click.UsageError("Give either --catalogue FILE, or FORMAT PATH… --source ID.")
    if format_and_paths and (len(format_and_paths) < 2 or not source_id):
        raise click.UsageError("Reading files needs FORMAT, at least one PATH, and --source ID.")
    settings = current_settings()
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
    show(report, reporting.ingest_tables, as_json=as_json)


@click.command()
@click.option("--full", is_flag=True, help="Compare everything again, not only what changed.")
@click.option("--dry-run", is_flag=True, help="Say what would change; store nothing.")
@model_option
@as_json_option
def resolve(*, full: bool, dry_run: bool, model_path: Path | None, as_json: bool) -> None:
    """Merge the mentions into entities."""
    from actors.graph import connect
    from actors.watching import Watcher
    from resolution import pipeline, reporting
    from resolution.model import read_model, shipped_model

    settings = current_settings()
    model = read_model(model_path) if model_path else shipped_model()
    with Watcher() as watcher, connect(settings, progress=watcher) as graph:
        report = pipeline.resolve(
            graph, model, watcher, full=full, dry_run=dry_run, folder=settings.home
        )
    show(report, reporting.run_tables, as_json=as_json)
