"""How a command speaks: results to stdout as a table or JSON, sentences to stderr.

What draws tables takes as long to load as a small run over a table does: it is loaded to draw one.
"""

import dataclasses
import sys
from datetime import date, datetime
from typing import Any

import orjson

from actors.printable import printable

PIPE_WIDTH = 132
"""Columns where no terminal tells its own."""


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """A result as a person reads it: columns, and a row of cells for each thing."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    title: str = ""


def print_json(result: object) -> None:
    """Print a record, or anything made of records, as one JSON document."""
    sys.stdout.write(orjson.dumps(_plain(result), option=orjson.OPT_INDENT_2).decode() + "\n")


def print_table(table: Table) -> None:
    """Print a table; numbers stand to the right."""
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table as RichTable  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    drawn = RichTable(
        title=Text(printable(table.title)) if table.title else None,
        title_justify="left",
        box=None,
        pad_edge=False,
        expand=False,
    )
    for position, column in enumerate(table.columns):
        cells = [row[position] for row in table.rows]
        is_number = bool(cells) and all(isinstance(cell, int | float) for cell in cells)
        drawn.add_column(
            Text(printable(column)), justify="right" if is_number else "left", overflow="fold"
        )
    for row in table.rows:
        drawn.add_row(*(Text(printable(_shown(cell))) for cell in row))
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    console.print(drawn)


def say(sentence: str) -> None:
    """Tell the person something that is no result, on stderr."""
    sys.stderr.write(f"{printable(sentence)}\n")
    sys.stderr.flush()


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:.3f}"
    return "" if value is None else str(value)


def _plain(value: object) -> Any:  # noqa: ANN401  JSON has no narrower type
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, str | int | float | bool | date | datetime):
        return value
    return str(value)
