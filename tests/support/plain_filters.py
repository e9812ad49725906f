"""Filters and facets answered plainly."""

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any

from facts import Node
from plain_graph import Graph
from plain_ordering import within

from actors.names import tokens
from actors.records import identifier_key


class Filters(Graph):
    """Whether a node is what a filter asks for; how many are, by facet."""

    def _entity_holds(self, entity: Node, wanted: Mapping[str, Any]) -> bool:
        given = {name: value for name, value in wanted.items() if value is not None}
        about = {
            name: given.pop(name)
            for name in ("authority", "programme", "status", "listedOn")
            if name in given
        }
        if "listedOn" in about and not any(about["listedOn"].values()):
            del about["listedOn"]  # a range open at both ends is no condition
        made = self.world.into(entity, "DESIGNATES")
        return all(self._entity_meets(entity, name, value) for name, value in given.items()) and (
            not about or any(self._designation_holds(d, about) for d in made)
        )

    def _entity_meets(self, entity: Node, name: str, value: Any) -> bool:  # noqa: C901, PLR0911
        match name:
            case "and":
                return all(self._entity_holds(entity, inner) for inner in value)
            case "or":
                return any(self._entity_holds(entity, inner) for inner in value)
            case "not":
                return not self._entity_holds(entity, value)
            case "kind":
                return entity["kind"] in value
            case "country":
                return bool({code.lower() for code in value} & set(entity["countries"]))
            case "name":
                return any(
                    all(any(word.startswith(w) for word in name.split()) for w in tokens(value))
                    for name in entity["searchNames"]
                )
            case "identifier":
                return entity in self._carriers(value["scheme"], value["value"])
            case "source":
                return bool(set(value) & set(entity["sourceIds"]))
            case "tier":
                return bool(set(value) & set(entity["tiers"]))
            case "designated":
                return bool(self.world.into(entity, "DESIGNATES")) is value
            case "minMentions":
                return len(self._members(entity)) >= value
            case "minSources":
                return len(self.Entity_sources(entity)) >= value
        raise AssertionError(name)

    def _designation_holds(self, designation: Node, wanted: Mapping[str, Any]) -> bool:
        given = {name: value for name, value in wanted.items() if value is not None}
        return all(self._designation_meets(designation, *item) for item in given.items())

    def _designation_meets(self, designation: Node, name: str, value: Any) -> bool:
        match name:
            case "authority":
                return self.Designation_authority(designation).id in value
            case "programme":
                under = self.Designation_programmes(designation)
                return any(p["key"] in value or p.id in value for p in under)
            case "status":
                return designation["status"] in value
            case "legalBasis":
                return any(b["code"] in value for b in self.Designation_legalBases(designation))
            case "listedOn":
                return within(designation["listedOn"], value)
            case "activeOn":
                since = designation["listedOn"] or designation["firstSeenOn"]
                ended = designation["endedOn"]
                return bool(since) and since <= value and (not ended or ended > value)
        raise AssertionError(name)

    def _mention_holds(self, mention: Node, wanted: Mapping[str, Any]) -> bool:
        source = self.Document_source(self.Mention_document(mention))
        shown = {"kind": mention["kind"], "source": source.id, "tier": source["tier"]}
        return all(shown[name] in value for name, value in wanted.items() if value is not None)

    def _carriers(self, scheme: str, value: str) -> set[Node]:
        for key in (identifier_key(scheme, value), identifier_key(f"cited-{scheme}", value)):
            numbers = [n for n in self.world.of("Identifier") if n["key"] == key]
            carriers = {
                entity
                for number in numbers
                for mention in self.world.into(number, "CARRIES")
                for entity in self.world.out(mention, "RESOLVED_TO")
            }
            if carriers:
                return carriers
        return set()

    def EntityConnection_facets(self, page: Any, fields: list[str]) -> list[Any]:
        return [
            SimpleNamespace(field=name, values=self._facet(page.all, name))
            for name in dict.fromkeys(fields)
        ]

    def _facet(self, entities: Iterable[Node], name: str) -> list[Any]:
        properties = {
            "KIND": "kind",
            "COUNTRY": "countries",
            "SOURCE": "sourceIds",
            "AUTHORITY": "authorityIds",
            "PROGRAMME": "programmeIds",
            "STATUS": "statuses",
        }
        counts: dict[str, set[Node]] = {}
        labels: dict[str, set[str]] = {}
        for entity in entities:
            values = entity[properties[name]]
            for value in [values] if isinstance(values, str) else values:
                shown, label = self._facet_value(name, value)
                counts.setdefault(shown, set()).add(entity)
                labels.setdefault(shown, set()).add(label)
        ordered = sorted(counts, key=lambda value: (-len(counts[value]), value))
        return [
            SimpleNamespace(value=value, label=min(labels[value]), count=len(counts[value]))
            for value in ordered
        ]

    def _facet_value(self, name: str, value: str) -> tuple[str, str]:
        node = self.world.nodes.get(value)
        match name:
            case "PROGRAMME":
                return node["key"], node["title"] or node["key"]
            case "AUTHORITY":
                return value, node["acronym"] or node["name"]
            case "SOURCE":
                return value, node["name"]
            case "COUNTRY":
                return value, {"kp": "North Korea", "ru": "Russia", "us": "United States"}[value]
            case _:
                return value, value.capitalize()
