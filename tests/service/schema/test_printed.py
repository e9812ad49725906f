"""The printed schema: agreed with the code, described throughout, and within the contract."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLNamedType,
    GraphQLSchema,
    build_schema,
    is_specified_scalar_type,
    print_ast,
)

from service.schema.print import printed_schema

WAITING = {
    "PartialDate", "Candidate", "MergeImpact", "RunProgress", "SearchResult", "ScreenResult",
    "CandidateFilter", "ScreenInput", "JudgeInput", "RetractJudgementInput", "SplitMentionsInput",
    "StartResolutionInput", "CancelResolutionInput", "IngestTextInput", "JudgePayload",
    "RetractPayload", "SplitPayload", "RunPayload", "IngestPayload", "Mutation", "Subscription",
    "SearchResultConnection", "SearchResultEdge", "CandidateConnection", "CandidateEdge",
    "JudgementConnection", "JudgementEdge", "Entity.candidates",
    "DesignationFilter.missingFromLists",
    "Query.search", "Query.screen", "Query.candidates", "Query.compare", "Query.judgements",
    "Query.changes",
}  # fmt: skip
"""What the contract has and the service does not offer yet."""


@pytest.fixture(scope="module")
def served() -> GraphQLSchema:
    return build_schema(printed_schema())


def ours(schema: GraphQLSchema) -> Iterator[GraphQLNamedType]:
    """Yield the types a schema defines itself."""
    for name, kind in schema.type_map.items():
        if not name.startswith("__") and not is_specified_scalar_type(kind):
            yield kind


def parts(schema: GraphQLSchema) -> dict[str, Any]:
    """Return every type, field and argument by its path."""
    found: dict[str, Any] = {}
    for kind in ours(schema):
        found[kind.name] = kind
        for name, field in getattr(kind, "fields", {}).items():
            found[f"{kind.name}.{name}"] = field
            for argument, definition in getattr(field, "args", {}).items():
                found[f"{kind.name}.{name}({argument})"] = definition
    return found


def signature(part: Any) -> str:
    """Return what must not differ: type and default, or an enum's values."""
    if isinstance(part, GraphQLEnumType):
        return " ".join(part.values)
    default = getattr(part, "default", None)
    literal = print_ast(default.literal) if default and default.literal else ""
    return f"{getattr(part, 'type', type(part).__name__)} {literal}"


def test_printed_schema_agrees_with_the_code(project_root: Path) -> None:
    file = project_root / "schema.graphql"

    assert file.read_text() == printed_schema(), "python -m service.schema.print > schema.graphql"


def test_everything_is_described(served: GraphQLSchema) -> None:
    silent = [path for path, part in parts(served).items() if not part.description]

    assert silent == []


def test_every_field_and_argument_shows_an_example(served: GraphQLSchema) -> None:
    spoken = {path: part.description for path, part in parts(served).items() if "." in path}

    assert [path for path, text in spoken.items() if "`" not in text and "e.g." not in text] == []


@pytest.mark.real_data
def test_what_is_served_is_the_contract_s(served: GraphQLSchema, project_root: Path) -> None:
    contract = project_root.parent / "shared" / "design" / "schema.graphql"
    if not contract.exists():
        pytest.skip("the contract is not beside this checkout")
    promised = parts(build_schema(contract.read_text()))
    kept = parts(served)

    absent = {path for path in promised if path not in kept}
    waiting = {path for path in absent if path in WAITING or path.split(".")[0] in WAITING}

    assert {p for p in absent - waiting if p.split("(")[0] not in WAITING} == set()
    assert {path for path in kept if path not in promised} == set()
    assert {path for path in kept if signature(kept[path]) != signature(promised[path])} == set()
