"""The commands of `db`: the embedded Neo4j started, stopped, shown or emptied."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from actors.errors import SettingsError
from dramatis.options import as_json_option, current_settings
from dramatis.terminal import show

if TYPE_CHECKING:
    from actors.graph import EmbeddedNeo4j


@click.group()
def db() -> None:
    """Start, stop, show or empty the embedded Neo4j."""


@db.command()
@as_json_option
def start(*, as_json: bool) -> None:
    """Start it, to stay until `db stop`."""
    from actors.watching import Watcher
    from resolution import reporting

    with Watcher() as watcher:
        status = _embedded().start(watcher)
    show(status, reporting.server_tables, as_json=as_json)


@db.command()
@as_json_option
def stop(*, as_json: bool) -> None:
    """Stop it; the data stay."""
    from resolution import reporting

    show(_embedded().stop(), reporting.server_tables, as_json=as_json)


@db.command()
@as_json_option
def status(*, as_json: bool) -> None:
    """Say whether it runs, and where."""
    from resolution import reporting

    show(_embedded().status(), reporting.server_tables, as_json=as_json)


@db.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@as_json_option
def reset(*, yes: bool, as_json: bool) -> None:
    """Remove all data."""
    from resolution import reporting

    if not yes and not click.confirm("This removes every entity, mention and judgement. Go on?"):
        sys.stderr.write("Nothing was removed.\n")
        sys.exit(1)
    show(_embedded().reset(), reporting.server_tables, as_json=as_json)


def _embedded() -> EmbeddedNeo4j:
    from actors.graph import EmbeddedNeo4j

    settings = current_settings()
    if settings.neo4j_uri:
        message = "NEO4J_URI names a server of your own: unset it to manage the embedded Neo4j."
        raise SettingsError(message)
    return EmbeddedNeo4j(settings.home, settings.cache)
