"""All that stands in a graph, as rows that two graphs can be compared by."""

from collections.abc import Collection
from typing import Any

from actors.graph import Graph

BOOKKEEPING = frozenset({"Run", "Lease", "Counter"})
HISTORY = BOOKKEEPING | {"IdentityEvent"}


def snapshot(
    graph: Graph, *, without: Collection[str] = BOOKKEEPING, ignoring: Collection[str] = ()
) -> list[str]:
    """Return every node and edge, save of some labels, and without some properties."""
    nodes = graph.read(
        "MATCH (node) WHERE NOT labels(node)[0] IN $without "
        "RETURN labels(node)[0] AS label, properties(node) AS properties",
        without=list(without),
    )
    edges = graph.read(
        "MATCH (left)-[edge]->(right) "
        "WHERE NOT labels(left)[0] IN $without AND NOT labels(right)[0] IN $without "
        "RETURN left.id AS left, type(edge) AS type, properties(edge) AS properties, "
        "right.id AS right",
        without=list(without),
    )
    return sorted(_written(row, ignoring) for row in [*nodes, *edges])


def identities(graph: Graph) -> list[str]:
    """Return the database's own ids of all but bookkeeping: they tell what was made anew."""
    rows = graph.read(
        "MATCH (node) WHERE NOT labels(node)[0] IN $without "
        "RETURN elementId(node) AS id, COLLECT { MATCH (node)-[edge]->(other) "
        "WHERE NOT labels(other)[0] IN $without RETURN elementId(edge) AS edge ORDER BY edge } "
        "AS edges ORDER BY id",
        without=list(BOOKKEEPING),
    )
    return [f"{row['id']} {row['edges']}" for row in rows]


def _written(row: dict[str, Any], ignoring: Collection[str]) -> str:
    kept = {key: value for key, value in row["properties"].items() if key not in ignoring}
    return repr({**row, "properties": dict(sorted(kept.items()))})
