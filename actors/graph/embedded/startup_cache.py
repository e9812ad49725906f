"""Java's AOT cache of Neo4j's start: classes loaded beforehand, half of the start saved.

It is made from a practice start in a scratch home, at the lowest priority, in a process nobody
waits for; whoever ends the server ends that process too, and the next long-lived server tries
again. A cache belongs to one Java, one set of jars and one set of flags: its file name says which.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import psutil

from actors.graph.embedded import java, processes
from actors.graph.embedded.jars import runtime_folder
from actors.graph.embedded.layout import Layout

_PRACTICE = "actors.graph.embedded.practice"


def flags(cache: Path, jars: Sequence[Path]) -> list[str]:
    """Return the flags that use the cache, where it is made."""
    file = cache_file(cache, jars)
    return [f"-XX:AOTCache={file}"] if file.exists() else []


def make_in_background(layout: Layout, cache: Path, jars: Sequence[Path]) -> None:
    """Begin to make the cache unless it is there or being made by this home's server."""
    if cache_file(cache, jars).exists() or _maker(layout) is not None:
        return
    command = [sys.executable, "-m", _PRACTICE, str(cache.expanduser())]
    processes.begin(command, runtime_folder(cache) / "practice.log", layout.trainer)


def stop_making(layout: Layout) -> None:
    """End what `make_in_background` began, finished or not."""
    maker = _maker(layout)
    if maker is not None:
        processes.end(maker, grace_seconds=0)
    layout.trainer.unlink(missing_ok=True)


def cache_file(cache: Path, jars: Sequence[Path]) -> Path:
    """Return where the cache for this Java, these jars and these flags lies."""
    return runtime_folder(cache) / f"start-{java.fingerprint(jars)}.aot"


def _maker(layout: Layout) -> psutil.Process | None:
    return processes.running(layout.trainer, _PRACTICE)
