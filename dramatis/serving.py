"""The commands that serve: `serve`, and `demo`, which fills the graph first."""

from __future__ import annotations

from pathlib import Path

import click

from dramatis.options import as_json_option, current_settings
from dramatis.terminal import show

DEMO_CATALOGUE = Path(__file__).parents[1] / "demo" / "catalogue.toml"

host_option = click.option("--host", help="Where to listen; default DRAMATIS_HOST or 127.0.0.1.")
port_option = click.option(
    "--port", type=click.IntRange(1, 65535), help="Default DRAMATIS_PORT or 8000."
)


@click.command()
@host_option
@port_option
@click.option("--no-serve", is_flag=True, help="Stop before serving.")
@as_json_option
def demo(*, host: str | None, port: int | None, no_serve: bool, as_json: bool) -> None:
    """Go the whole way on the demonstration's sources, then serve them."""
    from actors.graph import connect
    from actors.watching import Watcher
    from resolution import ingestion, pipeline, reporting, sources
    from resolution.model import shipped_model
    from service.app import check_port, serve

    settings = current_settings(host=host, port=port)
    if not no_serve:
        check_port(settings.host, settings.port)
    with Watcher() as watcher:
        readings = sources.read_all(sources.read_catalogue(DEMO_CATALOGUE), watcher)
        with connect(settings, progress=watcher) as graph:
            ingested = ingestion.ingest(graph, readings, watcher)
            run = pipeline.resolve(graph, shipped_model(), watcher, folder=settings.home)
            result = reporting.Demonstration(ingested, run, reporting.counted_actions(graph))
            watcher.close()
            show(result, reporting.demonstration_tables, as_json=as_json)
            if not no_serve:
                serve(settings, announce=_announce)


@click.command()
@host_option
@port_option
def serve(*, host: str | None, port: int | None) -> None:
    """Serve GraphQL and GraphiQL over HTTP until Ctrl-C."""
    from service import app

    app.serve(current_settings(host=host, port=port), announce=_announce)


def _announce(address: str) -> None:
    from actors.console import say

    say(f"GraphQL and GraphiQL: {address} (Ctrl-C ends it)")
