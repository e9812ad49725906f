"""What the contract says of ids, names, filters and networks, question by question."""

from typing import Any

import pytest
from asking import Service

from service.reads import prepare
from service.schema import schema

KIM, NAMESAKE, BANK, SHIP = "E-UNKIM", "E-NAMESAKE", "E-BANK", "E-SHIP"


def found(service: Service, **filter_: Any) -> list[str]:
    """Return the ids of the entities a filter admits."""
    query = "query ($f: EntityFilter) { entities(filter: $f) { nodes { id } totalCount } }"
    page = service.data(query, f=filter_)["entities"]
    assert page["totalCount"] == len(page["nodes"])
    return sorted(node["id"] for node in page["nodes"])


@pytest.mark.parametrize("id_", ["E-UNKIM", "E-SDNKIM", "E-KOREANKIM"])
def test_any_own_id_of_a_member_answers_its_entity(id_: str, told: Service) -> None:
    query = "query ($id: ID!) { entity(id: $id) { id formerIds } }"

    assert told.data(query, id=id_)["entity"] == {"id": KIM, "formerIds": ["E-SDNKIM"]}


def test_node_answers_present_ids_only(told: Service) -> None:
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }"
    ids = [
        KIM,
        "E-SDNKIM",
        "M-NEW",
        "M-BANK",
        "none",
        "ofac-sdn",
        "authority:us-state",
        KIM,
        "J-SAME",
        "programme:us-ofac:NPWMD",
        "action:us:2024-12-16",
        "D-SDN",
        "G-KIM",
        "R-FIRST",
    ]

    nodes = told.data(query, ids=ids)["nodes"]

    assert [node and node["__typename"] for node in nodes] == [
        "Entity",
        None,
        None,
        "Mention",
        None,
        "Source",
        "Authority",
        "Entity",
        "Judgement",
        "Programme",
        "Action",
        "Document",
        "Designation",
        "Run",
    ]


def test_own_number_wins_over_a_cited_one(told: Service) -> None:
    query = 'query ($v: String!) { entityByIdentifier(scheme: "un-reference", value: $v) { id } }'

    assert told.data(query, v="kpi 033")["entityByIdentifier"] == {"id": KIM}
    assert told.data(query, v="KPe.099")["entityByIdentifier"] == {"id": BANK}
    assert told.data(query, v="KPe.100")["entityByIdentifier"] is None


def test_a_number_of_several_is_ambiguous_and_the_filter_lists_them(told: Service) -> None:
    query = '{ entityByIdentifier(scheme: "passport", value: "pp-123456") { id } }'

    assert told.code(query) == "AMBIGUOUS"
    assert found(told, identifier={"scheme": "passport", "value": "PP123456"}) == [NAMESAKE, KIM]


def test_names_are_one_spelling_once_with_its_strongest_use(told: Service) -> None:
    query = f'{{ entity(id: "{KIM}") {{ names {{ value type script mentions {{ id }} }} }} }}'

    names = told.data(query)["entity"]["names"]

    assert [(n["value"], n["type"], n["script"], len(n["mentions"])) for n in names] == [
        ("Kim Yong Chol", "PRIMARY", "Latn", 3),
        ("KIM, Yong Chol", "PRIMARY", "Latn", 1),
        ("김영철", "PRIMARY", "Hang", 1),
        ("Kim Young-chul", "ALIAS", "Latn", 1),
        ("Y. C. Kim", "WEAK_ALIAS", "Latn", 1),
    ]


def test_mentions_no_run_has_resolved_are_not_served(told: Service) -> None:
    query = '{ document(id: "D-UNDATED") { title mentions { totalCount nodes { id } } } }'

    assert told.data(query)["document"]["mentions"] == {"totalCount": 0, "nodes": []}


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ({"name": "chol kim"}, [NAMESAKE, KIM]),
        ({"name": "CHOL ki"}, [NAMESAKE, KIM]),
        ({"name": "kim young"}, [KIM]),
        ({"name": "hol"}, []),
        ({"name": "lark ocean"}, [SHIP]),
        ({"name": "lark sparrow"}, []),
        ({"country": ["RU"]}, [KIM]),
        ({"tier": ["NEWS"], "kind": ["PERSON"]}, [KIM]),
        ({"source": ["treasury"]}, [KIM]),
        ({"programme": ["DPRK"]}, [NAMESAKE, KIM]),
        ({"programme": ["programme:un-sc:DPRK"]}, [KIM]),
        ({"listedOn": {"from": "2024-01-01", "to": "2024-12-16"}}, [BANK, KIM]),
        ({"designated": False}, ["E-STRANGER"]),
        ({"minSources": 2}, [KIM]),
        ({"minMentions": 5}, []),
        ({"not": {"kind": ["PERSON", "UNKNOWN"]}}, [BANK, SHIP]),
        ({"or": [{"kind": ["VESSEL"]}, {"name": "golden"}]}, [BANK, SHIP]),
        ({"and": []}, [BANK, NAMESAKE, SHIP, "E-STRANGER", KIM]),
        ({"or": []}, []),
        ({"kind": []}, []),
        ({"kind": None}, [BANK, NAMESAKE, SHIP, "E-STRANGER", KIM]),
    ],
)
def test_filters_admit_what_they_say(
    filter_: dict[str, Any], expected: list[str], told: Service
) -> None:
    assert found(told, **filter_) == sorted(expected)


def test_conditions_on_designations_hold_for_one_and_the_same(told: Service) -> None:
    council, npwmd = {"authority": ["authority:un-sc"]}, {"programme": ["NPWMD"]}

    assert found(told, **council, **npwmd) == []
    assert found(told, **{"and": [council, npwmd]}) == [KIM]


