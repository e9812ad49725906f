"""Fields that say less than their column does: what a type cannot read, what is empty throughout.

A table of wrong types is compared without a mistake, as what cannot be read counts as missing; so
it is told, once for each column, unless another field reads that column.
"""

from collections.abc import Iterable

import numpy as np

from actors.countries import country_code
from actors.errors import FieldsError
from resolution.tables.api import Table
from resolution.tables.fields import Field
from resolution.tables.records import MISSING, Column

_TOLD_FROM = 0.05
"""The share of a column's values; a few dashes and question marks are in most tables."""


def told_of_silence(table: Table) -> list[str]:
    """Return a sentence on each column that says less than it could."""
    return [told for one in _best_read(table) if (told := _told(*one))]


def check_says_something(table: Table) -> None:
    """Refuse to learn from a table of which nothing can be read."""
    if not any(_known(column) for _, column in _best_read(table)):
        raise FieldsError(f"There is nothing to compare: {'; '.join(told_of_silence(table))}")


def _best_read(table: Table) -> Iterable[tuple[Field, Column]]:
    """Return each column as the field sees it that reads most of it."""
    best: dict[str, tuple[Field, Column]] = {}
    for one in table.fields.fields:
        if one.field and one.type != "Exists":  # it reads what is missing, too
            column = table.records.columns[one.name]
            if one.field not in best or _known(column) > _known(best[one.field][1]):
                best[one.field] = one, column
    return best.values()


def _known(column: Column) -> int:
    return int((column.numbers != MISSING).sum())


def _told(field: Field, column: Column) -> str:
    known = _known(column)
    unread = column.unread.records if column.unread else 0
    if not known and not unread:
        return f"{field.field} is empty in every row, and tells nothing"
    least = _TOLD_FROM * (known + unread)
    if column.unread and unread > least:
        return (
            f"{field.field}: {unread:,} of {known + unread:,} values are no {field.type}, as "
            f"{column.unread.example!r}, and count as missing"
        )
    if field.type == "Country" and (unknown := _unknown_countries(column)) > least:
        return (
            f"{field.field}: {unknown:,} of {known + unread:,} values are no country that is "
            "known, and agree only with the same name"
        )
    return ""


def _unknown_countries(column: Column) -> int:
    """Return how many records state what is no country; such names are kept as they are."""
    is_unknown = [not all(map(country_code, str(value).split("|"))) for value in column.values]
    return int(column.counts[np.array(is_unknown, dtype=np.bool_)].sum())
