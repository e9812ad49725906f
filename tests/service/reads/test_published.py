"""What runs publish meets what the schema promises: the demonstration, from files to answers."""

import math
from pathlib import Path

import pytest
from asking import Service
from completion import completed, everything
from emptying import empty
from graphql import get_named_type

from actors.graph import Graph
from actors.progress import Silent
from resolution import ingestion, pipeline, sources
from resolution.model import shipped_model
from service.plans import cost
from service.reads.explanations import explained
from service.schema import schema

LISTS = (
    "entities(first: 100)",
    "designations(first: 100)",
    "documents",
    "actions",
    "runs",
    "sources",
    "authorities",
    "programmes",
)


@pytest.fixture(scope="module")
def published(session_graph: Graph, service: Service, project_root: Path) -> Service:
    empty(session_graph)
    catalogue = sources.read_catalogue(project_root / "demo" / "catalogue.toml")
    ingestion.ingest(session_graph, sources.read_all(catalogue), Silent())
    pipeline.resolve(session_graph, shipped_model(), Silent())
    return service


@pytest.fixture
def at_any_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost, "LARGEST_COST", math.inf)


@pytest.mark.usefixtures("at_any_cost")
@pytest.mark.parametrize("root", LISTS)
def test_nothing_is_null_that_the_schema_promises(root: str, published: Service) -> None:
    type_ = get_named_type(schema._schema.query_type.fields[root.partition("(")[0]].type)
    query = f"{{ {root} {{ {everything(type_, 3)} }} }}"

    data = published.data(query, explain=explained)
    walked = completed(query, data)

    assert walked.errors is None
    assert walked.data == data
    assert any(data.values())


@pytest.mark.usefixtures("at_any_cost")
def test_an_explanation_is_the_run_s_own_decision(published: Service) -> None:
    scores: list[float] = []

    def noted(*both: str | None) -> object:
        explanation = explained(*both)
        added = sum(feature.weight for feature in explanation.features)
        scores.append(1 / (1 + math.exp(-added)))
        return explanation

    nodes = published.data(
        "{ entities(first: 100) { nodes { evidence { score features { weight } } } } }",
        explain=noted,
    )["entities"]["nodes"]

    stored = [comparison["score"] for node in nodes for comparison in node["evidence"]]
    assert len(stored) > 20
    assert sorted(scores) == pytest.approx(sorted(stored), abs=1e-9)
