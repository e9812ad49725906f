"""The graph: its indexes, its connections, and the embedded Neo4j; only here a driver is opened."""

from actors.graph.asynchronous import AsyncGraph, connect_async
from actors.graph.connection import Graph, Row, Transaction, connect
from actors.graph.embedded import EmbeddedNeo4j, ServerStatus
from actors.graph.schema import ENTITY_NAMES, ensure_schema

__all__ = [
    "ENTITY_NAMES",
    "AsyncGraph",
    "EmbeddedNeo4j",
    "Graph",
    "Row",
    "ServerStatus",
    "Transaction",
    "connect",
    "connect_async",
    "ensure_schema",
]
