"""Work that no signal strikes in its midst: a thread of its own does it while the main one waits.

Python raises KeyboardInterrupt between any two steps of the main thread. A driver struck there is
left with half a message read, or sets about rolling back and waits for a statement that waits for
somebody's lock. Waiting for a thread can be interrupted at any time.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

Result = TypeVar("Result")

ENDING_SECONDS = 10.0
"""How long work that was told to stop may take to do so."""


def aside(work: Callable[[], Result], stop: Callable[[], None]) -> Result:
    """Return what `work` returns; an interrupt calls `stop`, which must make it end, and goes on.

    In any other thread than the main one, where no signal strikes, the work is simply done.
    """
    if threading.current_thread() is not threading.main_thread():
        return work()
    outcome: Future[Result] = Future()

    def do() -> None:
        try:
            outcome.set_result(work())
        except BaseException as problem:  # noqa: BLE001  the waiting thread raises it
            outcome.set_exception(problem)

    try:
        threading.Thread(target=do, daemon=True).start()
        return outcome.result()
    except BaseException:
        if not outcome.done():
            stop()
            _wait(outcome)
        raise


def _wait(outcome: "Future[Result]") -> None:
    ended = threading.Event()
    outcome.add_done_callback(lambda _: ended.set())
    ended.wait(ENDING_SECONDS)
