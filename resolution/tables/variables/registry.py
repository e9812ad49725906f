"""The types of fields by the name that FIELDS.json uses."""

from collections.abc import Callable, Mapping

from actors.errors import FieldsError
from resolution.tables.fields import Field, Fields
from resolution.tables.variables.addresses import address
from resolution.tables.variables.base import Variable
from resolution.tables.variables.countries import country
from resolution.tables.variables.dates import date
from resolution.tables.variables.identifiers import identifier
from resolution.tables.variables.names import person_name
from resolution.tables.variables.organizations import organization_name
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
from resolution.tables.variables.vessels import vessel
from resolution.tables.variables.wording import Wording

TYPES: Mapping[str, Callable[[Field], Variable]] = {
    "Address": address,
    "Categorical": Categorical,
    "Country": country,
    "Custom": Custom,
    "Date": date,
    "Exact": Exact,
    "Exists": Exists,
    "Identifier": identifier,
    "LatLong": LatLong,
    "OrganizationName": organization_name,
    "PersonName": person_name,
    "Price": Price,
    "Set": Set,
    "ShortString": ShortString,
    "String": String,
    "Text": Text,
    "Vessel": vessel,
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
