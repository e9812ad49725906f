"""What every plain resolver asks of a World: members, what is served, pages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from facts import Node
from plain_ordering import by_name
from world import World

Resolver = Callable[..., Any]


def counted(name: str) -> Resolver:
    """Return the resolver of a count that may be absent."""
    return lambda _twin, node: node[name] or 0


class Graph:
    """The facts, and pages of them."""

    def __init__(self, world: World) -> None:
        self.world = world

    def _page(
        self,
        rows: Sequence[Any],
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
    ) -> Any:
        assert after is None
        assert before is None
        if last is None:
            first = 20 if first is None else first
            shown = list(rows[:first])
            around = {"hasNextPage": len(rows) > first, "hasPreviousPage": False}
        else:
            shown = list(rows[max(0, len(rows) - last) :])
            around = {"hasNextPage": False, "hasPreviousPage": len(rows) > last}
        cursor = "opaque" if shown else None
        return SimpleNamespace(
            all=rows,
            nodes=shown,
            edges=[SimpleNamespace(node=row, cursor="opaque") for row in shown],
            totalCount=len(rows),
            pageInfo=SimpleNamespace(startCursor=cursor, endCursor=cursor, **around),
        )

    def _ordered(
        self, rows: Iterable[Node], orders: Sequence[Mapping[str, Any]], keys: Mapping[str, Any]
    ) -> list[Node]:
        ordered = sorted(rows, key=lambda row: row.id)
        for order in reversed(orders):
            ordered.sort(key=keys[order["field"]], reverse=order["direction"] == "DESC")
        return ordered

    def _labelled(self, label: str, id_: str) -> Node | None:
        node = self.world.nodes.get(id_)
        return node if node is not None and node.label == label else None

    def _members(self, entity: Node) -> list[Node]:
        return sorted(self.world.into(entity, "RESOLVED_TO"), key=lambda m: m["sequence"])

    def _served(self, node: Node) -> bool:
        return bool(self.world.out(node, "RESOLVED_TO")) or node.label != "Mention"

    def _served_judgement(self, judgement: Node) -> bool:
        ends = (self.Judgement_left(judgement), self.Judgement_right(judgement))
        return all(self._served(mention) for mention in ends)

    def _sources(self, mentions: Iterable[Node]) -> list[Node]:
        return by_name({self.Document_source(self.Mention_document(m)) for m in mentions})

    def _neighbours(self, entity: Node) -> list[Node]:
        return self.world.out(entity, "RELATED") + self.world.into(entity, "RELATED")
