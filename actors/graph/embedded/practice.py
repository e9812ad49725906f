"""A practice start of Neo4j that leaves Java's AOT cache: `python -m … .practice CACHE`.

Run by `startup_cache` in the background: everything happens in a scratch folder, and the finished
cache is renamed into place, so that an end at any moment leaves nothing half-made.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from actors.graph.address import Address
from actors.graph.embedded import java
from actors.graph.embedded.configuration import chosen_port, write_configuration
from actors.graph.embedded.credentials import USERNAME, password_of, prepare_database
from actors.graph.embedded.jars import ensure_jars, runtime_folder
from actors.graph.embedded.layout import Layout
from actors.graph.embedded.locks import exclusive_if_free
from actors.graph.embedded.readiness import await_answer
from actors.graph.embedded.startup_cache import cache_file
from actors.progress import Silent

_SCRATCH = "practice-"
# The server's farewell, then the writing of the cache: half a minute alone, more beside other work.
_PATIENCE_SECONDS = 600
_DELAY_SECONDS = 15  # a command that is over before is not slowed down for the sake of the next


def practise(cache: Path) -> None:
    """Make the startup cache unless it is there or somebody makes it now."""
    folder = runtime_folder(cache)
    with exclusive_if_free(folder / "practice.lock") as is_free:
        jars = ensure_jars(cache, Silent())
        target = cache_file(cache, jars)
        if not is_free or target.exists():
            return
        for leftover in folder.glob(f"{_SCRATCH}*/"):
            shutil.rmtree(leftover, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=folder) as scratch:
            draft = Path(scratch) / "cache.aot"
            _start_and_stop(Layout.below(Path(scratch)), jars, draft)
            draft.rename(target)
        for outdated in set(folder.glob("start-*.aot")) - {target}:
            outdated.unlink()


def _start_and_stop(layout: Layout, jars: list[Path], draft: Path) -> None:
    layout.make()
    port = chosen_port(layout)
    prepare_database(layout)
    address = Address(f"bolt://127.0.0.1:{port}", USERNAME, password_of(layout))
    write_configuration(layout, port)
    command = java.command(layout, jars, [f"-XX:AOTCacheOutput={draft}"])
    with (
        layout.console.open("w", encoding="utf-8") as console,
        subprocess.Popen(command, stdout=console, stderr=console) as server,  # noqa: S603  # ours
    ):
        try:
            await_answer(address, psutil.Process(server.pid), layout)
            server.terminate()
            server.wait(_PATIENCE_SECONDS)
        finally:
            server.kill()


if __name__ == "__main__":
    os.nice(19)
    time.sleep(_DELAY_SECONDS)
    practise(Path(sys.argv[1]))