@pytest.mark.parametrize(
    ("day", "active"),
    [
        ("2016-03-01", []),
        ("2016-03-02", ["G-KIMUN"]),
        ("2024-12-15", ["G-KIMUN"]),
        ("2024-12-16", ["G-KIM", "G-KIMUN"]),
    ],
)
def test_designations_without_a_day_are_active_from_their_first_edition(
    day: str, active: list[str], told: Service
) -> None:
    query = """query ($day: Date) { entity(id: "E-UNKIM") {
      designations(filter: {activeOn: $day}) { nodes { id } } } }"""

    nodes = told.data(query, day=day)["entity"]["designations"]["nodes"]

    assert [node["id"] for node in nodes] == active


@pytest.mark.parametrize(("day", "count"), [("2019-12-31", 1), ("2020-01-01", 0)])
def test_a_designation_is_over_on_the_day_it_ends(day: str, count: int, told: Service) -> None:
    query = """query ($day: Date) { entity(id: "E-NAMESAKE") {
      designations(filter: {activeOn: $day}) { totalCount } } }"""

    assert told.data(query, day=day)["entity"]["designations"]["totalCount"] == count


@pytest.mark.parametrize("day", ["2024-12", "2024-02-30", "20241216", "today"])
def test_what_is_no_day_is_refused(day: str, told: Service) -> None:
    query = f"""{{ entity(id: "E-UNKIM") {{
      designations(filter: {{activeOn: "{day}"}}) {{ totalCount }} }} }}"""

    result = told.ask(query)

    assert "not a calendar day" in result.errors[0].message


def test_a_network_grows_by_steps_and_says_when_it_was_cut(told: Service) -> None:
    query = """query ($depth: Int, $limit: Int) {
      network(ids: ["E-SHIP"], depth: $depth, limit: $limit) {
      truncated entities { id } relations { from to type } } }"""

    def network(depth: int, limit: int) -> Any:
        return told.data(query, depth=depth, limit=limit)["network"]

    assert [e["id"] for e in network(0, 9)["entities"]] == [SHIP]
    assert [e["id"] for e in network(1, 9)["entities"]] == [SHIP, BANK]
    assert [e["id"] for e in network(2, 9)["entities"]] == [SHIP, BANK, KIM]
    assert not network(2, 3)["truncated"]
    assert network(2, 2)["truncated"]
    assert len(network(2, 9)["relations"]) == 3


def test_comparisons_are_explained_from_both_mentions(told: Service) -> None:
    query = """{ entity(id: "E-UNKIM") { evidence {
      score text again: text features { name left __typename } judgement { id verdict } } } }"""

    evidence = told.data(query)["entity"]["evidence"]

    assert [comparison["score"] for comparison in evidence] == [0.99, 0.97, 0.91]
    assert evidence[1]["text"] == evidence[1]["again"] == "M-UNKIM is M-SDNKIM"
    assert evidence[1]["features"] == [
        {"name": "name", "left": "M-UNKIM", "__typename": "Feature"},
        {"name": "day", "left": "2024-12-01", "__typename": "Feature"},
    ]
    assert evidence[1]["judgement"] == {"id": "J-SAME", "verdict": "SAME"}


def test_facets_count_what_the_filter_admits(told: Service) -> None:
    query = """{ entities(filter: {designated: true}, first: 0) {
      facets(fields: [KIND, PROGRAMME, COUNTRY]) {
      field values { value label count } } } }"""

    facets = told.data(query)["entities"]["facets"]

    assert facets[0] == {
        "field": "KIND",
        "values": [
            {"value": "PERSON", "label": "Person", "count": 2},
            {"value": "ORGANIZATION", "label": "Organization", "count": 1},
            {"value": "VESSEL", "label": "Vessel", "count": 1},
        ],
    }
    assert [(v["value"], v["count"]) for v in facets[1]["values"]] == [("DPRK", 2), ("NPWMD", 2)]
    assert facets[2]["values"][0] == {"value": "kp", "label": "North Korea", "count": 3}


def test_errors_of_one_field_leave_the_others(told: Service) -> None:
    result = told.ask(
        """{ entity(id: "E-BANK") { id }
          entityByIdentifier(scheme: "passport", value: "PP123456") { id } }"""
    )

    assert result.data == {"entity": {"id": BANK}, "entityByIdentifier": None}
    assert result.errors[0].path == ["entityByIdentifier"]


@pytest.mark.parametrize(
    "query", ["{ entity", "{ nothing }", "query A { run(id: 1) { id } } query B { sources { id } }"]
)
def test_what_is_no_operation_has_errors_and_no_data(query: str, told: Service) -> None:
    result = told.ask(query)

    assert result.data is None
    assert result.errors


def test_an_operation_is_prepared_once() -> None:
    query = "{ sources { id name } }"

    assert prepare(schema._schema, query) is prepare(schema._schema, query)


def test_introspection_passes_through_ordinary_completion(told: Service) -> None:
    data = told.data('{ __type(name: "Entity") { name interfaces { name } } }')

    assert data == {"__type": {"name": "Entity", "interfaces": [{"name": "Node"}]}}
    assert told.statements == []


@pytest.mark.parametrize("open_range", ["{}", "{from: null}", "{from: null, to: null}"])
def test_a_range_open_at_both_ends_restricts_nothing(open_range: str, told: Service) -> None:
    """It demanded a designation, of whatever day: entities without any were left out."""
    query = "{{ entities(filter: {{listedOn: {}}}) {{ totalCount }} }}"

    everyone = told.data("{ entities { totalCount } }")
    some = told.data(query.format('{from: "1900-01-01"}'))

    assert told.data(query.format(open_range)) == everyone != some
