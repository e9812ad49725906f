"""Which Neo4j the settings mean: the one NEO4J_URI names, else the embedded one."""

from collections.abc import Iterator
from contextlib import contextmanager

from actors.graph.address import Address
from actors.graph.embedded import EmbeddedNeo4j
from actors.progress import Progress
from actors.settings import Settings


@contextmanager
def address_of(settings: Settings, progress: Progress) -> Iterator[Address]:
    """Give the address for the length of a block; nothing is started where a URI is set."""
    if settings.neo4j_uri is not None:
        yield Address(
            settings.neo4j_uri,
            settings.neo4j_username,
            settings.neo4j_password or "",
            settings.neo4j_database,
        )
        return
    with EmbeddedNeo4j(settings.home, settings.cache).in_use(progress) as address:
        yield address
