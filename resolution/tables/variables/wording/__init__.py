"""Wording: any text as people write it: names, titles, streets, codes, dates; and lists of them."""

from resolution.tables.variables.wording.listing import Wordings
from resolution.tables.variables.wording.variable import Wording

__all__ = ["Wording", "Wordings"]
