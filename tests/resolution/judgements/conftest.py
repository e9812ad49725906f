import pytest
from people import BANK, RI, SAME_RI
from readings import edition, run, stored

from actors.graph import Graph


@pytest.fixture
def resolved(graph: Graph) -> Graph:
    """A man whom two lists have, and a bank that a third one has."""
    stored(graph, edition(RI), edition(SAME_RI), edition(BANK))
    run(graph)
    return graph
