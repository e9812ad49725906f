"""What statements cost the database, measured by its own count of accesses."""

from typing import Any

import pytest
from asking import Service
from world import World

from actors.graph import Graph


class Profiled:
    """Stands before the graph, and asks what each statement did."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.operators: list[dict[str, Any]] = []

    async def read(self, statement: str, parameters: Any, *, timeout_seconds: float) -> Any:
        assert timeout_seconds
        driver = self.graph._driver
        with driver.session() as session:
            result = session.run(f"PROFILE {statement}", parameters)
            rows = [dict(record) for record in result]
            self.operators = list(_operators(result.consume().profile))
        return rows

    @property
    def hits(self) -> int:
        return sum(operator["dbHits"] for operator in self.operators)

    @property
    def names(self) -> set[str]:
        return {operator["operatorType"].split("@")[0] for operator in self.operators}


def _operators(operator: dict[str, Any]) -> Any:
    yield operator
    for child in operator.get("children", ()):
        yield from _operators(child)


@pytest.fixture
def profiled(service: Service, session_graph: Graph) -> Any:
    # Right after the graph was written, the planner does not know yet what its indexes hold.
    session_graph.write("CALL db.prepareForReplanning()")
    profile = Profiled(session_graph)
    before, service._graph = service._graph, profile
    yield profile
    service._graph = before


def test_a_page_of_entities_is_read_from_an_index_in_order(
    service: Service, crowded: World, profiled: Profiled
) -> None:
    service.data("{ entities(first: 5) { nodes { id caption } } }")

    assert len(crowded.of("Entity")) == 25
    assert "NodeIndexScan" in profiled.names
    assert "NodeByLabelScan" not in profiled.names
    assert profiled.hits < 40


@pytest.mark.usefixtures("crowded")
def test_a_later_page_starts_at_its_cursor(service: Service, profiled: Profiled) -> None:
    query = """query ($c: String) { entities(first: 5, after: $c) {
      nodes { id } pageInfo { endCursor } } }"""
    first = service.data(query)["entities"]["pageInfo"]["endCursor"]

    service.data(query, c=first)

    assert "NodeIndexSeekByRange" in profiled.names


@pytest.mark.usefixtures("crowded")
def test_an_entity_is_found_by_index(service: Service, profiled: Profiled) -> None:
    service.data('{ entity(id: "E-3X0") { id caption kind } }')

    assert profiled.hits < 15
