"""What an operation may answer, told from its text and variables alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from graphql import parse, separate_operations
from graphql.execution.values import VariableValues, get_variable_values
from hypothesis import given
from hypothesis import strategies as st

from service.plans.cost import LARGEST_COST, TooCostly, cost, refuse_costly
from service.plans.selection import Request
from service.schema import schema

CORE = schema._schema
SERVICE = Path(__file__).parents[3] / "service"
EXAMPLES = separate_operations(parse((SERVICE / "examples.graphql").read_text()))
VARIABLES = json.loads((SERVICE / "examples.json").read_text())
MULTIPLIED = """{ document(id: "D-1") { mentions(first: 500) { nodes { document {
  mentions(first: 500) { nodes { document { text } } } } } } } }"""


def request(document: Any, variables: dict[str, Any]) -> Request:
    operation, *fragments = document.definitions
    values = get_variable_values(CORE, operation.variable_definitions or (), variables)
    assert isinstance(values, VariableValues)
    return Request(CORE, operation, {one.name.value: one for one in fragments}, values)


def costs(query: str, **variables: Any) -> int:
    return cost(request(parse(query), variables))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_operation_people_come_for_is_within_the_limit(name: str) -> None:
    refuse_costly(request(EXAMPLES[name], VARIABLES.get(name, {})))


def test_a_page_of_entities_may_show_why_each_is_one() -> None:
    """A hundred entities with their evidence were refused, as if each held fifty merges."""
    refuse_costly(
        request(
            parse("{ entities(first: 100) { nodes { evidence { text features { name } } } } }"), {}
        )
    )


def test_pages_within_pages_are_refused_by_their_product() -> None:
    """A hundred characters of two nested pages of 500 took the database's whole memory."""
    with pytest.raises(TooCostly, match=r"125,501,502 values, more than the 1,000,000 .* `first`"):
        refuse_costly(request(parse(MULTIPLIED), {}))


@given(outer=st.integers(0, 500), inner=st.integers(0, 500))
def test_rows_multiply(outer: int, inner: int) -> None:
    query = """query ($o: Int, $i: Int) { entities(first: $o) { nodes {
      mentions(first: $i) { edges { node { id } } } } } }"""

    edge_node_and_id = 3

    assert costs(query, o=outer, i=inner) == 1 + outer * (1 + 1 + inner * edge_node_and_id)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{ entities { nodes { id } } }", 1 + 20 * 2),
        ("{ entities(first: null) { nodes { id } } }", 1 + 20 * 2),
        ("{ entities(last: 7) { nodes { id } edges { cursor } } }", 1 + 7 * 2 + 7 * 2),
        ("{ entities { totalCount pageInfo { endCursor } } }", 1 + 1 + 2),
        ("{ entities { facets(fields: [KIND, KIND, COUNTRY]) { field } } }", 1 + 2 * 5_000),
        ('{ document(id: "D-1") { countClaims { quote } } }', 1 + 10 * 2),
        ('{ document(id: "D-1") { text } }', 1 + 500),
        ('{ entity(id: "E-1") { evidence(first: 3) { text } } }', 1 + 3 * (1 + 80)),
        ('{ nodes(ids: ["E-1", "D-1"]) { id ... on Document { text } } }', 2 * (1 + 1 + 500)),
        ('{ network(ids: ["E-1"], limit: 1) { entities { id } } }', 1 + 500 * 2),
        ("{ __schema { types { name } } }", 1),
        ("{ __typename }", 1),
    ],
)
def test_each_list_has_what_it_may_have(query: str, expected: int) -> None:
    assert costs(query) == expected


def test_aliases_fragments_and_root_fields_add_up() -> None:
    alone = costs("{ entities(first: 9) { nodes { id } } }")

    query = """{ a: entities(first: 9) { ...nodes } b: entities(first: 9) { ... { ...nodes } } }
      fragment nodes on EntityConnection { nodes { id } }"""

    assert costs(query) == 2 * alone


def test_what_is_left_out_costs_nothing() -> None:
    query = """query ($no: Boolean!) { entities { nodes { id
      mentions(first: 500) @include(if: $no) { nodes { id } } } } }"""

    assert costs(query, no=False) == costs("{ entities { nodes { id } } }")


def test_sizes_that_no_page_may_have_are_left_to_their_own_refusal() -> None:
    assert costs("{ entities(first: -5) { nodes { id } } }") == 1
    assert costs("{ entities(first: 2000000000) { nodes { id } } }") <= LARGEST_COST
