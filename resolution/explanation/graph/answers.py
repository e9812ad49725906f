"""Answers `dramatis explain`: one reference or two, whatever they name."""

from actors.graph import Graph
from resolution.explanation.graph.entities import EntityAnswer, explained_entity
from resolution.explanation.graph.pairs import Answer, explained
from resolution.explanation.graph.references import is_entity
from resolution.model import Model


def answered(graph: Graph, left: str, right: str | None, model: Model) -> Answer | EntityAnswer:
    """Draw the one entity that is named, or hold two things against each other."""
    if right is None or (left == right and is_entity(left)):
        return explained_entity(graph, left, model)
    return explained(graph, left, right, model)
