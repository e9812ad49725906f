"""The options that several commands share, and what the environment says beside them."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import click

from actors.settings import Settings

FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
OUTPUT = click.Path(path_type=Path, dir_okay=False)

as_json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print the result as JSON, for programs."
)
model_option = click.option(
    "--model", "model_path", type=FILE, help="A model file instead of the shipped one."
)


def current_settings(*, host: str | None = None, port: int | None = None) -> Settings:
    """Return the environment's settings; what was typed comes first."""
    settings = Settings.from_environment(os.environ)
    return dataclasses.replace(settings, host=host or settings.host, port=port or settings.port)
