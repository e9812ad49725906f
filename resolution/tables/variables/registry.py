"""The types of fields by the name that FIELDS.json uses."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from actors.errors import FieldsError
from resolution.tables.fields import Field, Fields
from resolution.tables.variables.addresses import address
from resolution.tables.variables.base import Variable
from resolution.tables.variables.countries import country
from resolution.tables.variables.dates import date
from resolution.tables.variables.identifiers import identifier
from resolution.tables.variables.names import person_name
from resolution.tables.variables.numbers import number
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
from resolution.tables.variables.wording import Wording, Wordings

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
    "Number": number,
    "OrganizationName": organization_name,
    "PersonName": person_name,
    "Price": Price,
    "Set": Set,
    "ShortString": ShortString,
    "String": String,
    "Text": Text,
    "Vessel": vessel,
    "Wording": Wording,
    "Wordings": Wordings,
}
INTERACTION = "Interaction"
"""The one type that is made of other variables."""


def variables_of(fields: Fields) -> tuple[Variable, ...]:
    """Return the variables of a table, in the order of their definition."""
    known = {*TYPES, INTERACTION}
    unknown = sorted({one.type for one in fields.fields} - known)
    if unknown:
        raise FieldsError(
            f"{f'{fields.origin}: ' if fields.origin else ''}"
            f"No type of field is called {', '.join(unknown)}; there are {', '.join(sorted(known))}"
        )
    by_name = {one.name: one for one in fields.fields}
    single: dict[str, Variable] = {}
    for place, one in enumerate(fields.fields, 1):
        if one.type in TYPES:
            with _told_with_place(fields, place):
                single[one.name] = TYPES[one.type](one)
    made = dict(single)
    for place, one in enumerate(fields.fields, 1):
        if one.type == INTERACTION:
            with _told_with_place(fields, place):
                made[one.name] = interaction(one, by_name, single)
    return tuple(made[one.name] for one in fields.fields)


@contextmanager
def _told_with_place(fields: Fields, number: int) -> Iterator[None]:
    """Put the file and the entry before what is wrong with a definition."""
    try:
        yield
    except FieldsError as error:
        file = f"{fields.origin}: " if fields.origin else ""
        name = fields.fields[number - 1].name
        raise FieldsError(f"{file}fields, entry {number} ({name}): {error}") from None
