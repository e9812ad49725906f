"""Explanations of what the graph holds: two mentions held against each other, one entity drawn."""

from resolution.explanation.graph.answers import answered
from resolution.explanation.graph.entities import EntityAnswer, explained_entity
from resolution.explanation.graph.pairs import Answer, explained
from resolution.explanation.graph.tables import explanation_tables

__all__ = [
    "Answer",
    "EntityAnswer",
    "answered",
    "explained",
    "explained_entity",
    "explanation_tables",
]
