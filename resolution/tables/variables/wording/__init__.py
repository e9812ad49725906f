"""Wording: any text as people write it: names, titles, streets, codes, dates."""

from resolution.tables.variables.wording.variable import Wording

__all__ = ["Wording"]
