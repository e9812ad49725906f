"""What filters are told in more than a word: a number somebody issued, a stretch of days."""

import strawberry

from service.schema.scalars import Date


@strawberry.input(description="A number somebody issued.")
class IdentifierInput:
    """A number somebody issued."""

    scheme: str = strawberry.field(
        description="What kind of number, e.g. `imo`, `passport` or `ofac-uid`."
    )
    value: str = strawberry.field(
        description="The number; case, spaces and punctuation do not matter, e.g. `9187629`."
    )


@strawberry.input(description="Days from one to another, both included; either end may be open.")
class DateRange:
    """Days from one to another."""

    from_: Date | None = strawberry.field(
        name="from", default=strawberry.UNSET, description="The first day, e.g. `2024-12-01`."
    )
    to: Date | None = strawberry.field(
        default=strawberry.UNSET, description="The last day, e.g. `2024-12-31`."
    )
