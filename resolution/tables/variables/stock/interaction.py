"""Interaction: the product of other variables' distances, where evidence counts only together."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, NoReturn

from actors.errors import FieldsError
from resolution.tables.fields import Field
from resolution.tables.records import Column
from resolution.tables.variables.base import KeyFunction, Variable
from resolution.tables.variables.stock.definition import Definition


@dataclass(frozen=True, slots=True)
class Interaction(Definition):
    """It has no column of its own: `resolution.tables.comparison` multiplies what it names.

    A variable of several features brings each of them, and a product is made of every combination.
    """

    multiplied: tuple[tuple[str, ...], ...]
    """For each of its features the features that are multiplied."""
    may_miss: bool
    """Whether its definition or that of a factor says that values may be missing."""

    @property
    def has_missing(self) -> bool:
        """A product is missing where a factor is."""
        return self.may_miss

    @property
    def features(self) -> tuple[str, ...]:
        """One product, or one for each combination of several features."""
        return tuple(" * ".join(factors) for factors in self.multiplied)

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """None."""
        return {}

    def read(self, cell: Any) -> None:  # noqa: ANN401
        """Return nothing: it names no column."""
        del cell

    def comparer(self, column: Column) -> NoReturn:
        """Refuse: there is no column to compare."""
        del column
        raise TypeError(f"{self.name} multiplies other variables; it has no values of its own")


def interaction(
    field: Field, fields: Mapping[str, Field], others: Mapping[str, Variable]
) -> Interaction:
    """Return the product of the variables that a field's option `variables` names.

    Those of several features stand first in a product, as dedupe multiplies them.
    """
    given = field.options.get("variables")
    if not (isinstance(given, list) and len(given) > 1):
        raise FieldsError("an Interaction needs variables, a list of at least two names")
    unknown = sorted({str(one) for one in given} - others.keys())
    if unknown:
        raise FieldsError(f"an Interaction names unknown variables: {', '.join(unknown)}")
    factors = sorted((others[one] for one in given), key=lambda one: len(one.features) == 1)
    return Interaction(
        field,
        tuple(product(*(one.features for one in factors))),
        field.has_missing or any(fields[one].has_missing for one in given),
    )
