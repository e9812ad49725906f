"""Single keys from a terminal, without Enter and without an echo.

The terminal stays so for a whole sitting: switching for each key would throw away a key pressed in
between. What was typed before a question was drawn is forgotten, as nobody answers what they have
not seen.
"""

import os
import select
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager

_ESCAPE = b"\x1b"


class Keyboard:
    """The keys of a terminal."""

    def __init__(self, terminal: int) -> None:
        """Take the terminal's file descriptor."""
        self._terminal = terminal

    def read(self) -> str:
        """Wait for a key; an arrow or the like is one key, and no key comes after the end."""
        pressed = os.read(self._terminal, 1)
        while pressed.startswith(_ESCAPE) and select.select([self._terminal], [], [], 0)[0]:
            pressed += os.read(self._terminal, 1)
        return pressed.decode("utf-8", "replace")

    def forget(self) -> None:
        """Forget what was typed and not read."""
        termios.tcflush(self._terminal, termios.TCIFLUSH)


@contextmanager
def keyboard() -> Iterator[Keyboard]:
    """Read keys of the terminal that stands on stdin; it is as it was when the block ends."""
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        yield Keyboard(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
