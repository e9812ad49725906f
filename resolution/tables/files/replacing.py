"""Files that are there whole or not at all: written beside, then renamed over their place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

from actors.errors import OutputError


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Yield a path beside `path`; at the end of the block what was written there takes its place.

    When the block fails or is interrupted, `path` is as it was and nothing lies beside it.
    """
    try:
        number, name = mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error
    os.close(number)
    beside = Path(name)
    try:
        yield beside
        beside.chmod(_usual_mode(path))
        beside.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
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
