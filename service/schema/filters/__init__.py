"""Filters: what clients may ask of rows, each field with its predicate on the graph."""

from service.schema.filters.designation import DesignationFilter
from service.schema.filters.entity import EntityFilter
from service.schema.filters.inputs import DateRange, IdentifierInput
from service.schema.filters.mention import MentionFilter

__all__ = ["DateRange", "DesignationFilter", "EntityFilter", "IdentifierInput", "MentionFilter"]
