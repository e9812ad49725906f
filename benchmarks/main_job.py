"""How long the main job takes: a catalogue into an empty graph, resolved, and resolved again.

`python benchmarks/main_job.py CATALOGUE`: wall time and this process's CPU time of each step, on an
embedded Neo4j of its own. The second run has nothing to do, the third does all again (`--full`):
the difference is what an incremental run saves.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from actors.graph import connect
from actors.progress import Silent
from actors.settings import Settings
from resolution.ingestion import ingest
from resolution.model import shipped_model
from resolution.pipeline import resolve
from resolution.sources import read_all, read_catalogue

Result = TypeVar("Result")


def main(catalogue: Path) -> None:
    quiet = Silent()
    with tempfile.TemporaryDirectory() as home:
        settings = replace(Settings(), home=Path(home))
        readings = timed("read", lambda: read_all(read_catalogue(catalogue)))
        with connect(settings) as graph:
            timed("store", lambda: ingest(graph, readings, quiet))
            first = timed("resolve, first", lambda: resolve(graph, shipped_model(), quiet))
            timed("resolve, nothing new", lambda: resolve(graph, shipped_model(), quiet))
            timed("resolve --full", lambda: resolve(graph, shipped_model(), quiet, full=True))
    print(f"{first.counts.mentions:,} mentions, {first.counts.pairs:,} pairs")
    print(", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in first.seconds.items()))


def timed(name: str, work: Callable[[], Result]) -> Result:
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{name:24} {wall:6.1f} s wall {cpu:6.1f} s CPU")
    return result


if __name__ == "__main__":
    main(Path(sys.argv[1]))
