"""How types are written: a mapping to the graph and a description on every field.

A field without arguments is an attribute, `caption: str = mapped(Value("@this.caption"), "…")`. One
with arguments is a method whose signature declares them and whose docstring is the description; its
body is never run, because plans answer.
"""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import strawberry

from service.plans.mapping import METADATA_KEY, Mapped, Restriction

First = Annotated[
    int | None,
    strawberry.argument(description="How many at most, counted from the start: 0 to 500; e.g. 50."),
]
Last = Annotated[
    int | None,
    strawberry.argument(
        description="How many at most, counted from the end: 0 to 500, not with `first`; e.g. 50."
    ),
]
After = Annotated[
    str | None,
    strawberry.argument(
        description="Only what follows this cursor: an `endCursor` or `cursor` of the same list, "
        "e.g. `WzMzNDk1LCJraW0iXQ`."
    ),
]
Before = Annotated[
    str | None,
    strawberry.argument(
        description="Only what precedes this cursor: a `startCursor` or `cursor` of the same list, "
        "e.g. `WzMzNDk1LCJraW0iXQ`."
    ),
]


def mapped(
    mapping: Mapped,
    description: str,
    *,
    name: str | None = None,
) -> Any:  # noqa: ANN401 - stands where the attribute's own type is declared
    """Declare a field without arguments."""
    return strawberry.field(description=description, name=name, metadata={METADATA_KEY: mapping})


def answered_by(mapping: Mapped, **metadata: object) -> Callable[[Callable[..., Any]], Any]:
    """Declare a field with arguments: the decorated method is its signature and description."""

    def declared(signature: Callable[..., Any]) -> Any:  # noqa: ANN401 - a StrawberryField
        return strawberry.field(
            resolver=signature,
            description=inspect.getdoc(signature),
            metadata={METADATA_KEY: mapping, **metadata},
        )

    return declared


def restricting(
    restriction: Restriction,
    description: str,
    *,
    name: str | None = None,
) -> Any:  # noqa: ANN401 - stands where the attribute's own type is declared
    """Declare a field of a filter with its predicate."""
    return strawberry.field(
        default=strawberry.UNSET,
        description=description,
        name=name,
        metadata={METADATA_KEY: restriction},
    )
