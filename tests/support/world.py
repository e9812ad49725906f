"""A graph as docs/graph.md says, built from facts alone, with honest defaults.

What a run derives (an entity's lists and counts) is derived here from the same edges, so that a
test states only facts. The plain resolvers answer from the same facts, without Cypher.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Self

from facts import Edge, Facts, Node

from actors.names import fold, order_key
from actors.records import identifier_key


class World(Facts):
    """Builders of what the graph may hold."""

    def __init__(self) -> None:
        super().__init__()
        self._sequence = 0

    def source(self, id_: str, tier: str = "OFFICIAL_LIST", **more: Any) -> Node:
        return self.node(
            "Source",
            id_,
            **{"name": id_.title(), "publisher": "Some publisher", "tier": tier, **more},
        )

    def document(
        self, id_: str, source: Node, published_on: str | None = None, **more: Any
    ) -> Node:
        made = self.node(
            "Document",
            id_,
            **{
                "title": f"Title of {id_}",
                "publishedOn": published_on,
                "retrievedAt": "2024-12-20T08:00:00Z",
                "sha256": "0" * 64,
                **more,
            },
        )
        self.edge(made, "FROM", source)
        return made

    def mention(
        self,
        id_: str,
        document: Node,
        names: Sequence[tuple[str, str]],
        kind: str = "RECORD",
        entity_kind: str = "PERSON",
        properties: Iterable[tuple[str, str]] = (),
        identifiers: Iterable[tuple[str, str, str | None]] = (),
        countries: Sequence[str] = (),
        **more: Any,
    ) -> Node:
        self._sequence += 1
        properties = list(properties)
        is_hangul = [any("가" <= letter <= "힣" for letter in name) for name, _ in names]
        assertions: dict[str, list[str]] = defaultdict(list)
        for name, value in properties:
            assertions[name].append(value)
        made = self.node(
            "Mention",
            id_,
            **{
                "kind": kind,
                "entityKind": entity_kind,
                "quote": names[0][0],
                "names": [name for name, _ in names],
                "nameTypes": [type_ for _, type_ in names],
                "nameScripts": ["Hang" if hangul else "Latn" for hangul in is_hangul],
                "propertyFields": [name for name, _ in properties],
                "propertyValues": [value for _, value in properties],
                "countries": list(countries),
                "assertions": json.dumps(assertions),
                "content": json.dumps({"record_id": id_, "names": [{"value": names[0][0]}]}),
                "entityId": f"E-{id_.removeprefix('M-')}",
                "sequence": self._sequence,
                "wasFounder": False,
                **more,
            },
        )
        self.edge(made, "IN", document)
        for scheme, value, country in identifiers:
            number = self.node(
                "Identifier",
                f"{scheme}:{value}:{country or ''}",
                scheme=scheme,
                value=value,
                country=country,
                key=identifier_key(scheme, value),
            )
            self.edge(made, "CARRIES", number)
        return made

    def entity(self, *members: Node, scores: Sequence[float] = (), **more: Any) -> Node:
        founder = min(members, key=lambda mention: mention["sequence"])
        founder.properties["wasFounder"] = True
        made = self.node(
            "Entity",
            founder["entityId"],
            **{"kind": founder["entityKind"], "caption": founder["names"][0], **more},
        )
        for place, member in enumerate(members):
            score = scores[place] if scores else 1.0
            self.edge(member, "RESOLVED_TO", made, score=score)
        return made

    def authority(self, id_: str, **more: Any) -> Node:
        return self.node("Authority", f"authority:{id_}", **{"name": id_.upper(), **more})

    def programme(self, owner: Node, key: str, title: str | None = None) -> Node:
        id_ = f"programme:{owner.id.removeprefix('authority:')}:{key}"
        if id_ in self.nodes:
            return self.nodes[id_]
        made = self.node("Programme", id_, key=key, title=title)
        self.edge(made, "OF", owner)
        return made

    def designation(
        self,
        id_: str,
        entity: Node,
        by: Node,
        evidence: Iterable[Node] = (),
        programmes: Iterable[Node] = (),
        legal_bases: Iterable[str] = (),
        status: str = "ACTIVE",
        reasons: Sequence[str] = (),
        **more: Any,
    ) -> Node:
        made = self.node("Designation", id_, status=status, reasons=list(reasons), **more)
        self.edge(made, "DESIGNATES", entity)
        self.edge(made, "BY", by)
        for mention in evidence:
            self.edge(mention, "EVIDENCES", made)
        for programme in programmes:
            self.edge(made, "UNDER", programme)
        for code in legal_bases:
            self.edge(made, "BASED_ON", self.node("LegalBasis", f"legal-basis:{code}", code=code))
        return made

    def action(self, id_: str, date: str, designations: Iterable[Node], **more: Any) -> Node:
        made = self.node(
            "Action",
            id_,
            **{
                "title": f"Designations of {date}",
                "date": date,
                "isConsistent": True,
                "explanation": "Every count is explained.",
                **more,
            },
        )
        tallies: dict[Node, dict[str, int]] = {}
        total = dict.fromkeys(("persons", "organizations", "vessels", "aircraft"), 0)
        for designation in designations:
            self.edge(designation, "PART_OF", made)
            kind = self.out(designation, "DESIGNATES")[0]["kind"]
            counted = {"PERSON": "persons", "ORGANIZATION": "organizations"}.get(kind, "vessels")
            tally = tallies.setdefault(self.out(designation, "BY")[0], dict.fromkeys(total, 0))
            tally[counted] += 1
            total[counted] += 1
        for authority, tally in tallies.items():
            self.edge(made, "TALLIES", authority, **tally)
        made.properties.update(total)
        return made

    def claim(
        self,
        id_: str,
        document: Node,
        about: Node | None,
        quote: str,
        start: int,
        scope: Iterable[Node] = (),
        **more: Any,
    ) -> Node:
        made = self.node(
            "CountClaim",
            id_,
            **{
                "quote": quote,
                "start": start,
                "end": start + len(quote),
                "isExplained": True,
                "note": "It fits.",
                **more,
            },
        )
        self.edge(made, "IN", document)
        if about is not None:
            self.edge(made, "ABOUT", about)
        for counted in scope:
            self.edge(made, "COUNTS", counted)
        return made

    def run(self, id_: str, status: str = "SUCCEEDED", **more: Any) -> Node:
        return self.node("Run", id_, status=status, **{"model": "sanctions-1", **more})

    def event(
        self,
        number: int,
        type_: str,
        entity_id: str,
        run: Node,
        concerns: Iterable[Node],
        judgement: Node | None = None,
        **more: Any,
    ) -> Node:
        made = self.node(
            "IdentityEvent",
            f"event:{number:012}",
            **{
                "type": type_,
                "entityId": entity_id,
                "at": f"2026-01-{number % 27 + 1:02}T00:00:00Z",
                "from": [],
                "to": [entity_id],
                **more,
            },
        )
        self.edge(made, "DURING", run)
        for mention in concerns:
            self.edge(made, "CONCERNS", mention)
        if judgement:
            self.edge(made, "BECAUSE_OF", judgement)
        return made

    def judgement(
        self, id_: str, left: Node, right: Node, verdict: str = "SAME", **more: Any
    ) -> Node:
        made = self.node(
            "Judgement",
            id_,
            **{
                "verdict": verdict,
                "actor": "reviewer@example.org",
                "createdAt": "2026-01-02T00:00:00Z",
                **more,
            },
        )
        self.edge(made, "LEFT", left)
        self.edge(made, "RIGHT", right)
        return made

    def compared(self, left: Node, right: Node, score: float, *, joins: bool = True) -> Edge:
        return self.edge(left, "COMPARED", right, score=score, joins=joins, blockedBy=["name"])

    def related(self, one: Node, type_: str, other: Node, *mentions: Node) -> Edge:
        ids = [mention.id for mention in mentions]
        return self.edge(one, "RELATED", other, type=type_, mentionIds=ids)

    def derived(self) -> Self:
        """Give every entity the lists and counts that follow from its edges."""
        for entity in self.of("Entity"):
            members = self.into(entity, "RESOLVED_TO")
            designations = self.into(entity, "DESIGNATES")
            sources = {s for m in members for d in self.out(m, "IN") for s in self.out(d, "FROM")}
            listed = [d["listedOn"] for d in designations if d["listedOn"]]
            entity.properties.update(
                sortCaption=order_key(entity["caption"]),
                searchNames=sorted({fold(name) for m in members for name in m["names"]}),
                countries=sorted({code for m in members for code in m["countries"]}),
                sourceIds=sorted(source.id for source in sources),
                tiers=sorted({source["tier"] for source in sources}),
                authorityIds=_ids(self.out(d, "BY") for d in designations),
                programmeIds=_ids(self.out(d, "UNDER") for d in designations),
                statuses=sorted({d["status"] for d in designations}),
                mentionCount=len(members),
                sourceCount=len(sources),
                designationCount=len(designations),
                **({"lastListedOn": max(listed)} if listed else {}),
            )
        return self


def _ids(groups: Iterable[Iterable[Node]]) -> list[str]:
    return sorted({node.id for group in groups for node in group})
