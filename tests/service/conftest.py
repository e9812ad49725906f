"""The service over graphs of known facts, written where the graph does not hold them already."""

from collections.abc import Iterator

import pytest
from asking import Service, service_on
from crowd import crowd
from story import story
from world import World

from actors.graph import Graph
from actors.settings import Settings


@pytest.fixture(scope="session")
def service(neo4j_server: Settings) -> Iterator[Service]:
    with service_on(neo4j_server) as opened:
        yield opened


@pytest.fixture
def told(session_graph: Graph, service: Service) -> Service:
    """The service, over the story of one announcement."""
    story().write(session_graph, "story")
    return service


@pytest.fixture
def crowded(session_graph: Graph) -> World:
    """A graph of many ties and gaps, written to the database."""
    world = crowd(seed=7, size=25)
    world.write(session_graph, "crowd")
    return world
