"""From the database's rows to the response: names are given to values, and some are read.

A statement answers lists in the selection's order: Neo4j does not keep the order of a map's keys,
a response does, and no key of the client's ever stands in a statement. Where a value passes as it
is, its shape is None.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Tools = Any
"""What a request offers to derived fields; only they know it."""

Shape = Callable[[Any, Tools], Any]
MadeShape = Callable[[Any], Any]
"""From a value made by Python to the response."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """An expression, and how to read what it answers."""

    cypher: str
    shape: Shape | None = None


def read_shape(read: Callable[[Any], Any]) -> Shape:
    """Return the shape of a scalar that must be read."""
    return lambda value, _tools: None if value is None else read(value)


def object_shape(keys: Sequence[str], shapes: Sequence[Shape | None]) -> Shape:
    """Return the shape that names the values of one object."""
    names = tuple(keys)
    shaped = [(place, shape) for place, shape in enumerate(shapes) if shape is not None]

    def shape_object(row: Any, tools: Tools) -> Any:  # noqa: ANN401 - whatever the database answers
        if row is None:
            return None
        for place, shape in shaped:
            row[place] = shape(row[place], tools)
        return dict(zip(names, row, strict=True))

    return shape_object


def list_shape(shape: Shape | None) -> Shape | None:
    """Return the shape of a list of what the shape makes."""
    if shape is None:
        return None
    return lambda rows, tools: [shape(row, tools) for row in rows]


def made_object_shape(parts: Sequence[tuple[str, str | None, MadeShape]], name: str) -> MadeShape:
    """Return the shape of an object that Python made: key, attribute (none for the type), shape."""
    return lambda made: {
        key: name if attribute is None else shape(getattr(made, attribute))
        for key, attribute, shape in parts
    }
