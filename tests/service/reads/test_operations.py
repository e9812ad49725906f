"""Each example operation, answered from the story and held against the answer people have read.

`UPDATE_ANSWERS=1 pytest tests/service/reads` writes the answers anew, to be read in the diff.
"""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from asking import Service
from graphql import OperationDefinitionNode, parse, print_ast

ANSWERS = Path(__file__).parent / "answers"
VARIABLES: dict[str, dict[str, Any]] = {
    "EntityDesignationsSources": {"id": "E-UNKIM"},
    "ReconcileCounts": {"day": "2024-12-16"},
    "Spellings": {"id": "E-UNKIM"},
    "Documents": {},
    "ByIdentifier": {"scheme": "ofac-uid", "value": "52293"},
    "FormerId": {"id": "E-SDNKIM"},
    "Page": {"filter": {"kind": ["PERSON"], "designated": True}},
    "ActiveOn": {"id": "E-UNKIM", "day": "2020-06-01"},
    "SeveralAuthorities": {},
    "Article": {"id": "D-ARTICLE"},
    "Neighbourhood": {"id": "E-SHIP"},
    "How": {"id": "E-UNKIM"},
    "Runs": {},
}
CURSOR = re.compile("Wz[0-9A-Za-z_-]{10,}")


@pytest.fixture(scope="module")
def operations(project_root: Path) -> dict[str, str]:
    document = parse((project_root / "service" / "examples.graphql").read_text())
    return {
        node.name.value: print_ast(node)
        for node in document.definitions
        if isinstance(node, OperationDefinitionNode) and node.name
    }


def test_every_example_has_an_answer(operations: dict[str, str]) -> None:
    assert sorted(VARIABLES) == sorted(operations)


@pytest.mark.parametrize("name", VARIABLES)
def test_example_answers_as_read(name: str, operations: dict[str, str], told: Service) -> None:
    file = ANSWERS / f"{name}.json"

    data = told.data(operations[name], name, **VARIABLES[name])

    shown = CURSOR.sub("<cursor>", json.dumps(data, indent=2, ensure_ascii=False)) + "\n"
    if os.environ.get("UPDATE_ANSWERS"):
        file.write_text(shown)
    assert shown == file.read_text()


@pytest.mark.parametrize("name", VARIABLES)
def test_each_root_field_makes_exactly_one_statement(
    name: str, operations: dict[str, str], told: Service
) -> None:
    told.data(operations[name], name, **VARIABLES[name])

    assert len(told.statements) == 1


def test_root_fields_are_as_many_statements(told: Service) -> None:
    told.data('{ sources { id } more: sources { name } entity(id: "E-UNKIM") { caption } }')

    assert len(told.statements) == 3


@pytest.mark.real_data
def test_operations_of_the_contract_validate_and_answer(told: Service, project_root: Path) -> None:
    contract = project_root.parent / "shared" / "design" / "operations.graphql"
    if not contract.exists():
        pytest.skip("the contract's operations are not beside this checkout")
    variables = {
        "id": "E-UNKIM",
        "old": "E-SDNKIM",
        "day": "2020-06-01",
        "filter": {"name": "kim"},
    }
    asked = [
        node
        for node in parse(contract.read_text()).definitions
        if isinstance(node, OperationDefinitionNode) and node.name.value in VARIABLES
    ]

    for node in asked:
        wanted = {v.variable.name.value for v in node.variable_definitions or ()}
        given = {name: value for name, value in variables.items() if name in wanted}
        assert told.data(print_ast(node), **given) is not None

    assert len(asked) == len(VARIABLES)
