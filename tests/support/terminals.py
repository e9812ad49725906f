"""A command in a real terminal: what it draws is read, keys are pressed."""

import fcntl
import os
import pty
import select
import subprocess
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from commands import PROGRAM

PATIENCE_SECONDS = 60


class Terminal:
    """One end of a pseudo-terminal; the command has the other."""

    def __init__(self, end: int, process: subprocess.Popen[bytes]) -> None:
        self._end = end
        self.process = process
        self.drawn = ""
        self._seen = 0

    def wait_for(self, text: str) -> str:
        """Read until the command draws a text, and return what it drew since the last wait."""
        while text not in self.drawn[self._seen :]:
            read = self._read()
            assert read, f"the command never drew {text!r}: {self.drawn[-500:]}"
            self.drawn += read.decode("utf-8", "replace")
        begin = self._seen
        self._seen = self.drawn.index(text, begin) + len(text)
        return self.drawn[begin : self._seen]

    def press(self, keys: str) -> None:
        """Press keys as a person does, after what is drawn was read."""
        os.write(self._end, keys.encode())

    def ended(self) -> int:
        """Read to the end and return the exit status."""
        while read := self._read():
            self.drawn += read.decode("utf-8", "replace")
        return self.process.wait(PATIENCE_SECONDS)

    def _read(self) -> bytes:
        ready, _, _ = select.select([self._end], [], [], PATIENCE_SECONDS)
        assert ready, f"the command says nothing more: {self.drawn[-500:]}"
        try:
            return os.read(self._end, 65536)
        except OSError:  # Linux says so where the other end is closed
            return b""


def _control() -> None:
    """Make the terminal on stdin the one that signals this session."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@contextmanager
def in_terminal(arguments: Sequence[str | Path], environ: Mapping[str, str]) -> Iterator[Terminal]:
    """Start `dramatis` in a terminal of 100 columns; what is left of it is killed."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [PROGRAM, *arguments],
        env={**environ, "COLUMNS": "100", "LINES": "40", "TERM": "xterm-256color"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_control,  # noqa: PLW1509  # no threads here; without it Ctrl-C is a mere key
    )
    os.close(theirs)
    try:
        yield Terminal(ours, process)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        os.close(ours)
