"""How a command meets who runs it: its result shown, and the person at the terminal asked."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from actors.console import Table
    from actors.watching import Watcher
    from resolution.labelling.terminal import Person

Result = TypeVar("Result")


def show(result: Result, tables: Callable[[Result], Sequence[Table]], *, as_json: bool) -> None:
    """Print a command's result as tables, or as JSON."""
    from actors.console import print_json, print_table

    if as_json:
        print_json(result)
        return
    for table in tables(result):
        print_table(table)


@contextmanager
def person_at_terminal(watcher: Watcher, most: int | None) -> Iterator[Person]:
    """Give whoever sits at the terminal; bars make room for a question, keys wait for it."""
    from resolution.labelling.keyboard import keyboard
    from resolution.labelling.terminal import Person

    with keyboard() as keys:

        def prepare() -> None:
            watcher.close()
            keys.forget()

        yield Person(keys.read, most, prepare)
