"""Entities answered plainly, with what they gather from their mentions."""

from types import SimpleNamespace
from typing import Any

from facts import Node
from plain_filters import Filters
from plain_ordering import newest_designations

_STRENGTH = ("PRIMARY", "ALIAS", "WEAK_ALIAS", "FORMER", "ACRONYM")


class Entities(Filters):
    """Names, numbers, relations and history of an entity."""

    def Entity_names(self, entity: Node, type: list[str] | None = None) -> list[Any]:
        mentions: dict[str, list[Node]] = {}
        uses: dict[str, list[int]] = {}
        scripts: dict[str, str] = {}
        for member in self._members(entity):
            for value, kind, script in zip(
                member["names"], member["nameTypes"], member["nameScripts"], strict=True
            ):
                mentions.setdefault(value, []).append(member)
                uses.setdefault(value, []).append(_STRENGTH.index(kind))
                scripts.setdefault(value, script)
        names = [
            SimpleNamespace(
                value=value,
                type=_STRENGTH[min(uses[value])],
                script=scripts[value],
                grouped=mentions[value],
            )
            for value in mentions
        ]
        names.sort(key=lambda n: (n.type != "PRIMARY", -len(n.grouped), n.value))
        return [name for name in names if type is None or name.type in type]

    def Entity_identifiers(self, entity: Node) -> list[Any]:
        grouped: dict[Node, list[Node]] = {}
        for member in self._members(entity):
            for number in self.world.out(member, "CARRIES"):
                grouped.setdefault(number, []).append(member)
        numbers = [
            SimpleNamespace(
                scheme=n["scheme"], value=n["value"], country=n["country"], id=n.id, grouped=found
            )
            for n, found in grouped.items()
        ]
        return sorted(
            numbers, key=lambda n: (n.scheme.startswith("cited-"), n.scheme, n.value, n.id)
        )

    def Entity_properties(self, entity: Node, field: list[str] | None = None) -> list[Any]:
        grouped: dict[tuple[str, str], list[Node]] = {}
        for member in self._members(entity):
            for pair in zip(member["propertyFields"], member["propertyValues"], strict=True):
                found = grouped.setdefault(pair, [])
                if member not in found:
                    found.append(member)
        made = [
            SimpleNamespace(field=name, value=value, grouped=found)
            for (name, value), found in grouped.items()
            if field is None or name in field
        ]
        return sorted(made, key=lambda p: (p.field, -len(p.grouped), p.value))

    def _grouped_mentions(self, group: Any, first: int | None) -> list[Node]:
        return group.grouped[: 20 if first is None else first]

    Name_mentions = Identifier_mentions = Property_mentions = _grouped_mentions

    def Entity_mentions(
        self, entity: Node, first: int | None, after: str | None = None, filter: Any = None
    ) -> Any:
        kept = [m for m in self._members(entity) if self._mention_holds(m, filter or {})]
        return self._page(kept, first, after)

    def Entity_designations(
        self, entity: Node, first: int | None, after: str | None = None, filter: Any = None
    ) -> Any:
        made = self.world.into(entity, "DESIGNATES")
        kept = [d for d in made if self._designation_holds(d, filter or {})]
        return self._page(newest_designations(kept), first, after)

    def Entity_sources(self, entity: Node) -> list[Node]:
        return self._sources(self._members(entity))

    def Entity_relations(self, entity: Node, first: int | None, after: str | None = None) -> Any:
        edges = [(edge, edge.end, True) for edge in self.world.out_edges(entity, "RELATED")]
        edges += [(edge, edge.start, False) for edge in self.world.into_edges(entity, "RELATED")]
        edges.sort(key=lambda e: (e[0].properties["type"], e[1]["sortCaption"], e[1].id, not e[2]))
        relations = [
            SimpleNamespace(
                type=edge.properties["type"],
                outgoing=outgoing,
                other=other,
                ids=edge.properties["mentionIds"],
            )
            for edge, other, outgoing in edges
        ]
        return self._page(relations, first, after)

    def Relation_mentions(self, relation: Any, first: int | None) -> list[Node]:
        found = [self.world.nodes[id_] for id_ in relation.ids]
        served = sorted(filter(self._served, found), key=lambda m: m["sequence"])
        return served[: 20 if first is None else first]

    def Entity_evidence(self, entity: Node, first: int | None) -> list[Any]:
        joining = [
            edge
            for member in self._members(entity)
            for edge in self.world.out_edges(member, "COMPARED")
            if edge.properties["joins"] and self.Mention_entity(edge.end) is entity
        ]
        joining.sort(key=lambda e: (-e.properties["score"], e.start["sequence"], e.end["sequence"]))
        return joining[: 20 if first is None else first]

    def Entity_history(self, entity: Node, first: int | None) -> list[Node]:
        events = {e for m in self._members(entity) for e in self.world.into(m, "CONCERNS")}
        return sorted(events, key=lambda e: e.id)[: 20 if first is None else first]

    def Entity_formerIds(self, entity: Node) -> list[str]:
        members = self._members(entity)
        founders = [m["entityId"] for m in members if m["wasFounder"]]
        return [id_ for id_ in founders if id_ != entity.id]
