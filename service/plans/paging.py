"""What a page asks for, and the predicates that cut it out of its rows.

Both directions are one: a page from the end reads the rows backwards and turns them round.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from actors.errors import RequestError
from service.plans.cursors import decoded
from service.plans.mapping import Arguments, Key
from service.plans.scope import Roles, Scope

DEFAULT_SIZE = 20
LARGEST_PAGE = 500


@dataclass(frozen=True, slots=True)
class Window:
    """One page: how many rows, from which end, between which cursors."""

    size: int
    is_backward: bool = False
    after: Sequence[str | int] | None = None
    before: Sequence[str | int] | None = None


def window(arguments: Arguments, keys: Sequence[Key]) -> Window:
    """Read the page's arguments, and refuse what cannot be."""
    first, last = arguments.get("first"), arguments.get("last")
    if first is not None and last is not None:
        raise RequestError("first and last exclude each other: ask for one end of the list")
    after, before = arguments.get("after"), arguments.get("before")
    return Window(
        size=checked_size("last", last) if last is not None else checked_size("first", first),
        is_backward=last is not None,
        after=None if after is None else decoded(after, keys),
        before=None if before is None else decoded(before, keys),
    )


def checked_size(name: str, size: int | None) -> int:
    """Return how many rows a list may have; negative and boundless lists are refused."""
    if size is None:
        return DEFAULT_SIZE
    if not 0 <= size <= LARGEST_PAGE:
        raise RequestError(f"{name} is {size}: ask for 0 to {LARGEST_PAGE} rows, and page for more")
    return size


def beyond(
    keys: Sequence[Key], values: Sequence[str | int], *, is_after: bool, scope: Scope, roles: Roles
) -> str:
    """Return the predicate that a row stands after (or before) a cursor's row.

    The first key is also bounded by itself, which lets the database seek in an index.
    """
    columns = [scope.fill(key.cypher, dict(roles)) for key in keys]
    bounds = [scope.parameter(value) for value in values]
    signs = ["<" if key.descending is is_after else ">" for key in keys]
    steps = []
    for place, (column, bound, sign) in enumerate(zip(columns, bounds, signs, strict=True)):
        equal = [f"{columns[i]} = {bounds[i]}" for i in range(place)]
        steps.append(f"({' AND '.join([*equal, f'{column} {sign} {bound}'])})")
    return f"({columns[0]} {signs[0]}= {bounds[0]} AND ({' OR '.join(steps)}))"


def readable_in_order(keys: Sequence[Key], scope: Scope, roles: Roles) -> list[str]:
    """Return what lets the database read rows in order from the first key's index.

    Without it every row is read and sorted, since the planner cannot know that none lacks the key.
    """
    return [
        f"{scope.fill(key.cypher, dict(roles))} IS NOT NULL" for key in keys[:1] if key.is_indexed
    ]


def ordering(keys: Sequence[Key], scope: Scope, roles: Roles, *, is_backward: bool = False) -> str:
    """Return what follows ORDER BY."""
    return ", ".join(
        scope.fill(key.cypher, dict(roles)) + (" DESC" if key.descending is not is_backward else "")
        for key in keys
    )
