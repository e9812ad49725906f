"""One statement a root field against a resolver a field, on the same graph in the same run.

    python benchmarks/service/plans.py [ENTITIES]

Makes a graph of its own in a temporary embedded Neo4j: each entity with five designations of three
programmes and two mentions. Each way answers the same operations in turn; the answers must be
equal. Prints milliseconds (best and median) and how many statements each way took; the ratios are
what to rely on.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import orjson
from graphql import ExecutionResult, build_schema, execute, parse

from actors.graph import AsyncGraph, EmbeddedNeo4j, connect, connect_async, ensure_schema
from actors.settings import Settings
from service.reads import answer
from service.schema import schema
from service.schema.print import printed_schema

ROUNDS = 40
BATCH = 1000
DESIGNATION = "status listedOn authority { name acronym } programmes { key title }"
OPERATIONS = {
    "three fields": '{ entity(id: "E-17") { id kind caption } }',
    "one entity, 5 designations, 3 programmes each": f"""
      {{ entity(id: "E-17") {{
        id caption designations(first: 5) {{ nodes {{ {DESIGNATION} }} }} }} }}
    """,
    "page of 50 of them": f"""
      {{ entities(first: 50) {{ nodes {{
        id kind caption designations(first: 5) {{ nodes {{ {DESIGNATION} }} }} }} }} }}
    """,
}

GENERATE = """
MERGE (source:Source {id: "list"})
  SET source += {name: "A list", publisher: "Somebody", tier: "OFFICIAL_LIST"}
MERGE (document:Document {id: "D-1"})
  SET document += {title: "An edition", sha256: "0", retrievedAt: "2026-01-01T00:00:00Z"}
MERGE (document)-[:FROM]->(source)
MERGE (authority:Authority {id: "authority:one"})
  SET authority.name = "One", authority.acronym = "O"
WITH document, authority
UNWIND range(0, 29) AS n
MERGE (programme:Programme {id: "programme:one:" + n}) SET programme.key = "P" + n
MERGE (programme)-[:OF]->(authority)
WITH document, authority, collect(programme) AS programmes
UNWIND $rows AS n
CREATE (entity:Entity {id: "E-" + n, kind: "PERSON", caption: "Person " + n,
  sortCaption: "person " + n, searchNames: ["person " + n], countries: ["kp"], sourceIds: ["list"],
  tiers: ["OFFICIAL_LIST"], authorityIds: [], programmeIds: [], statuses: ["ACTIVE"],
  mentionCount: 2, sourceCount: 1, designationCount: 5})
FOREACH (m IN range(0, 1) |
  CREATE (:Mention {id: "M-" + n + "-" + m,
    entityId: CASE m WHEN 0 THEN "E-" + n ELSE "E-x" + n END, kind: "RECORD",
    quote: "Person " + n, names: ["Person " + n], nameTypes: ["PRIMARY"],
    nameScripts: ["Latn"], sequence: 2 * n + m})-[:RESOLVED_TO {score: 1.0}]->(entity))
WITH n, entity, authority, programmes
UNWIND range(0, 4) AS g
CREATE (designation:Designation {id: "G-" + n + "-" + g, status: "ACTIVE", reasons: [],
  listedOn: "20" + (10 + g) + "-01-01"})-[:DESIGNATES]->(entity)
CREATE (designation)-[:BY]->(authority)
FOREACH (p IN range(0, 2) | FOREACH (programme IN [programmes[(n + g + p * 7) % 30]] |
  CREATE (designation)-[:UNDER]->(programme)))
