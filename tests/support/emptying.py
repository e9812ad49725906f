"""An empty graph for the next test, whatever the one before left in it."""

from actors.graph import Graph

BATCH_NODES = 2000
"""Some tests leave the real lists: too many nodes for the memory of one transaction."""

REMOVE_SOME = """
MATCH (node)
WITH node LIMIT $most
DETACH DELETE node
RETURN count(*) AS removed
"""


def empty(graph: Graph) -> None:
    """Remove every node and relationship; constraints and indexes stay."""
    while graph.write(REMOVE_SOME, most=BATCH_NODES)[0]["removed"]:
        pass
