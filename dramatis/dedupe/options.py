"""The arguments and options that several commands of `dedupe` share."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import click

from dramatis.options import FILE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

tables_argument = click.argument(
    "tables", nargs=-1, required=True, type=FILE, metavar="TABLE [TABLE]"
)
named_model_option = click.option(
    "--model",
    "model_name",
    required=True,
    help="What `train` wrote; or sanctions, the shipped model, for tables of mentions.",
)


def check_tables(tables: Sequence[Path]) -> None:
    """Refuse more tables than two."""
    if not 1 <= len(tables) <= 2:
        raise click.UsageError(f"Give one table or two, not {len(tables)}.")


def number(_context: click.Context, _option: click.Parameter, value: float | None) -> float | None:
    """Refuse nan, which lies within every range."""
    if value is not None and math.isnan(value):
        raise click.BadParameter("nan is no number from 0 to 1.")
    return value
