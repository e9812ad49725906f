"""How long the embedded Neo4j takes to its first answer, with and without Java's AOT cache.

`python benchmarks/neo4j_start.py [STARTS]`: both ways in turn, so that a busy machine slows
both; each from an empty folder, and again on what the first left.
"""

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil

from actors.graph import EmbeddedNeo4j
from actors.graph.embedded.jars import ensure_jars, runtime_folder
from actors.graph.embedded.practice import practise
from actors.graph.embedded.startup_cache import cache_file
from actors.progress import Silent
from actors.settings import Settings


def main(starts: int) -> None:
    cache = Settings().cache
    jars = ensure_jars(cache, Silent())
    began = time.monotonic()
    if not cache_file(cache, jars).exists():
        practise(cache)
        print(f"made the cache in {time.monotonic() - began:.0f} s")
    with tempfile.TemporaryDirectory() as scratch:
        without = _without_cache(Path(scratch) / "cache", jars)
        seconds: dict[str, list[float]] = {}
        for number in range(starts):
            for name, used in (("with", cache), ("without", without)):
                home = Path(scratch) / f"{name}-{number}"
                for state in ("empty folder", "after a kill"):
                    seconds.setdefault(f"{state}, {name} the cache", []).append(_start(home, used))
    for name, taken in sorted(seconds.items()):
        print(f"{name:32} best {min(taken):5.2f} s   median {statistics.median(taken):5.2f} s")


def _without_cache(folder: Path, jars: list[Path]) -> Path:
    target = runtime_folder(folder) / "jars"
    target.mkdir(parents=True)
    for jar in jars:
        shutil.copyfile(jar, target / jar.name)
    return folder


def _start(home: Path, cache: Path) -> float:
    server = EmbeddedNeo4j(home, cache)
    began = time.monotonic()
    with server.in_use():
        taken = time.monotonic() - began
        used = psutil.Process(server.status().process_id).memory_info().rss
        print(f"{taken:5.2f} s, {used / 2**20:.0f} MB", file=sys.stderr)
    return taken


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
