"""The operations that GraphiQL opens with: they fit the schema, and bring what they need."""

import json
from pathlib import Path

import pytest
from graphql import (
    OperationDefinitionNode,
    parse,
    separate_operations,
    validate,
)
from graphql.execution.values import get_variable_values

from service.http.limits import Limits, operation_types
from service.schema import schema

FOLDER = Path(__file__).parents[2] / "service"
SOURCE = (FOLDER / "examples.graphql").read_text()
VARIABLES = json.loads((FOLDER / "examples.json").read_text())
DOCUMENTS = separate_operations(parse(SOURCE))


def test_the_examples_are_those_the_service_promises() -> None:
    assert list(DOCUMENTS) == [
        "EntityDesignationsSources",
        "ReconcileCounts",
        "Spellings",
        "Documents",
        "ByIdentifier",
        "FormerId",
        "Page",
        "ActiveOn",
        "SeveralAuthorities",
        "Article",
        "Neighbourhood",
        "How",
        "Runs",
    ]
    assert set(VARIABLES) <= set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_example_fits_the_schema(name: str) -> None:
    assert validate(schema._schema, DOCUMENTS[name]) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_example_brings_the_variables_it_needs(name: str) -> None:
    (operation,) = DOCUMENTS[name].definitions
    assert isinstance(operation, OperationDefinitionNode)

    coerced = get_variable_values(
        schema._schema, operation.variable_definitions or (), VARIABLES.get(name, {})
    )

    assert not isinstance(coerced, list), coerced


def test_all_examples_together_are_within_the_limits() -> None:
    assert len(operation_types(SOURCE, Limits())) == len(DOCUMENTS)
