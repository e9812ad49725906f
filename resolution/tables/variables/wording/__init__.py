"""Wording: any text as people write it. Names, titles, streets, codes, numbers, dates as strings."""

from resolution.tables.variables.wording.variable import Wording

__all__ = ["Wording"]
