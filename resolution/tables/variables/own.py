"""A variable of our own types, put together from functions: what it reads, finds and shares.

Each type's module says in functions what its values are; this one gives them the face that the
engine asks for. A finding's sign is part of the type: what speaks against a match must never come
to speak for it because few labels happened to say so.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from resolution.tables.fields import Field
from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, KeyFunction

VETO = -30.0
"""Added to the log-odds: no other evidence outweighs it."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What comparing two values brings, by sign."""

    order: tuple[str, ...]
    """All of them, in the order of the comparer's columns."""
    against: frozenset[str] = frozenset()
    undecided: frozenset[str] = frozenset()
    """The training may give these either sign; all others speak for a match."""

    def __post_init__(self) -> None:
        """Refuse a sign for what is not found."""
        assert self.against | self.undecided <= set(self.order)


@dataclass(frozen=True, slots=True)
class OwnVariable:
    """One field compared as one of our own types."""

    field: Field
    findings: Findings
    reader: Callable[[str], str | None]
    """A cell's text in, the value out: plain, and read again it stays as it is."""
    prepare: Callable[[Column], Comparer]
    predicates: Mapping[str, KeyFunction]
    vetoes: frozenset[str] = frozenset()
    """Findings that decide alone."""

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
        """The findings' names, each with the variable's before it."""
        return tuple(self._named(one) for one in self.findings.order)

    @property
    def against(self) -> frozenset[str]:
        """Findings that speak against a match."""
        return frozenset(self._named(one) for one in self.findings.against)

    @property
    def in_favour(self) -> frozenset[str]:
        """Findings that speak for a match."""
        free = self.findings.against | self.findings.undecided
        return frozenset(self._named(one) for one in self.findings.order if one not in free)

    @property
    def decided(self) -> Mapping[str, float]:
        """Weights that are decided, not learned."""
        return {self._named(one): VETO for one in self.vetoes}

    def read(self, cell: Any) -> Hashable | None:  # noqa: ANN401  # whatever a file's cell holds
        """Return the plain value that a cell states, None where it states none."""
        return None if cell is None else self.reader(str(cell))

    def comparer(self, column: Column) -> Comparer:
        """Prepare all distinct values of a column once."""
        return self.prepare(column)

    def _named(self, finding: str) -> str:
        return f"{self.field.name}: {finding}"
