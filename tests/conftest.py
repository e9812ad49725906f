"""The real Neo4j of the test run: started when a test first asks for it, gone when the run ends."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest
from emptying import empty
from hypothesis import settings as hypothesis_settings

from actors.graph import EmbeddedNeo4j, Graph, connect, ensure_schema
from actors.settings import Settings

# A law is no law of speed: a busy machine must not fail it.
hypothesis_settings.register_profile("laws", deadline=None)
hypothesis_settings.load_profile("laws")


def pytest_sessionstart() -> None:
    # A run that is asked to end (a time limit, say) takes its server with it, as after Ctrl-C.
    # A shell that begins it in the background has Ctrl-C ignored, by what tests begin as well.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, _leave)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for the server, so that `-m "not neo4j"` runs everywhere."""
    for item in items:
        if "neo4j_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.neo4j)


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings that name a running Neo4j of this test run's own, its schema made."""
    home = tmp_path_factory.mktemp("home")
    defaults = Settings()
    with EmbeddedNeo4j(home, defaults.cache).in_use() as address:
        settings = Settings(
            neo4j_uri=address.uri,
            neo4j_username=address.username,
            neo4j_password=address.password,
            home=home,
        )
        with connect(settings) as graph:
            ensure_schema(graph)
        yield settings


@pytest.fixture(scope="session")
def session_graph(neo4j_server: Settings) -> Iterator[Graph]:
    """One connection for the whole run; tests take `graph`, which is also empty."""
    with connect(neo4j_server) as graph:
        yield graph


@pytest.fixture
def graph(session_graph: Graph) -> Graph:
    """A connected, empty graph with its constraints and indexes."""
    empty(session_graph)
    return session_graph


@pytest.fixture
def settings(neo4j_server: Settings, graph: Graph) -> Settings:  # noqa: ARG001  # empties it
    """Settings of the running Neo4j, for what opens a connection itself; the graph is empty."""
    return neo4j_server


@pytest.fixture(scope="session")
def real_data(project_root: Path) -> Path:
    """The folder of the real lists and texts, or a skip that says how to name it."""
    folder = project_root / os.environ.get("DRAMATIS_REAL_DATA", "../shared/data")
    if not (folder / "catalogue.toml").is_file():
        pytest.skip(f"no real lists in {folder}; name their folder in DRAMATIS_REAL_DATA")
    return folder


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The folder of pyproject.toml."""
    return Path(__file__).parent.parent


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
