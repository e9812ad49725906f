"""Ctrl-C, heard wherever it strikes.

Python raises KeyboardInterrupt between two steps of the main thread. Where that is a finaliser, it
prints the exception and goes on as if nobody had asked; and DuckDB, asked in the midst of a query,
raises an error of its own instead.
"""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

AGAIN_SECONDS = 0.05
"""By then the finaliser is over."""

_OF_DUCKDB = "Query interrupted"


def hear_interrupts() -> None:
    """End this process after Ctrl-C or SIGTERM by a KeyboardInterrupt that nothing swallows."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.unraisablehook = _interrupt_again


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Let no interrupt strike within a block; one that comes in the meantime strikes at its end.

    Only the main thread is ever interrupted, so elsewhere there is nothing to hold.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []

    def hear(number: int, _frame: FrameType | None) -> None:
        heard.append(number)

    before = {}
    try:
        for one in (signal.SIGINT, signal.SIGTERM):
            before[one] = signal.getsignal(one)
            signal.signal(one, hear)
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
        for number in heard[:1]:
            signal.raise_signal(number)


def is_interrupt(problem: BaseException) -> bool:
    """Whether somebody asked this process to end, whatever the exception is called."""
    return isinstance(problem, KeyboardInterrupt) or (
        isinstance(problem, RuntimeError) and str(problem) == _OF_DUCKDB
    )


def _interrupt_again(unraisable: "sys.UnraisableHookArgs") -> None:
    if isinstance(unraisable.exc_value, KeyboardInterrupt):
        threading.Timer(AGAIN_SECONDS, _interrupt).start()
    else:
        sys.__unraisablehook__(unraisable)


def _interrupt() -> None:
    main = threading.main_thread().ident
    assert main is not None  # it has begun
    signal.pthread_kill(main, signal.SIGINT)  # wakes a call that waits, as a mere flag would not
