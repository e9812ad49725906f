"""How a command tells how far it is: a bar on a terminal, elsewhere a line now and then."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

from actors.console import say
from actors.pace import time_left

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress as Bars
    from rich.progress import TaskID

SECONDS_BETWEEN_LINES = 20.0
"""Where there is no bar, a stage that lasts says so often how far it is."""


class Watcher:
    """The Progress of a command: a bar on a terminal; elsewhere lines, more if a stage lasts."""

    def __init__(self) -> None:
        self._bars = _bars() if sys.stderr.isatty() else None
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
                self._bars, self._is_closed = _bars(), False
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


def _bars() -> Bars:
    """Load what draws bars, which takes longer than many a run without."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description:<14}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )
