"""The types of fields by the name that FIELDS.json uses."""

from collections.abc import Callable, Mapping

from actors.errors import FieldsError
from resolution.tables.fields import Field, Fields
from resolution.tables.variables.base import Variable
from resolution.tables.variables.stock import (
    Categorical,
    Custom,
    Exact,
    Exists,
    LatLong,
    Price,
    Set,
    ShortString,
    String,
    Text,
    interaction,
)
from resolution.tables.variables.wording import Wording

TYPES: Mapping[str, Callable[[Field], Variable]] = {
    "Categorical": Categorical,
    "Custom": Custom,
    "Exact": Exact,
    "Exists": Exists,
    "LatLong": LatLong,
    "Price": Price,
    "Set": Set,
    "ShortString": ShortString,
    "String": String,
    "Text": Text,
    "Wording": Wording,
}
INTERACTION = "Interaction"
"""The one type that is made of other variables."""


def variables_of(fields: Fields) -> tuple[Variable, ...]:
    """Return the variables of a table, in the order of their definition."""
    known = {*TYPES, INTERACTION}
    unknown = sorted({one.type for one in fields.fields} - known)
    if unknown:
        raise FieldsError(
            f"No type of field is called {', '.join(unknown)}; there are {', '.join(sorted(known))}"
        )
    by_name = {one.name: one for one in fields.fields}
    single = {name: TYPES[one.type](one) for name, one in by_name.items() if one.type in TYPES}
    return tuple(
        single[one.name] if one.name in single else interaction(one, by_name, single)
        for one in fields.fields
    )
