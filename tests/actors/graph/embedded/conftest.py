"""Homes of their own for tests that start, kill and break servers; the jars are shared."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from actors.graph import EmbeddedNeo4j
from actors.settings import Settings

Command = subprocess.Popen[str]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def embedded(home: Path) -> Iterator[EmbeddedNeo4j]:
    server = EmbeddedNeo4j(home, Settings().cache)
    yield server
    process_id = server.status().process_id
    if process_id is not None:
        psutil.Process(process_id).kill()
    server.reset()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[EmbeddedNeo4j, Path]]:
    """A server that stays, and its home, for tests that only look."""
    home = tmp_path_factory.mktemp("running") / "home"
    server = EmbeddedNeo4j(home, Settings().cache)
    server.start()
    yield server, home
    server.reset()


@pytest.fixture
def command(home: Path) -> Iterator[Callable[[str], Command]]:
    """Run Python lines as a command of its own would, with `embedded` and `settings` at hand."""
    begun: list[Command] = []

    def begin(lines: str) -> Command:
        preamble = (
            "from pathlib import Path\n"
            "from actors.graph import EmbeddedNeo4j, connect\n"
            "from actors.settings import Settings\n"
            f"settings = Settings(home=Path({str(home)!r}))\n"
            "embedded = EmbeddedNeo4j(settings.home, settings.cache)\n"
        )
        process = subprocess.Popen(
            [sys.executable, "-c", preamble + lines],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        begun.append(process)
        return process

    yield begin
    for process in begun:
        process.send_signal(signal.SIGKILL)
        process.communicate()
