"""Facts of a graph, held in memory and written to Neo4j: nodes, edges, and what hangs on what."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from emptying import empty

from actors.graph import Graph


@dataclass(eq=False)
class Node:
    label: str
    properties: dict[str, Any]

    @property
    def id(self) -> str:
        return self.properties["id"]

    def __getitem__(self, name: str) -> Any:
        return self.properties.get(name)


@dataclass(eq=False)
class Edge:
    type: str
    start: Node
    end: Node
    properties: dict[str, Any] = field(default_factory=dict)


class Facts:
    """Nodes by id, and their edges in both directions."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []
        self._out: dict[tuple[Node, str], list[Edge]] = defaultdict(list)
        self._into: dict[tuple[Node, str], list[Edge]] = defaultdict(list)

    def of(self, label: str) -> list[Node]:
        return [node for node in self.nodes.values() if node.label == label]

    def out(self, node: Node, type_: str) -> list[Node]:
        return [edge.end for edge in self._out[node, type_]]

    def into(self, node: Node, type_: str) -> list[Node]:
        return [edge.start for edge in self._into[node, type_]]

    def out_edges(self, node: Node, type_: str) -> list[Edge]:
        return self._out[node, type_]

    def into_edges(self, node: Node, type_: str) -> list[Edge]:
        return self._into[node, type_]

    def node(self, label: str, id_: str, **properties: Any) -> Node:
        given = {name: value for name, value in properties.items() if value is not None}
        if id_ not in self.nodes:
            self.nodes[id_] = Node(label, {"id": id_, **given})
        return self.nodes[id_]

    def edge(self, start: Node, type_: str, end: Node, **properties: Any) -> Edge:
        edge = Edge(type_, start, end, properties)
        self.edges.append(edge)
        self._out[start, type_].append(edge)
        self._into[end, type_].append(edge)
        return edge

    def write(self, graph: Graph, name: str) -> None:
        """Make the graph hold these facts and no others, unless it holds them already."""
        if graph.read("MATCH (world:World {name: $name}) RETURN 1 AS one", name=name):
            return
        empty(graph)
        by_label: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for node in self.nodes.values():
            by_label[node.label].append(node.properties)
        for label, rows in by_label.items():
            graph.write(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", rows=rows)
        by_ends: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
        for edge in self.edges:
            row = {"start": edge.start.id, "end": edge.end.id, "properties": edge.properties}
            by_ends[edge.start.label, edge.type, edge.end.label].append(row)
        for (start, type_, end), rows in by_ends.items():
            graph.write(
                f"""
                UNWIND $rows AS row
                MATCH (a:{start} {{id: row.start}}), (b:{end} {{id: row.end}})
                CREATE (a)-[r:{type_}]->(b) SET r = row.properties
                """,
                rows=rows,
            )
        graph.write("CREATE (:World {name: $name})", name=name)

    def check_quotes(self) -> None:
        """Hold every span against its text, so that no story lies."""
        for node in [*self.of("Mention"), *self.of("CountClaim")]:
            (document,) = self.out(node, "IN")
            if document["text"] and node["start"] is not None:
                assert document["text"][node["start"] : node["end"]] == node["quote"], node
