"""The types of fields by the name that FIELDS.json uses."""

from collections.abc import Callable, Mapping

from actors.errors import FieldsError
from resolution.tables.fields import Field, Fields
from resolution.tables.variables.base import Variable
from resolution.tables.variables.exact import Exact

TYPES: Mapping[str, Callable[[Field], Variable]] = {
    "Exact": Exact,
}


def variables_of(fields: Fields) -> tuple[Variable, ...]:
    """Return the variables of a table, in the order of their definition."""
    unknown = sorted({one.type for one in fields.fields} - TYPES.keys())
    if unknown:
        raise FieldsError(
            f"No type of field is called {', '.join(unknown)}; there are {', '.join(sorted(TYPES))}"
        )
    return tuple(TYPES[one.type](one) for one in fields.fields)
