"""The service's twin: the same schema answered field by field from a World, without Cypher.

Slow and obvious on purpose; the fuzzer holds the compiled plans against it. Cursors are opaque, so
both sides' are compared only by whether there is one.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from types import SimpleNamespace
from typing import Any

from facts import Node
from graphql import ExecutionResult, GraphQLResolveInfo, build_schema, graphql_sync
from world import World

from actors.names import tokens
from actors.records import identifier_key
from service.schema.print import printed_schema

Resolver = Callable[..., Any]
_STRENGTH = ("PRIMARY", "ALIAS", "WEAK_ALIAS", "FORMER", "ACRONYM")
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


def explained(
    left: str, left_day: str | None, right: str, right_day: str | None
) -> SimpleNamespace:
    """Stand for the resolver's explanation: anything that depends on all it is given."""
    one, other = (json.loads(content)["record_id"] for content in (left, right))
    features = [
        SimpleNamespace(name="name", left=one, right=other, similarity=0.5, weight=1.25),
        SimpleNamespace(name="day", left=left_day, right=right_day, similarity=None, weight=-0.5),
    ]
    return SimpleNamespace(features=features, text=f"{one} is {other}")


def _counted(name: str) -> Resolver:
    """Return the resolver of a count that may be absent."""
    return lambda _twin, node: node[name] or 0


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


