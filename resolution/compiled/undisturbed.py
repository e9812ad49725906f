"""Ctrl-C waits while LLVM asks Python for machine code that was kept.

LLVM asks through ctypes, which lets no exception out: Python prints it and goes on. An interrupt
that came while LLVM was at work struck there, at Python's first step. So the code was not handed
over, addresses in it were 0, and numba wrote to them: the process ended by a segmentation fault.
"""

from typing import Any

from actors.interruption import interrupts_held


def let_it_finish(engine: Any) -> None:  # noqa: ANN401  # numba has no types
    """Hold interrupts whenever this engine, of which a process has one, completes machine code.

    That takes a fraction of a second. What comes before and after may be interrupted as ever.
    """
    if not isinstance(engine.finalize_object, _Undisturbed):
        engine.finalize_object = _Undisturbed(engine.finalize_object)


class _Undisturbed:
    def __init__(self, complete: Any) -> None:  # noqa: ANN401  # as above
        self._complete = complete

    def __call__(self) -> None:
        with interrupts_held():
            self._complete()
