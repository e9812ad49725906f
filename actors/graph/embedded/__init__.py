"""A real Neo4j Community server as a child process: nothing to install, nothing to configure."""

from actors.graph.embedded.server import EmbeddedNeo4j, ServerStatus

__all__ = ["EmbeddedNeo4j", "ServerStatus"]