class Twin:
    """Resolvers by type and field; what has none is a property of the same name."""

    def __init__(self, world: World) -> None:
        self.world = world

    def resolve(self, source: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        name = f"{info.parent_type.name}_{info.field_name}"
        resolver: Resolver | None = getattr(self, name, None)
        if resolver:
            return resolver(source, **arguments)
        if isinstance(source, Node):
            return source[info.field_name]
        return getattr(source, info.field_name)

    # ── the root ──

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
        return self._page(self._ordered(kept, orderBy or [_by("CAPTION")], keys), **page)

    def Query_designations(
        self, _: None, filter: Any = None, orderBy: Any = None, **page: Any
    ) -> Any:
        kept = [d for d in self.world.of("Designation") if self._designation_holds(d, filter or {})]
        keys = {
            "LISTED_ON": lambda d: d["listedOn"] or "",
            "CAPTION": lambda d: self.Designation_entity(d)["sortCaption"],
        }
        ordered = self._ordered(kept, orderBy, keys) if orderBy else _newest_designations(kept)
        return self._page(ordered, **page)

    def Query_action(self, _: None, id: str) -> Node | None:
        return self._labelled("Action", id)

    def Query_actions(self, _: None, date: Any = None, **page: Any) -> Any:
        kept = [a for a in self.world.of("Action") if _within(a["date"], date)]
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
            and _within(d["publishedOn"], publishedOn)
        ]
        return self._page(_newest_documents(kept), **page)

    def Query_sources(self, _: None) -> list[Node]:
        return _by_name(self.world.of("Source"))

    def Query_authorities(self, _: None) -> list[Node]:
        return _by_name(self.world.of("Authority"))

    def Query_programmes(self, _: None) -> list[Node]:
        return sorted(self.world.of("Programme"), key=lambda p: (p["key"], p.id))

    def Query_run(self, _: None, id: str) -> Node | None:
        return self._labelled("Run", id)

    def Query_runs(self, _: None, first: int | None, after: str | None = None) -> Any:
        runs = sorted(self.world.of("Run"), key=lambda r: r.id)
        runs.sort(key=lambda r: r["startedAt"] or "9999", reverse=True)
        return self._page(runs, first, after)

    def Query_network(self, _: None, ids: list[str], depth: int, limit: int) -> Any:
        seen = _by_caption({e for id_ in ids if (e := self.Query_entity(None, id_))})
        edge = seen = seen[: limit + 1]
        for _step in range(depth):
            near = {n for e in edge for n in self._neighbours(e)} - set(seen)
            edge = _by_caption(near)[: limit + 1]
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

    # ── entities ──

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
        return self._page(_newest_designations(kept), first, after)

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

    def Comparison_left(self, edge: Any) -> Node:
        return edge.start

    def Comparison_right(self, edge: Any) -> Node:
        return edge.end

    def Comparison_score(self, edge: Any) -> float:
        return edge.properties["score"]

    def Comparison_blockedBy(self, edge: Any) -> list[str]:
        return edge.properties["blockedBy"]

    def Comparison_features(self, edge: Any) -> Any:
        return self._explained(edge).features

    def Comparison_text(self, edge: Any) -> str:
        return self._explained(edge).text

    def _explained(self, edge: Any) -> SimpleNamespace:
        day, other_day = (
            self.Mention_document(mention)["publishedOn"] for mention in (edge.start, edge.end)
        )
        return explained(edge.start["content"], day, edge.end["content"], other_day)

    def Comparison_judgement(self, edge: Any) -> Node | None:
        ends = {edge.start, edge.end}
        standing = [
            judgement
            for judgement in self.world.of("Judgement")
            if not judgement["retractedAt"]
            and {self.Judgement_left(judgement), self.Judgement_right(judgement)} == ends
        ]
        standing.sort(key=lambda j: j.id)
        standing.sort(key=lambda j: j["createdAt"], reverse=True)
        return next(iter(standing), None)

    def Judgement_left(self, judgement: Node) -> Node:
        return self.world.out(judgement, "LEFT")[0]

    def Judgement_right(self, judgement: Node) -> Node:
        return self.world.out(judgement, "RIGHT")[0]

    # ── where it is said ──

    def Source_documents(self, source: Node, first: int | None, after: str | None = None) -> Any:
        return self._page(_newest_documents(self.world.into(source, "FROM")), first, after)

    def Document_source(self, document: Node) -> Node:
        return self.world.out(document, "FROM")[0]

    def Document_mentions(self, document: Node, first: int | None, after: str | None = None) -> Any:
        served = filter(self._served, self.world.into(document, "IN"))
        found = [node for node in served if node.label == "Mention" and node["isRetired"] is None]
        return self._page(
            sorted(found, key=lambda m: (m["start"] or 0, m["sequence"])), first, after
        )

    def Document_countClaims(self, document: Node) -> list[Node]:
        claims = [n for n in self.world.into(document, "IN") if n.label == "CountClaim"]
        return sorted(claims, key=lambda c: (c["start"], c.id))

    def Mention_document(self, mention: Node) -> Node:
        return self.world.out(mention, "IN")[0]

    def Mention_entity(self, mention: Node) -> Node | None:
        return next(iter(self.world.out(mention, "RESOLVED_TO")), None)

    def Mention_score(self, mention: Node) -> float:
        return self.world.out_edges(mention, "RESOLVED_TO")[0].properties["score"]

    def Mention_assertions(self, mention: Node) -> Any:
        return json.loads(mention["assertions"])

    # ── what was done ──

    def Programme_authority(self, programme: Node) -> Node:
        return self.world.out(programme, "OF")[0]

    def Designation_entity(self, designation: Node) -> Node:
        return self.world.out(designation, "DESIGNATES")[0]

    def Designation_authority(self, designation: Node) -> Node:
        return self.world.out(designation, "BY")[0]

    def Designation_programmes(self, designation: Node) -> list[Node]:
        return sorted(self.world.out(designation, "UNDER"), key=lambda p: (p["key"], p.id))

    def Designation_legalBases(self, designation: Node) -> list[Node]:
        return sorted(self.world.out(designation, "BASED_ON"), key=lambda b: b["code"])

    def Designation_action(self, designation: Node) -> Node | None:
        return next(iter(self.world.out(designation, "PART_OF")), None)

    def Designation_sources(self, designation: Node) -> list[Node]:
        return self._sources(self.world.into(designation, "EVIDENCES"))

    def Designation_mentions(
        self, designation: Node, first: int | None, after: str | None = None
    ) -> Any:
        found = filter(self._served, self.world.into(designation, "EVIDENCES"))
        return self._page(sorted(found, key=lambda m: m["sequence"]), first, after)

    def Action_authorities(self, action: Node) -> list[Node]:
        return _by_name(self.world.out(action, "TALLIES"))

    def Action_documents(self, action: Node, first: int | None, after: str | None = None) -> Any:
        return self._page(_newest_documents(self.world.into(action, "REPORTS")), first, after)

    def Action_designations(
        self, action: Node, first: int | None, after: str | None = None, filter: Any = None
    ) -> Any:
        made = self.world.into(action, "PART_OF")
        kept = [d for d in made if self._designation_holds(d, filter or {})]
        return self._page(_newest_designations(kept), first, after)

    def Action_reconciliation(self, action: Node) -> Node:
        return action

    def Reconciliation_consistent(self, action: Node) -> bool:
        return action["isConsistent"]

    def Reconciliation_tallies(self, action: Node) -> list[Any]:
        tallies = self.world.out_edges(action, "TALLIES")
        ordered = sorted(tallies, key=lambda t: (t.end["name"], t.end.id))
        return [SimpleNamespace(authority=t.end, **t.properties) for t in ordered]

    def Reconciliation_claims(self, action: Node) -> list[Node]:
        def place(claim: Node) -> tuple[Any, ...]:
            document = self.CountClaim_document(claim)
            return document["publishedOn"] or "", document.id, claim["start"]

        return sorted(self.world.into(action, "ABOUT"), key=place)

    def CountClaim_document(self, claim: Node) -> Node:
        return self.world.out(claim, "IN")[0]

    def CountClaim_scope(self, claim: Node) -> list[Node]:
        return _by_name(n for n in self.world.out(claim, "COUNTS") if n.label == "Authority")

    def CountClaim_programmes(self, claim: Node) -> list[Node]:
        found = [n for n in self.world.out(claim, "COUNTS") if n.label == "Programme"]
        return sorted(found, key=lambda p: (p["key"], p.id))

    def CountClaim_explained(self, claim: Node) -> bool:
        return claim["isExplained"]

    # ── runs ──

    def Run_events(self, run: Node, first: int | None, after: str | None = None) -> Any:
        return self._page(sorted(self.world.into(run, "DURING"), key=lambda e: e.id), first, after)

    Run_mentions, Run_pairs, Run_created = map(_counted, ("mentions", "pairs", "created"))
    Run_merged, Run_split = map(_counted, ("merged", "split"))

    def Run_model(self, run: Node) -> str:
        return run["model"] or ""

    def IdentityEvent_run(self, event: Node) -> Node:
        return self.world.out(event, "DURING")[0]

    def IdentityEvent_judgement(self, event: Node) -> Node | None:
        found = filter(self._served_judgement, self.world.out(event, "BECAUSE_OF"))
        return next(iter(found), None)

    # ── facets ──

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

    # ── filters ──

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
                return _within(designation["listedOn"], value)
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

    # ── pages ──

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

    # ── the graph ──

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
        return _by_name({self.Document_source(self.Mention_document(m)) for m in mentions})

    def _neighbours(self, entity: Node) -> list[Node]:
        return self.world.out(entity, "RELATED") + self.world.into(entity, "RELATED")


def _by(field: str) -> dict[str, str]:
    return {"field": field, "direction": "ASC"}


def _by_name(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: (node["name"], node.id))


def _by_caption(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: (node["sortCaption"], node.id))


def _newest_documents(documents: Iterable[Node]) -> list[Node]:
    ordered = sorted(documents, key=lambda document: document.id)
    return sorted(ordered, key=lambda document: document["publishedOn"] or "", reverse=True)


def _newest_designations(designations: Iterable[Node]) -> list[Node]:
    ordered = sorted(designations, key=lambda made: made.id)
    return sorted(
        ordered, key=lambda made: made["listedOn"] or made["announcedOn"] or "", reverse=True
    )


def _within(day: str | None, range_: Mapping[str, Any] | None) -> bool:
    first, last = (range_ or {}).get("from"), (range_ or {}).get("to")
    if first is None and last is None:
        return True
    return day is not None and (first or "") <= day <= (last or "9999")
