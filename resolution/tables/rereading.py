"""Records read by one field definition, read again by another: for what training changes of types.

The cells are gone, but the values of texts hold all that the other type would read from them.
"""

from collections.abc import Sequence

import numpy as np

from actors.errors import FieldsError
from resolution.tables.fields import Field, Fields
from resolution.tables.records import MISSING, Column, Records, column_of
from resolution.tables.variables import Variable

_AS_WRITTEN = frozenset({"String", "ShortString", "Text", "Exact", "Categorical"})


def reread(
    records: Records, before: Fields, after: Fields, variables: Sequence[Variable]
) -> Records:
    """Return the records as the second definition's `variables` would have read them."""
    by_name = {one.name: one for one in before.fields}
    by_column = {
        one.field: one.name
        for one in [*reversed(before.fields), *filter(_is_as_written, before.fields)]
    }
    columns = {}
    for field, variable in zip(after.fields, variables, strict=True):
        if not field.field:
            continue
        known = by_name.get(field.name)
        if known is not None and _is_read_alike(known, field):
            columns[field.name] = records.columns[field.name]
        elif field.field in by_column:
            columns[field.name] = _reread(records.columns[by_column[field.field]], variable)
        else:
            raise FieldsError(
                f"The records were read without the column {field.field}; read the table again "
                "by the model's fields"
            )
    return Records(records.ids, columns, records.second_begins)


def _is_as_written(one: Field) -> bool:
    """Tell whether a type's values are the cells themselves, from which all others can be read."""
    return one.type in _AS_WRITTEN


def _is_read_alike(one: Field, other: Field) -> bool:
    return (one.field, one.type, one.options) == (other.field, other.type, other.options)


def _reread(column: Column, variable: Variable) -> Column:
    again = column_of([variable.read(value) for value in column.values])
    # One more place for records without a value: MISSING is -1.
    numbers = np.append(again.numbers, np.int32(MISSING))[column.numbers]
    counts = np.bincount(numbers[numbers != MISSING], minlength=len(again.values))
    return Column(again.values, numbers, counts)
