"""Pages of lists: page info, and what every connection has."""

from typing import Any

import strawberry

from service.plans.mapping import Part
from service.schema.fields import mapped


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    """Where a page stands in its list."""

    has_next_page: bool = mapped(Part.PAGE_INFO, "Whether rows follow this page, e.g. `true`.")
    has_previous_page: bool = mapped(
        Part.PAGE_INFO, "Whether rows stand before this page, e.g. `false`."
    )
    start_cursor: str | None = mapped(
        Part.PAGE_INFO,
        "Cursor of the page's first row, to pass as `before`; e.g. `WzMzNDk1LCJraW0iXQ`.",
    )
    end_cursor: str | None = mapped(
        Part.PAGE_INFO,
        "Cursor of the page's last row, to pass as `after`; e.g. `WzMzNDk1LCJraW0iXQ`.",
    )


def nodes() -> Any:  # noqa: ANN401 - stands where the attribute's own type is declared
    """Declare the rows of a page."""
    return mapped(Part.NODES, "The page's rows; the short form of `edges { node }`.")


def edges() -> Any:  # noqa: ANN401 - stands where the attribute's own type is declared
    """Declare the rows of a page, each with its cursor."""
    return mapped(
        Part.EDGES, "The page's rows, each with its cursor: `edges { cursor node { id } }`."
    )


def page_info() -> Any:  # noqa: ANN401 - stands where the attribute's own type is declared
    """Declare where the page stands."""
    return mapped(
        Part.PAGE_INFO,
        "Whether there is more, and from where: `pageInfo { hasNextPage endCursor }`.",
    )


def total_count() -> Any:  # noqa: ANN401 - stands where the attribute's own type is declared
    """Declare how many rows all pages have."""
    return mapped(Part.TOTAL_COUNT, "How many rows there are on all pages, e.g. `19`.")


def node() -> Any:  # noqa: ANN401 - stands where the attribute's own type is declared
    """Declare an edge's row."""
    return mapped(Part.NODE, "The row, e.g. `node { id }`.")


def cursor() -> Any:  # noqa: ANN401 - stands where the attribute's own type is declared
    """Declare an edge's cursor."""
    return mapped(
        Part.CURSOR,
        "Where the row stands, to pass as `after` or `before`; e.g. `WzMzNDk1LCJraW0iXQ`.",
    )
