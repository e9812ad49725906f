"""dedupe's variable types in our own words, executed over columns: see `docs/fields.md`."""

from resolution.tables.variables.stock.categories import Categorical, Exists
from resolution.tables.variables.stock.coordinates import LatLong
from resolution.tables.variables.stock.custom import COMPARATORS, Custom
from resolution.tables.variables.stock.exact import Exact
from resolution.tables.variables.stock.interaction import Interaction, interaction
from resolution.tables.variables.stock.price import Price
from resolution.tables.variables.stock.sets import Set
from resolution.tables.variables.stock.strings import ShortString, String, Text

__all__ = [
    "COMPARATORS",
    "Categorical",
    "Custom",
    "Exact",
    "Exists",
    "Interaction",
    "LatLong",
    "Price",
    "Set",
    "ShortString",
    "String",
    "Text",
    "interaction",
]
