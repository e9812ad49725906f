"""The command `dramatis`: joins the three packages and holds no logic of its own.

Results go to stdout (`--json` for programs), progress to stderr. Exit 0, 1 (failed, with one clear
sentence), 2 (usage). Heavy imports wait inside the commands, so that `--help` answers at once.
"""

import logging
import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import update_wrapper
from pathlib import Path
from typing import Any

import click

from actors.errors import DramatisError
from actors.settings import Settings

DEMO_CATALOGUE = Path(__file__).parent / "demo" / "catalogue.toml"

as_json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print the result as JSON, for programs."
)
model_option = click.option(
    "--model",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A model file instead of the shipped one.",
)


def with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the settings of the environment, read once."""

    @click.pass_context
    def run(context: click.Context, /, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
        settings = Settings.from_environment(os.environ)
        context.invoke(command, settings, *arguments, **options)

    return update_wrapper(run, command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dramatis-personae")
def cli() -> None:
    """Who is who: resolve the actors of lists and articles, and serve them over GraphQL."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")


@cli.command()
@click.option("--host", help="Where to listen; default DRAMATIS_HOST, else 127.0.0.1.")
@click.option("--port", type=click.IntRange(1, 65535), help="Default DRAMATIS_PORT, else 8000.")
@click.option("--no-serve", is_flag=True, help="Stop before serving.")
@as_json_option
@with_settings
def demo(
    settings: Settings, *, host: str | None, port: int | None, no_serve: bool, as_json: bool
) -> None:
    """Go the whole way on the demonstration's sources, then serve them."""
    from actors.graph import connect
    from service.app import check_port, serve_app

    address = settings.listening_on(host, port)
    if not no_serve:
        check_port(*address)
    with connect(settings) as graph:
        from resolution.pipeline import resolve as resolve_mentions

        report = _ingest_catalogue(graph, DEMO_CATALOGUE, dry_run=False)
        run = resolve_mentions(graph, _model(None), progress=None)
        _show_demo(report, run, as_json=as_json)
        if not no_serve:
            serve_app(settings, *address)
