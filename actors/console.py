"""How a command speaks: results to stdout as a table or JSON, progress to stderr."""

import dataclasses
import sys
import time
from datetime import date, datetime
from types import TracebackType
from typing import Any, Self

import orjson
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.table import Table as RichTable
from rich.text import Text

from actors.pace import time_left
from actors.printable import printable

PIPE_WIDTH = 132
"""Columns where no terminal tells its own."""

SECONDS_BETWEEN_LINES = 20.0
"""Where there is no bar, a stage that lasts says so often how far it is."""


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
        drawn.add_column(column, justify="right" if is_number else "left", overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(printable(_shown(cell))) for cell in row))
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    console.print(drawn)


def say(sentence: str) -> None:
    """Tell the person something that is no result, on stderr."""
    Console(stderr=True, highlight=False, soft_wrap=True, markup=False).print(printable(sentence))


class Watcher:
    """The Progress of a command: a bar on a terminal; elsewhere lines, more if a stage lasts."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._bars = _bars(console) if console.is_terminal else None
        self._is_closed = False
        self._task: TaskID | None = None
        self._stage = _Stage("", None)

    def __enter__(self) -> Self:
        """Show the bar."""
        if self._bars:
            self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away, whatever happened."""
        self.close()

    def close(self) -> None:
        """Leave the terminal to what is printed next; the next stage has a bar of its own."""
        if self._bars:
            self._bars.stop()
            self._is_closed = True

    def stage(self, name: str, total: int | None = None) -> None:
        """Begin a stage."""
        if self._bars:
            self._finish()
            if self._is_closed:
                self._bars, self._is_closed = _bars(self._bars.console), False
                self._bars.start()
            self._task = self._bars.add_task(name, total=total)
        else:
            self._stage = _Stage(name, total)
            say(f"{name}: {total:,}" if total is not None else name)

    def advance(self, count: int = 1) -> None:
        """Move the bar on."""
        if self._bars and self._task is not None:
            self._bars.advance(self._task, count)
        elif told := self._stage.advance(count):
            say(told)

    def _finish(self) -> None:
        if self._bars and self._task is not None:
            task = self._bars.tasks[self._task]
            self._bars.update(self._task, total=task.completed or 1, completed=task.completed or 1)


class _Stage:
    """A stage that lasts, told in a line now and then."""

    def __init__(self, name: str, total: int | None) -> None:
        self._name, self._total, self._done = name, total, 0
        self._begun = self._told = time.monotonic()

    def advance(self, count: int) -> str | None:
        """Count what is done; say how far it is, if that was not said for a while."""
        self._done += count
        now = time.monotonic()
        if self._total is None or now - self._told < SECONDS_BETWEEN_LINES:
            return None
        self._told = now
        left = time_left(self._done, self._total, now - self._begun)
        return f"{self._name}: {self._done:,} of {self._total:,}, {left} left" if left else None


def _bars(console: Console) -> Bars:
    return Bars(
        TextColumn("{task.description:<14}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
    )


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
