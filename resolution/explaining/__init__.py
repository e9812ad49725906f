"""Explanations of what the graph holds: two mentions held against each other, one entity drawn."""

from resolution.explaining.answers import answered
from resolution.explaining.entities import EntityAnswer, explained_entity
from resolution.explaining.pairs import Answer, explained
from resolution.explaining.tables import tables

__all__ = ["Answer", "EntityAnswer", "answered", "explained", "explained_entity", "tables"]
