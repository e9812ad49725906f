"""Pages: walking them in either direction finds every row once, in order, whatever the order."""

from collections.abc import Iterator
from typing import Any

import pytest
from asking import Service
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from world import World

from actors.graph import Graph

ENTITY_ORDERS = ("CAPTION", "MENTION_COUNT", "DESIGNATION_COUNT", "LAST_LISTED_ON")
DESIGNATION_ORDERS = ("LISTED_ON", "CAPTION")
PAGE = """edges { cursor node { id } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount"""


def pages(
    service: Service, root: str, order: list[Any] | None, size: int, *, backward: bool
) -> Iterator[Any]:
    """Walk a list from one end to the other."""
    order_type = {"entities": "EntityOrder", "designations": "DesignationOrder"}.get(root)
    declared = f", $o: [{order_type}!]" if order_type else ""
    ordered = ", orderBy: $o" if order_type else ""
    bounds = "last: $n, before: $c" if backward else "first: $n, after: $c"
    query = f"query ($n: Int, $c: String{declared}) {{ {root}({bounds}{ordered}) {{ {PAGE} }} }}"
    cursor = None
    while True:
        given_order = {"o": order} if order_type and order else {}
        page = service.data(query, n=size, c=cursor, **given_order)[root]
        yield page
        info = page["pageInfo"]
        if not info["hasPreviousPage" if backward else "hasNextPage"]:
            return
        cursor = info["startCursor" if backward else "endCursor"]


@st.composite
def orders(draw: Any) -> tuple[str, list[dict[str, str]]]:
    """Draw a list and an order it may have."""
    root = draw(st.sampled_from(("entities", "designations", "documents", "actions")))
    names = ENTITY_ORDERS if root == "entities" else DESIGNATION_ORDERS
    fields = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    return root, [
        {"field": name, "direction": draw(st.sampled_from(("ASC", "DESC")))} for name in fields
    ]


@pytest.mark.usefixtures("crowded")
@given(ordered=orders(), size=st.integers(2, 9))
@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_pages_walked_either_way_are_the_list(
    ordered: tuple[str, list[Any]], size: int, service: Service
) -> None:
    root, order = ordered

    (whole,) = pages(service, root, order, 500, backward=False)
    forward = list(pages(service, root, order, size, backward=False))
    back = list(pages(service, root, order, size, backward=True))

    rows = [edge["node"]["id"] for edge in whole["edges"]]
    assert len(set(rows)) == len(rows) == whole["totalCount"]
    assert [e["node"]["id"] for page in forward for e in page["edges"]] == rows
    assert [e["node"]["id"] for page in reversed(back) for e in page["edges"]] == rows
    assert [page["pageInfo"]["hasPreviousPage"] for page in forward] == [
        place > 0 for place in range(len(forward))
    ]
    assert [page["pageInfo"]["hasNextPage"] for page in back] == [
        place > 0 for place in range(len(back))
    ]


def test_a_cursor_stays_valid_when_its_row_goes(told: Service, session_graph: Graph) -> None:
    page = "{ entities(first: 2) { nodes { id } pageInfo { endCursor } } }"
    first = told.data(page)["entities"]
    rest = "query ($c: String) { entities(after: $c) { nodes { id } } }"
    before = told.data(rest, c=first["pageInfo"]["endCursor"])["entities"]["nodes"]
    gone = first["nodes"][1]["id"]
    session_graph.write("MATCH (e:Entity {id: $id}) SET e:Gone REMOVE e:Entity", id=gone)

    after = told.data(rest, c=first["pageInfo"]["endCursor"])["entities"]["nodes"]

    session_graph.write("MATCH (e:Gone) SET e:Entity REMOVE e:Gone")
    assert before == after


def test_between_two_cursors_stand_the_rows_between(told: Service) -> None:
    edges = told.data("{ entities { edges { cursor node { id } } } }")["entities"]["edges"]

    between = told.data(
        """query ($a: String, $b: String) { entities(after: $a, before: $b, first: 2) {
          nodes { id } pageInfo { hasNextPage hasPreviousPage } } }""",
        a=edges[0]["cursor"],
        b=edges[3]["cursor"],
    )["entities"]

    assert between["nodes"] == [edges[1]["node"], edges[2]["node"]]
    assert between["pageInfo"] == {"hasNextPage": True, "hasPreviousPage": True}


def test_nested_pages_go_on_from_their_cursor(told: Service) -> None:
    query = """query ($c: String) { entity(id: "E-UNKIM") {
      mentions(first: 3, after: $c) { nodes { id } pageInfo { hasNextPage endCursor } } } }"""

    first = told.data(query)["entity"]["mentions"]
    second = told.data(query, c=first["pageInfo"]["endCursor"])["entity"]["mentions"]

    assert [node["id"] for node in first["nodes"] + second["nodes"]] == [
        "M-UNKIM",
        "M-SDNKIM",
        "M-SAIDKIM",
        "M-KOREANKIM",
    ]
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)


@pytest.mark.parametrize(
    "query",
    [
        "{ entities(first: 1, last: 1) { totalCount } }",
        "{ entities(first: -1) { totalCount } }",
        "{ entities(last: 501) { totalCount } }",
        '{ entities(after: "nonsense") { totalCount } }',
        '{ entities(after: "💥") { totalCount } }',
        '{ entity(id: "E-UNKIM") { names { mentions(first: 501) { id } } } }',
        '{ entity(id: "E-UNKIM") { evidence(first: -1) { score } } }',
        '{ network(ids: ["E-UNKIM"], depth: 5) { truncated } }',
        '{ network(ids: ["E-UNKIM"], depth: -1) { truncated } }',
        '{ network(ids: ["E-UNKIM"], limit: 501) { truncated } }',
        '{ network(ids: ["E-UNKIM"], limit: null) { truncated } }',
    ],
)
def test_what_cannot_be_paged_is_a_bad_request(query: str, told: Service) -> None:
    assert told.code(query) == "BAD_REQUEST"


def test_a_cursor_of_another_order_is_refused(told: Service) -> None:
    page = told.data("{ entities(first: 1) { pageInfo { endCursor } } }")["entities"]

    code = told.code(
        """query ($c: String) {
          entities(after: $c, orderBy: [{field: MENTION_COUNT}]) { totalCount } }""",
        c=page["pageInfo"]["endCursor"],
    )

    assert code == "BAD_REQUEST"


@pytest.mark.usefixtures("crowded")
def test_a_key_asked_for_again_decides_nothing(service: Service) -> None:
    """The second mention of a field once moved it behind the keys between the two."""
    query = "query ($o: [DesignationOrder!]) { designations(orderBy: $o) { nodes { id } } }"
    caption, day = {"field": "CAPTION"}, {"field": "LISTED_ON"}

    once = service.data(query, o=[caption, day])
    again = service.data(query, o=[caption, day, {**caption, "direction": "DESC"}])

    assert again == once


@pytest.mark.parametrize(("asked", "answered"), [("first: 0", 0), ("first: null", 5), ("", 5)])
def test_neither_first_nor_last_means_twenty(asked: str, answered: int, told: Service) -> None:
    arguments = f"({asked})" if asked else ""

    nodes = told.data(f"{{ entities{arguments} {{ nodes {{ id }} }} }}")["entities"]["nodes"]

    assert len(nodes) == answered


def test_twenty_rows_are_a_page(service: Service, crowded: World) -> None:
    assert len(crowded.of("Entity")) > 20

    nodes = service.data("{ entities { nodes { id } } }")["entities"]["nodes"]

    assert len(nodes) == 20
