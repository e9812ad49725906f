"""The graph of commands that ask: where none was begun they say so, and start no Neo4j for it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from actors.errors import NotFound
from dramatis.options import current_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors.graph import Graph
    from actors.progress import Progress


@contextmanager
def begun_graph(progress: Progress) -> Iterator[Graph]:
    """Open the graph that the settings name; NotFound where nothing was ever stored."""
    from actors.graph import EmbeddedNeo4j, connect

    settings = current_settings()
    is_ours = settings.neo4j_uri is None
    if is_ours and not EmbeddedNeo4j(settings.home, settings.cache).holds_data:
        raise NotFound(
            f"There is no graph below {settings.home}: go to the folder where you ingested, set "
            "DRAMATIS_HOME or NEO4J_URI, or begin one with `dramatis ingest`."
        )
    with connect(settings, progress=progress) as graph:
        yield graph
