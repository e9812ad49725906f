"""What every one of dedupe's types has in common: its definition, and no opinion about signs."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from resolution.tables.fields import Field
from resolution.tables.variables.base import EXISTS, Floats, KeyFunction


@dataclass(frozen=True, slots=True)
class Definition:
    """A field's definition, read as dedupe reads it."""

    field: Field

    @property
    def name(self) -> str:
        """The variable's name."""
        return self.field.name

    @property
    def has_missing(self) -> bool:
        """As the field's definition says."""
        return self.field.has_missing

    @property
    def features(self) -> tuple[str, ...]:
        """One distance, or whatever a type of several says."""
        return (self.name,)

    @property
    def against(self) -> frozenset[str]:
        """None: dedupe leaves signs free."""
        return frozenset()

    @property
    def in_favour(self) -> frozenset[str]:
        """None: dedupe leaves signs free."""
        return frozenset()

    def with_exists(self, functions: Mapping[str, KeyFunction]) -> Mapping[str, KeyFunction]:
        """Return the key functions and, where values may be missing, the one that says so."""
        return {**functions, EXISTS: exists} if self.field.has_missing else functions


def as_feature(distances: Floats) -> Floats:
    """Return one column of distances in the 32 bits that dedupe keeps of them."""
    column: Floats = distances.astype(np.float32).astype(np.float64)[:, None]
    return column


def exists(value: object) -> tuple[str, ...]:
    """Put all records with a value into one block; `base.keys_of_missing` has the others' key."""
    return ("1",) if value else ("0",)
