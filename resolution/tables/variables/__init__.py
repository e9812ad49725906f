"""Types of fields: how values are read, blocked and compared."""

from resolution.tables.variables.base import Comparer, Floats, Integers, KeyFunction, Variable
from resolution.tables.variables.registry import TYPES, variables_of
from resolution.tables.variables.stock import Interaction

__all__ = [
    "TYPES",
    "Comparer",
    "Floats",
    "Integers",
    "Interaction",
    "KeyFunction",
    "Variable",
    "variables_of",
]
