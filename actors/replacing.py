"""Files that are there whole or not at all: written beside, then renamed over their place.

Several files of one result take their places together: an interrupt waits until all have.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import mkstemp

from actors.errors import OutputError
from actors.interruption import interrupts_held


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Yield a path beside `path`; at the end of the block what was written there takes its place.

    When the block fails or is interrupted, `path` is as it was and nothing lies beside it.
    """
    with told(path), replaced_together(path) as [beside]:
        yield beside


@contextmanager
def replaced_together(*paths: Path) -> Iterator[Sequence[Path]]:
    """Yield a path beside each; at the end of the block all take their places.

    No interrupt parts them.
    """
    with ExitStack() as drafts:
        besides = [drafts.enter_context(_draft(path)) for path in paths]
        yield besides
        with interrupts_held():
            for path, beside in zip(paths, besides, strict=True):
                with told(path):
                    beside.chmod(_usual_mode(path))
                    beside.replace(path)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell what keeps a file from being written."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    with told(path):
        number, name = mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    os.close(number)
    beside = Path(name)
    try:
        yield beside
    finally:
        beside.unlink(missing_ok=True)


def _usual_mode(path: Path) -> int:
    """Return the mode a plain `open` would give: `mkstemp` lets only its owner read."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
