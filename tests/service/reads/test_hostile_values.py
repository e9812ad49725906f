"""Values never become Cypher: hostile ones are looked for like any other, and nothing is found."""

from typing import Any

import pytest
from asking import Service
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    get_named_type,
    get_nullable_type,
    is_list_type,
    is_non_null_type,
)

from actors.graph import Graph
from service.schema import schema

HOSTILE = (
    "' OR true //",
    '"}) DETACH DELETE n //',
    "\\",
    "`",
    "$p0",
    "@this {this} {0} %s",
    "*) OR caption:*",
    "}] RETURN 1 AS answer //",
    "\u0000",
    "💥" * 60,
)
ROOTS = sorted(schema._schema.query_type.fields)


def hostile(type_: Any, text: str, depth: int = 2) -> Any:
    """Return a value of the type with the text wherever a text may stand."""
    plain = get_nullable_type(type_)
    if is_list_type(plain):
        return [hostile(plain.of_type, text, depth)]
    if isinstance(plain, GraphQLEnumType):
        return next(iter(plain.values))
    if isinstance(plain, GraphQLInputObjectType):
        return {
            name: hostile(field.type, text, depth - 1)
            for name, field in plain.fields.items()
            if depth > 0 or is_non_null_type(field.type)
            if name != "not"
        }
    return {"Int": 1, "Boolean": True, "Date": "2024-12-16"}.get(plain.name, text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("root", ROOTS)
def test_hostile_values_find_nothing_and_change_nothing(
    root: str, text: str, told: Service, session_graph: Graph
) -> None:
    field = schema._schema.query_type.fields[root]
    given = {n: a for n, a in field.args.items() if n not in {"after", "before", "last"}}
    declared = ", ".join(f"${name}: {argument.type}" for name, argument in given.items())
    passed = ", ".join(f"{name}: ${name}" for name in given)
    signature = (f"({declared})", f"({passed})") if given else ("", "")
    inner = "totalCount" if get_named_type(field.type).name.endswith("Connection") else "__typename"
    query = f"query{signature[0]} {{ {root}{signature[1]} {{ {inner} }} }}"
    before = session_graph.read("MATCH (n) RETURN count(n) AS nodes")

    data = told.data(query, **{name: hostile(a.type, text) for name, a in given.items()})[root]

    if given and root not in {"runs", "actions", "documents"}:
        empty: tuple[Any, ...] = (None, [None], {"totalCount": 0}, {"__typename": "Network"})
        assert data in empty
    assert session_graph.read("MATCH (n) RETURN count(n) AS nodes") == before


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_values_inside_selections_are_values_too(text: str, told: Service) -> None:
    data = told.data(
        """query ($t: String!, $i: ID!) { entity(id: "E-UNKIM") {
          properties(field: [$t]) { value }
          mentions(filter: {source: [$i]}) { totalCount }
          designations(filter: {authority: [$i], programme: [$t], legalBasis: [$t]}) { totalCount }
        } }""",
        t=text,
        i=text,
    )

    assert data["entity"] == {
        "properties": [],
        "mentions": {"totalCount": 0},
        "designations": {"totalCount": 0},
    }


def test_no_alias_of_a_client_stands_in_a_statement(told: Service) -> None:
    data = told.data('{ DETACH: entity(id: "E-UNKIM") { RETURN: caption null: id } }')

    assert list(data["DETACH"]) == ["RETURN", "null"]
    assert "DETACH" not in told.statements[0]


def test_filters_without_measure_are_refused(told: Service) -> None:
    deep: dict[str, Any] = {"kind": ["PERSON"]}
    for _ in range(50):
        deep = {"not": deep}
    wide = {"or": [{"designated": True}] * 1000}
    query = "query ($f: EntityFilter) { entities(filter: $f) { totalCount } }"

    assert told.code(query, f=deep) == "BAD_REQUEST"
    assert told.code(query, f=wide) == "BAD_REQUEST"


def test_an_operation_beyond_the_cost_limit_reads_nothing(told: Service) -> None:
    query = """{ cheap: sources { id } document(id: "D-ARTICLE") { mentions(first: 500) { nodes {
      document { mentions(first: 500) { nodes { document { text } } } } } } } }"""

    result = told.ask(query)

    assert result.data is None
    assert [error.original_error.code for error in result.errors] == ["LIMIT_EXCEEDED"]
    assert told.statements == []


def test_more_words_than_a_name_has_are_refused(told: Service) -> None:
    """Lucene gave up at 1,024 of them, and the database was said not to answer."""
    query = "query ($n: String) { entities(filter: {name: $n}) { totalCount } }"

    assert told.data(query, n="kim zzz " * 32)["entities"] == {"totalCount": 0}
    assert told.code(query, n="kim zzz " * 33) == "BAD_REQUEST"
    assert told.code(query, n=" ".join(f"w{i}" for i in range(1025))) == "BAD_REQUEST"


def test_a_network_begins_with_as_many_as_it_says(told: Service) -> None:
    query = "query ($ids: [ID!]!) { network(ids: $ids) { truncated } }"

    assert told.data(query, ids=["E-UNKIM"] * 500)["network"] == {"truncated": False}
    assert told.code(query, ids=["E-UNKIM"] * 501) == "BAD_REQUEST"
