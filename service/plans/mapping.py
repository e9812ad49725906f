"""What a field of the schema is in the graph: the vocabulary the Strawberry types speak.

A mapping stands as metadata on its field and is Cypher with two kinds of holes. `@role` is a
variable: `@this` is the node the object stands for, `@that` the one the field leads to, any other
name one of the pattern's own; a role nobody bound gets a variable of its own, so patterns can nest.
`$name` is an argument of the field, or `$value` the value of a filter's field, and always becomes a
parameter.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

Arguments = Mapping[str, Any]

METADATA_KEY = "graph"
"""Where a Strawberry field's metadata holds its mapping."""


@dataclass(frozen=True, slots=True)
class Value:
    """A scalar: one expression, and how to read what it answers where that is not the value."""

    cypher: str
    read: Callable[[Any], Any] | None = None
    weight: int = 1
    """How many ordinary values it is as large as."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What a pure function makes of an answer; selections on its result read attributes.

    The function receives the expression's value and the tools of the request.
    """

    cypher: str
    function: Callable[[Any, Any], Any]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A field of an object that a `Derived` field made."""

    name: str


@dataclass(frozen=True, slots=True)
class Same:
    """An object made of what its parent is made of, as an action's reconciliation.

    `roles` renames what it is made of: the left mention of a comparison is its `@this`.
    """

    roles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Absent:
    """An object the graph does not hold yet: null."""


@dataclass(frozen=True, slots=True)
class Key:
    """One of the expressions rows are ordered by. Never null: a cursor holds its value."""

    cypher: str
    descending: bool = False
    is_indexed: bool = False
    """Every row has the property and an index holds it: rows can be read from there in order."""
    is_number: bool = False
    """Whether its values are integers; all others are strings. A cursor must hold the like."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A predicate on `@this`. Conditions `about` the same thing hold for one and the same thing."""

    cypher: str
    about: str | None = None
    prepare: Callable[[Any], Any] | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """A range of days that an expression falls into, both ends included."""

    cypher: str
    about: str | None = None


class Combined(Enum):
    """How a filter's field joins filters of the same type."""

    AND = "AND"
    OR = "OR"
    NOT = "NOT"


@dataclass(frozen=True, slots=True)
class Rows:
    """Where rows come from, what they are bound to, and their order.

    `match` may depend on arguments where the pattern itself does, as the depth of a network.
    """

    match: str | Callable[[Arguments], str]
    keys: Sequence[Key] = ()
    roles: Mapping[str, str] = field(default_factory=lambda: {"this": "that"})
    """The row's role → its role in `match`."""
    holding: str | None = None
    """What every row must meet; `@this` is the row."""
    conditions: Mapping[str, Condition | Within] = field(default_factory=dict)
    """Arguments of the field that restrict the rows."""
    prepare: Mapping[str, Callable[[Arguments], Any]] = field(default_factory=dict)
    """Values for `$name` in `match` that are made of the arguments."""


@dataclass(frozen=True, slots=True)
class One:
    """An object, or null. Where several would be wrong, `several` says so to the person asking."""

    rows: Rows
    several: Callable[[Arguments], str] | None = None


@dataclass(frozen=True, slots=True)
class Many:
    """A plain list; the argument `first`, where there is one, bounds it."""

    rows: Rows
    usual: int = 10
    """How many rows it has as a rule, where no argument bounds it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A connection; `orders` says which keys each value of the argument `orderBy` stands for."""

    rows: Rows
    orders: Mapping[Any, Key] = field(default_factory=dict)


class ById(Enum):
    """The root fields that find nodes of any type by their ids."""

    ONE = "id"
    SEVERAL = "ids"


class Part(Enum):
    """What a connection and its edges are made of."""

    NODES = "nodes"
    EDGES = "edges"
    NODE = "node"
    CURSOR = "cursor"
    PAGE_INFO = "pageInfo"
    TOTAL_COUNT = "totalCount"
    FACETS = "facets"


@dataclass(frozen=True, slots=True)
class NodeMapping:
    """How a type is found by id: its label, how its ids begin, and what makes it served."""

    label: str
    id_prefix: str
    served: str | None = None


@dataclass(frozen=True, slots=True)
class FacetMapping:
    """How one facet counts rows: clauses that bind `@value` and `@label` for each `@this`."""

    match: str
    name: Callable[[str], str] | None = None
    """The label, where it follows from the value alone."""


Mapped = Value | Derived | Attribute | Absent | Same | One | Many | Page | ById | Part
Restriction = Condition | Within | Combined
