"""The orders in which plain resolvers answer, and ranges of days."""

from collections.abc import Iterable, Mapping
from typing import Any

from facts import Node


def by(field: str) -> dict[str, str]:
    return {"field": field, "direction": "ASC"}


def by_name(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: (node["name"], node.id))


def by_caption(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: (node["sortCaption"], node.id))


def newest_documents(documents: Iterable[Node]) -> list[Node]:
    ordered = sorted(documents, key=lambda document: document.id)
    return sorted(ordered, key=lambda document: document["publishedOn"] or "", reverse=True)


def newest_designations(designations: Iterable[Node]) -> list[Node]:
    ordered = sorted(designations, key=lambda made: made.id)
    return sorted(
        ordered, key=lambda made: made["listedOn"] or made["announcedOn"] or "", reverse=True
    )


def within(day: str | None, range_: Mapping[str, Any] | None) -> bool:
    first, last = (range_ or {}).get("from"), (range_ or {}).get("to")
    if first is None and last is None:
        return True
    return day is not None and (first or "") <= day <= (last or "9999")