"""

Asked = Callable[[str], Awaitable[Any]]


class Counting:
    """A graph that counts its statements."""

    def __init__(self, graph: AsyncGraph) -> None:
        self.graph = graph
        self.count = 0

    async def read(self, statement: str, parameters: Any, *, timeout_seconds: float) -> Any:  # noqa: ANN401
        """Count, then read."""
        self.count += 1
        return await self.graph.read(statement, parameters, timeout_seconds=timeout_seconds)


STATEMENTS = {
    "entity": """MATCH (:Mention {entityId: $id})-[:RESOLVED_TO]->(e:Entity)
      RETURN properties(e) AS row""",
    "entities": """MATCH (e:Entity) WITH e ORDER BY e.sortCaption, e.id LIMIT $first
      RETURN properties(e) AS row""",
    "designations": """MATCH (:Entity {id: $of})<-[:DESIGNATES]-(d:Designation)
      WITH d ORDER BY d.listedOn DESC, d.id LIMIT $first RETURN properties(d) AS row""",
    "authority": """MATCH (:Designation {id: $of})-[:BY]->(a) RETURN properties(a) AS row""",
    "programmes": """MATCH (:Designation {id: $of})-[:UNDER]->(p)
      WITH p ORDER BY p.key, p.id RETURN properties(p) AS row""",
}


class Naive:
    """A statement for each object's relation, as resolvers written one by one would do."""

    def __init__(self, graph: Counting) -> None:
        self.graph = graph
        self.schema = build_schema(printed_schema())

    async def __call__(self, query: str) -> ExecutionResult:
        """Answer a query, resolver by resolver."""
        result = execute(self.schema, parse(query), {}, field_resolver=self.resolve)
        return await result if isinstance(result, Awaitable) else result

    def resolve(self, source: dict[str, Any], info: Any, **arguments: Any) -> Any:  # noqa: ANN401
        """Answer a field: a relation from the database, a property from what was read."""
        if info.field_name in STATEMENTS:
            return self.rows(info.field_name, {**arguments, "of": source.get("id")})
        return source.get(info.field_name)

    async def rows(self, name: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401
        """Read one relation of one object."""
        rows = await self.graph.read(STATEMENTS[name], parameters, timeout_seconds=30)
        found = [row["row"] for row in rows]
        if name in {"entities", "designations"}:
            return {"nodes": found}
        return found if name == "programmes" else found[0]


async def measure(asked: Asked, query: str) -> tuple[float, float, Any]:
    """Return best and median milliseconds, and the answer."""
    result, times = None, []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        result = await asked(query)
        orjson.dumps(result.data)
        times.append((time.perf_counter() - began) * 1000)
        assert not result.errors, result.errors
    assert result is not None
    return min(times), statistics.median(times), result.data


async def compare(settings: Settings) -> None:
    async with connect_async(settings) as graph:
        counting = Counting(graph)
        ways: dict[str, Asked] = {
            "plans": lambda query: answer(schema, counting, query),
            "naive": Naive(counting),
        }
        print(f"{'':46} {'plans':>15} {'naive':>17} {'ratio':>6} {'statements':>10}")
        for name, query in OPERATIONS.items():
            figures, answers, statements = {}, [], {}
            for way, asked in ways.items():
                counting.count = 0
                best, median, data = await measure(asked, query)
                statements[way] = counting.count // ROUNDS
                figures[way] = (best, median)
                answers.append(data)
            assert answers[0] == answers[1]
            (best, median), (slow_best, slow_median) = figures["plans"], figures["naive"]
            print(
                f"{name:46} {best:6.2f} / {median:6.2f} {slow_best:8.2f} / {slow_median:6.2f} "
                f"{slow_median / median:6.1f} {statements['plans']:4} / {statements['naive']}"
            )


def main(entities: int) -> None:
    defaults = Settings()
    with (
        tempfile.TemporaryDirectory() as home,
        EmbeddedNeo4j(Path(home), defaults.cache).in_use() as address,
    ):
        settings = Settings(
            neo4j_uri=address.uri,
            neo4j_username=address.username,
            neo4j_password=address.password,
        )
        with connect(settings) as graph:
            ensure_schema(graph)
            for first in range(0, entities, BATCH):
                graph.write(GENERATE, rows=list(range(first, min(first + BATCH, entities))))
        asyncio.run(compare(settings))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
