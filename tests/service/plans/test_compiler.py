"""Plans as text: what may change a statement, and what must not."""

import os
from pathlib import Path
from typing import Any

import pytest
from graphql import parse
from graphql.execution.values import VariableValues, get_variable_values

from service.plans import Plan, compile_field
from service.plans.selection import Request
from service.schema import schema

PLANS = Path(__file__).parent / "plans"
CORE = schema._schema


def compiled(query: str, **variables: Any) -> Plan:
    """Compile the one root field of a query."""
    operation, *fragments = parse(query).definitions
    (node,) = operation.selection_set.selections
    values = get_variable_values(CORE, operation.variable_definitions or (), variables)
    assert isinstance(values, VariableValues)
    named = {fragment.name.value: fragment for fragment in fragments}
    return compile_field(Request(CORE, operation, named, values), node.name.value, [node])


@pytest.mark.parametrize("name", ["EntityDesignationsSources", "Page", "Neighbourhood"])
def test_plans_are_as_read(name: str, project_root: Path) -> None:
    """`UPDATE_PLANS=1 pytest tests/service/plans` writes them anew, to be read in the diff."""
    examples = parse((project_root / "service" / "examples.graphql").read_text())
    operation = next(o for o in examples.definitions if o.name.value == name)
    (node,) = operation.selection_set.selections
    variables = {"id": "E-1", "filter": {"kind": ["PERSON"], "status": ["ACTIVE"]}}
    values = get_variable_values(CORE, operation.variable_definitions, variables)
    file = PLANS / f"{name}.cypher"

    statement = compile_field(Request(CORE, operation, {}, values), "x", [node]).statement + "\n"

    if os.environ.get("UPDATE_PLANS"):
        file.write_text(statement)
    assert statement == file.read_text()


def test_other_values_are_the_same_statement() -> None:
    """Neo4j plans a statement once; only what changes the pattern may change its text."""
    query = """query ($f: EntityFilter, $n: Int) { entities(filter: $f, first: $n) {
      nodes { names(type: [ALIAS]) { value } } } }"""

    one = compiled(query, n=5, f={"kind": ["PERSON"], "name": "kim"})
    other = compiled(query, n=50, f={"kind": ["VESSEL", "AIRCRAFT"], "name": "sea lark"})

    assert one.statement == other.statement
    assert one.parameters != other.parameters


def test_fragments_aliases_and_directives_leave_no_trace() -> None:
    plain = compiled('{ entity(id: "E-1") { id caption } }')

    same = compiled(
        """query ($yes: Boolean!) { entity(id: "E-1") { ...all kind @skip(if: $yes) } }
        fragment all on Entity { ... on Node { z: id } ... @include(if: $yes) { caption } }""",
        yes=True,
    )

    assert same.statement == plain.statement


def test_only_what_is_selected_is_read() -> None:
    count = compiled("{ entities { totalCount } }").statement
    rows = compiled("{ entities { nodes { id } } }").statement

    assert "COUNT" in count
    assert "COLLECT" not in count
    assert "COUNT" not in rows


def test_a_type_is_read_where_its_ids_say() -> None:
    query = """query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Entity { caption }
      ... on Source { name } } }"""

    statement = compiled(query, ids=["E-1", "E-2", "courier"]).statement

    assert ":Entity" in statement
    assert ":Source" in statement
    assert ":Mention)" not in statement
