"""What was learned for a table, as frozen values: blocking rules, weights, threshold."""

from collections.abc import Mapping
from dataclasses import dataclass

from resolution.tables.fields import Fields


@dataclass(frozen=True, slots=True, order=True)
class Predicate:
    """A key function of one variable."""

    variable: str
    function: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Records that share a key of each predicate are compared."""

    predicates: tuple[Predicate, ...]
    most_records: int | None = None
    """A key that more records share brings no pairs; None: dedupe's rules, which know no limit."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What one feature adds to the log-odds for each unit."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class TableModel:
    """All that a run needs to decide."""

    fields: Fields
    rules: tuple[Rule, ...]
    weights: tuple[Weight, ...]
    """In the order in which they are added up."""
    bias: float
    threshold: float
    pairs_per_record: float | None
    """The budget: of the rules' blocks the largest are left out until at most so many candidate
    pairs a record remain. None: no bound."""
    trained_on: Mapping[str, object]
