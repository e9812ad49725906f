"""The service's twin: the same schema answered field by field from a World, without Cypher.

Slow and obvious on purpose; the fuzzer holds the compiled plans against it. Cursors are opaque, so
both sides' are compared only by whether there is one.
"""

from collections.abc import Mapping
from functools import cache
from types import SimpleNamespace
from typing import Any

from facts import Node
from graphql import ExecutionResult, GraphQLResolveInfo, build_schema, graphql_sync
from plain_actions import Actions
from plain_comparisons import Comparisons
from plain_entities import Entities
from plain_graph import Resolver
from plain_ordering import by, by_caption, by_name, newest_designations, newest_documents, within
from plain_records import Records
from world import World

from service.schema.print import printed_schema

_LABELS = {
    "E-": "Entity",
    "M-": "Mention",
    "D-": "Document",
    "G-": "Designation",
    "R-": "Run",
    "J-": "Judgement",
    "authority:": "Authority",
    "programme:": "Programme",
    "action:": "Action",
}


@cache
def _schema() -> Any:
    return build_schema(printed_schema())


def plain_answer(
    world: World, query: str, variables: Mapping[str, Any] | None = None
) -> ExecutionResult:
    """Answer a query field by field."""
    return graphql_sync(
        _schema(),
        query,
        root_value=None,
        variable_values=dict(variables or {}),
        field_resolver=Twin(world).resolve,
        type_resolver=lambda value, _info, _type: value.label,
    )


class Twin(Entities, Comparisons, Records, Actions):
    """Resolvers by type and field; what has none is a property of the same name."""

    def resolve(self, source: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        name = f"{info.parent_type.name}_{info.field_name}"
        resolver: Resolver | None = getattr(self, name, None)
        if resolver:
            return resolver(source, **arguments)
        if isinstance(source, Node):
            return source[info.field_name]
        return getattr(source, info.field_name)

    def Query_node(self, _: None, id: str) -> Node | None:
        node = self.world.nodes.get(id)
        expected = next((label for mark, label in _LABELS.items() if id.startswith(mark)), "Source")
        if node is None or node.label != expected:
            return None
        if node.label == "Mention" and not self._served(node):
            return None
        if node.label == "Judgement" and not self._served_judgement(node):
            return None
        return node

    def Query_nodes(self, _: None, ids: list[str]) -> list[Node | None]:
        return [self.Query_node(None, id_) for id_ in ids]

    def Query_entity(self, _: None, id: str) -> Node | None:
        return next(
            (
                entity
                for mention in self.world.of("Mention")
                if mention["entityId"] == id
                for entity in self.world.out(mention, "RESOLVED_TO")
            ),
            None,
        )

    def Query_entityByIdentifier(self, _: None, scheme: str, value: str) -> Node | None:
        carriers = self._carriers(scheme, value)
        if len(carriers) > 1:
            raise ValueError("ambiguous")
        return next(iter(carriers), None)

    def Query_entities(self, _: None, filter: Any = None, orderBy: Any = None, **page: Any) -> Any:
        kept = [e for e in self.world.of("Entity") if self._entity_holds(e, filter or {})]
        keys = {
            "CAPTION": lambda e: e["sortCaption"],
            "MENTION_COUNT": lambda e: e["mentionCount"],
            "DESIGNATION_COUNT": lambda e: e["designationCount"],
            "LAST_LISTED_ON": lambda e: e["lastListedOn"] or "",
        }
        return self._page(self._ordered(kept, orderBy or [by("CAPTION")], keys), **page)

    def Query_designations(
        self, _: None, filter: Any = None, orderBy: Any = None, **page: Any
    ) -> Any:
        kept = [d for d in self.world.of("Designation") if self._designation_holds(d, filter or {})]
        keys = {
            "LISTED_ON": lambda d: d["listedOn"] or "",
            "CAPTION": lambda d: self.Designation_entity(d)["sortCaption"],
        }
        ordered = self._ordered(kept, orderBy, keys) if orderBy else newest_designations(kept)
        return self._page(ordered, **page)

    def Query_action(self, _: None, id: str) -> Node | None:
        return self._labelled("Action", id)

    def Query_actions(self, _: None, date: Any = None, **page: Any) -> Any:
        kept = [a for a in self.world.of("Action") if within(a["date"], date)]
        kept.sort(key=lambda a: a.id)
        return self._page(sorted(kept, key=lambda a: a["date"], reverse=True), **page)

    def Query_document(self, _: None, id: str) -> Node | None:
        return self._labelled("Document", id)

    def Query_documents(
        self, _: None, tier: Any = None, publishedOn: Any = None, **page: Any
    ) -> Any:
        kept = [
            d
            for d in self.world.of("Document")
            if (tier is None or self.Document_source(d)["tier"] in tier)
            and within(d["publishedOn"], publishedOn)
        ]
        return self._page(newest_documents(kept), **page)

    def Query_sources(self, _: None) -> list[Node]:
        return by_name(self.world.of("Source"))

    def Query_authorities(self, _: None) -> list[Node]:
        return by_name(self.world.of("Authority"))

    def Query_programmes(self, _: None) -> list[Node]:
        return sorted(self.world.of("Programme"), key=lambda p: (p["key"], p.id))

    def Query_run(self, _: None, id: str) -> Node | None:
        return self._labelled("Run", id)

    def Query_runs(self, _: None, first: int | None, after: str | None = None) -> Any:
        runs = sorted(self.world.of("Run"), key=lambda r: r.id)
        runs.sort(key=lambda r: r["startedAt"] or "9999", reverse=True)
        return self._page(runs, first, after)

    def Query_network(self, _: None, ids: list[str], depth: int, limit: int) -> Any:
        seen = by_caption({e for id_ in ids if (e := self.Query_entity(None, id_))})
        edge = seen = seen[: limit + 1]
        for _step in range(depth):
            near = {n for e in edge for n in self._neighbours(e)} - set(seen)
            edge = by_caption(near)[: limit + 1]
            seen = seen + edge
        kept = seen[:limit]
        relations = [
            SimpleNamespace(**{"from": r.start.id}, to=r.end.id, type=r.properties["type"])
            for e in kept
            for r in self.world.out_edges(e, "RELATED")
            if r.end in kept
        ]
        relations.sort(key=lambda r: (getattr(r, "from"), r.to, r.type))
        return SimpleNamespace(entities=kept, relations=relations, truncated=len(seen) > limit)
