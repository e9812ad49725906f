"""Which rows a page reads, whether more lie around them, and the page cut out of what was read.

Only what is needed is read: no row beyond the page where nobody asks whether there are more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from service.plans.mapping import Key
from service.plans.paging import Window, beyond, readable_in_order
from service.plans.rows import Found
from service.plans.scope import Scope


@dataclass(frozen=True, slots=True)
class Cut:
    """A page's rows as read, and what lies around them."""

    rows: Sequence[Sequence[Any]]
    has_previous: bool
    has_next: bool
    columns: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Cutting:
    """How one page is cut out of the rows that were found."""

    found: Found
    keys: Sequence[Key]
    window: Window
    scope: Scope

    def around(self) -> tuple[str, str]:
        """Return whether rows lie before the cursor `after`, and after the cursor `before`."""
        outside = [
            f"EXISTS {{ {self.found.counted(f'NOT {self._beyond(values, is_after=is_after)}')} }}"
            if values is not None
            else "false"
            for values, is_after in ((self.window.after, True), (self.window.before, False))
        ]
        return outside[0], outside[1]

    def rows(self, columns: Sequence[str], *, looks_around: bool) -> str:
        """Return the page's rows with these columns, one row more where it looks around."""
        asked = self.window
        inside = [
            self._beyond(values, is_after=is_after)
            for values, is_after in ((asked.after, True), (asked.before, False))
            if values is not None
        ]
        inside = inside or readable_in_order(self.keys, self.scope, self.found.local)
        limit = self.scope.parameter(asked.size + int(looks_around))
        cut = self.found.cut(self.keys, self.scope, limit, is_backward=asked.is_backward)
        return f"COLLECT {{ {self.found.where(*inside)}{cut}\nRETURN [{', '.join(columns)}] }}"

    def page(self, columns: Sequence[Any]) -> Cut:
        """Cut the page out of an answer: its rows, what lies around them, and what else."""
        rows, has_before, has_after = columns[:FIRST_PAGE_COLUMN]
        is_backward = self.window.is_backward
        has_more = len(rows) > self.window.size
        kept = rows[: self.window.size]
        if is_backward:
            kept.reverse()
        return Cut(
            kept,
            has_previous=has_before or (is_backward and has_more),
            has_next=has_after or (not is_backward and has_more),
            columns=columns,
        )

    def _beyond(self, values: Sequence[str | int], *, is_after: bool) -> str:
        scope, local = self.scope, self.found.local
        return beyond(self.keys, values, is_after=is_after, scope=scope, roles=local)


FIRST_PAGE_COLUMN = 3
"""Rows, what lies before, what lies after: then what else was asked for."""
