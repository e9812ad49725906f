"""Days that are none: an error of the request, told in the words of the scalar."""

import json

import pytest
from graphql import GraphQLError, OperationDefinitionNode, parse, validate
from graphql.execution.values import get_variable_values

from service.schema import schema

CORE = schema._schema
NO_DAYS = pytest.mark.parametrize("value", ["x", "2024-02-30", "20241216", "", 5, True])


def sentence(value: object) -> str:
    return f"{value!r} is not a calendar day; write it like 2024-12-16"


@NO_DAYS
def test_a_literal_that_is_no_day_does_not_validate(value: object) -> None:
    """As a ValueError it was taken for a failure of ours: INTERNAL, and a request id."""
    query = f"{{ actions(date: {{from: {json.dumps(value)}}}) {{ totalCount }} }}"

    (error,) = validate(CORE, parse(query))

    assert error.message == sentence(value)
    assert isinstance(error.original_error, GraphQLError | None)


@NO_DAYS
def test_a_variable_that_is_no_day_does_not_fit(value: object) -> None:
    (operation,) = parse("query ($d: Date) { actions { totalCount } }").definitions
    assert isinstance(operation, OperationDefinitionNode)

    (error,) = get_variable_values(CORE, operation.variable_definitions or (), {"d": value})

    assert error.message == f"Variable '$d' has invalid value: {sentence(value)}"
    assert isinstance(error.original_error, GraphQLError | None)
