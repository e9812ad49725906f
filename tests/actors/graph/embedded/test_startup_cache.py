import os
import shutil
from pathlib import Path

import psutil
import pytest

from actors.graph import EmbeddedNeo4j
from actors.graph.embedded.jars import ensure_jars, runtime_folder
from actors.graph.embedded.practice import practise
from actors.graph.embedded.startup_cache import cache_file, flags
from actors.progress import Silent
from actors.settings import Settings

pytestmark = pytest.mark.neo4j


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache of its own with the jars of all homes in it."""
    jars = ensure_jars(Settings().cache, Silent())
    target = runtime_folder(tmp_path / "cache") / "jars"
    target.mkdir(parents=True)
    for jar in jars:
        (target / jar.name).symlink_to(jar)
    return tmp_path / "cache"


def test_practice_leaves_nothing_but_a_cache_and_the_server_uses_it(
    cache: Path, tmp_path: Path
) -> None:
    outdated = runtime_folder(cache) / "start-of-another-java.aot"
    outdated.write_bytes(b"")
    jars = ensure_jars(cache, Silent())
    assert flags(cache, jars) == []

    practise(cache)

    made = {path.name for path in runtime_folder(cache).iterdir()}
    assert made == {"jars", "practice.lock", cache_file(cache, jars).name}
    server = EmbeddedNeo4j(tmp_path / "home", cache)
    with server.in_use():
        process = psutil.Process(server.status().process_id)
        used = {mapped.path for mapped in process.memory_maps()}
    assert str(cache_file(cache, jars)) in used


def test_a_cache_is_not_used_with_other_jars(cache: Path) -> None:
    jars = ensure_jars(cache, Silent())
    cache_file(cache, jars).write_bytes(b"")
    assert flags(cache, jars) != []

    changed = runtime_folder(cache) / "jars" / jars[0].name
    changed.unlink()
    shutil.copyfile(jars[1], changed)

    assert flags(cache, jars) == []


def test_practice_in_the_background_ends_with_the_server(cache: Path, tmp_path: Path) -> None:
    """It waits before it begins to work, so that a short command is not slowed down by it."""
    server = EmbeddedNeo4j(tmp_path / "home", cache)

    with server.in_use():
        [practising] = practice_of(cache)
        assert practising.ppid() == os.getpid()

    assert practice_of(cache) == []


def practice_of(cache: Path) -> list[psutil.Process]:
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if str(cache) in (process.info["cmdline"] or ())
        and process.status() != psutil.STATUS_ZOMBIE
    ]
