"""The real lists and texts, ingested and resolved once for all tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import Service, service_on
from emptying import empty

from actors.graph import Graph
from actors.progress import Silent
from actors.settings import Settings
from resolution.ingestion import ingest
from resolution.model import shipped_model
from resolution.pipeline import resolve
from resolution.sources import read_all, read_catalogue


@pytest.fixture(scope="module")
def real_graph(real_data: Path, session_graph: Graph) -> Graph:
    """The graph after `ingest --catalogue` and `resolve` on an empty database."""
    empty(session_graph)
    readings = read_all(read_catalogue(real_data / "catalogue.toml"))
    ingest(session_graph, readings, Silent())
    resolve(session_graph, shipped_model(), Silent())
    return session_graph


@pytest.fixture(scope="module")
def real_service(real_graph: Graph, neo4j_server: Settings) -> Iterator[Service]:  # noqa: ARG001
    with service_on(neo4j_server) as service:
        yield service
