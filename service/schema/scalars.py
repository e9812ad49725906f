"""Scalars. Days and instants stand in the graph as ISO strings and pass as they are.

Decision 002 says why; a day that comes in is checked against the calendar.
"""

from datetime import date
from typing import Any, NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

Date = NewType("Date", str)
DateTime = NewType("DateTime", str)
Json = NewType("Json", object)


def scalar_map() -> dict[object, ScalarDefinition]:
    """Return how each scalar is named, described and read."""
    return {
        Date: strawberry.scalar(
            name="Date",
            description="A calendar day, written `2024-12-16`.",
            serialize=str,
            parse_value=_day,
        ),
        DateTime: strawberry.scalar(
            name="DateTime",
            description="An instant in UTC as RFC 3339 writes it, e.g. `2024-12-16T09:30:00Z`.",
            serialize=str,
            parse_value=str,
        ),
        Json: strawberry.scalar(
            name="JSON",
            description='Any JSON value, e.g. `{"nationality": ["kp"]}`.',
            serialize=lambda value: value,
            parse_value=lambda value: value,
        ),
    }


def _day(written: Any) -> str:  # noqa: ANN401 - whatever a client sends
    try:
        day = date.fromisoformat(written)
    except (TypeError, ValueError):
        day = None
    if day is None or day.isoformat() != written:
        raise GraphQLError(f"{written!r:.40} is not a calendar day; write it like 2024-12-16")
    return day.isoformat()
