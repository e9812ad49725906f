"""The demonstration's story, after `dramatis demo` went the whole way."""

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from emptying import empty
from graphql import parse, print_ast, separate_operations
from strawberry.types import ExecutionResult

from actors.graph import Graph, connect_async
from actors.settings import Settings
from service.reads import answer
from service.schema import schema

README = Path(__file__).parents[2] / "README.md"
SERVICE = Path(__file__).parents[2] / "service"
EXAMPLES = {
    name: print_ast(document)
    for name, document in separate_operations(
        parse((SERVICE / "examples.graphql").read_text(encoding="utf-8"))
    ).items()
}
BLOCK = re.compile(r"^```(graphql|json)\n(.*?)^```", re.MULTILINE | re.DOTALL)

ENTITY_OF_RECORD = """
MATCH (mention:Mention {recordId: $record})-[:RESOLVED_TO]->(entity:Entity)
RETURN entity.id AS entity
"""

SPELLINGS_IN_TEXTS = """
MATCH (:Mention {recordId: $record})-[:RESOLVED_TO]->(:Entity)<-[:RESOLVED_TO]-(mention:Mention)
WHERE mention.kind = 'TEXT'
RETURN DISTINCT mention.quote AS quote
"""

TALLIES = """
MATCH (:Action {date: '2024-12-16'})-[tally:TALLIES]->(authority:Authority)
RETURN authority.acronym AS authority, tally.persons AS persons,
       tally.organizations AS organizations
"""

SCOPES = """
MATCH (claim:CountClaim)-[:ABOUT]->(:Action {date: '2024-12-16'})
RETURN claim.persons AS persons, claim.organizations AS organizations,
       claim.isExplained AS isExplained,
       COLLECT {
         MATCH (claim)-[:COUNTS]->(one:Authority)
         RETURN one.acronym ORDER BY one.acronym
       } AS scope
"""

DESIGNATIONS_OF_QUOTE = """
MATCH (:Mention {quote: $quote})-[:RESOLVED_TO]->(entity:Entity)
RETURN entity.designationCount AS designations
"""

Told = dict[str, Any]


@pytest.fixture(scope="module")
def tell(neo4j_server: Settings, session_graph: Graph) -> Callable[[], Told]:
    """Run the demonstration on the test run's Neo4j, empty at first."""
    empty(session_graph)
    environment = {
        **os.environ,
        "NEO4J_URI": neo4j_server.neo4j_uri or "",
        "NEO4J_USERNAME": neo4j_server.neo4j_username,
        "NEO4J_PASSWORD": neo4j_server.neo4j_password or "",
    }

    def run() -> Told:
        command = [sys.executable, "-m", "dramatis", "demo", "--no-serve", "--json"]
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr
        told: Told = json.loads(done.stdout)
        return told

    return run


@pytest.fixture(scope="module")
def told(tell: Callable[[], Told]) -> Told:
    return tell()


@pytest.fixture
def resolved(told: Told, session_graph: Graph) -> Graph:  # noqa: ARG001  # the run has been
    return session_graph


def entity_of(graph: Graph, record: str) -> str:
    [row] = graph.read(ENTITY_OF_RECORD, record=record)
    entity: str = row["entity"]
    return entity


def test_nothing_is_rejected(told: Told) -> None:
    assert [one["rejected"] for one in told["ingested"]["documents"]] == [[]] * 7


def test_one_action_holds_eleven_persons_and_eight_organizations(told: Told) -> None:
    [action] = told["actions"]

    assert (action["day"], action["persons"], action["organizations"]) == ("2024-12-16", 11, 8)
    assert action["is_consistent"]


def test_each_department_has_its_tally(resolved: Graph) -> None:
    tallies = {
        row["authority"]: (row["persons"], row["organizations"]) for row in resolved.read(TALLIES)
    }

    assert tallies == {"OFAC": (9, 7), "DOS": (2, 1)}


def test_both_counts_are_explained_by_who_counts(resolved: Graph) -> None:
    scopes = {
        (row["persons"], row["organizations"], row["isExplained"], tuple(row["scope"]))
        for row in resolved.read(SCOPES)
    }

    assert scopes == {(11, 8, True, ("DOS", "OFAC")), (9, 7, True, ("OFAC",))}


@pytest.mark.parametrize(
    ("record", "spellings"),
    [
        ("51330", {"Ri Chang-ho", "Lee Chang Ho", "Ri Chang Ho", "RI, Chang Ho"}),
        ("52116", {"Roh Kwang Chol", "No Kwang Chol", "RO, Kwang Chol"}),
        ("52115", {"Kim Kum Chol", "Kim Kum-chol", "KIM, Geum Cheol"}),
    ],
)
def test_spellings_of_one_man_come_together(
    resolved: Graph, record: str, spellings: set[str]
) -> None:
    found = {row["quote"] for row in resolved.read(SPELLINGS_IN_TEXTS, record=record)}

    assert found == spellings


@pytest.mark.parametrize(("left", "right"), [("12211", "17614"), ("12215", "52293")])
def test_namesakes_stay_two(resolved: Graph, left: str, right: str) -> None:
    assert entity_of(resolved, left) != entity_of(resolved, right)


@pytest.mark.parametrize(
    "records", [("17614", "KPi.024", "13334"), ("9345", "KPe.001", "10892"), ("12211", "12439")]
)
def test_records_of_one_actor_on_several_lists_are_one_entity(
    resolved: Graph, records: tuple[str, ...]
) -> None:
    assert len({entity_of(resolved, record) for record in records}) == 1


@pytest.mark.parametrize("quote", ["Janet Yellen", "Antony Blinken"])
def test_whom_no_list_names_is_not_designated(resolved: Graph, quote: str) -> None:
    assert resolved.read(DESIGNATIONS_OF_QUOTE, quote=quote) == [{"designations": 0}]


@pytest.mark.usefixtures("told")
def test_the_readme_shows_what_the_demonstration_answers(neo4j_server: Settings) -> None:
    shown = dict(BLOCK.findall(README.read_text(encoding="utf-8")))

    async def ask() -> object:
        async with connect_async(neo4j_server) as graph:
            return (await answer(schema, graph, shown["graphql"], {}, None)).data

    assert {"data": asyncio.run(ask())} == json.loads(shown["json"])


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_of_graphiql_finds_something(neo4j_server: Settings, name: str) -> None:
    variables = json.loads((SERVICE / "examples.json").read_text(encoding="utf-8"))

    async def ask() -> ExecutionResult:
        async with connect_async(neo4j_server) as graph:
            return await answer(schema, graph, EXAMPLES[name], variables.get(name, {}), None)

    result = asyncio.run(ask())

    assert result.errors is None
    assert result.data is not None
    assert all(result.data.values())


def test_the_demonstration_repeated_changes_nothing(told: Told, tell: Callable[[], Told]) -> None:
    again = tell()

    assert again["actions"] == told["actions"]
    assert again["run"]["entities"] == told["run"]["entities"]
    assert {again["run"]["counts"][change] for change in ("created", "merged", "split")} == {0}
