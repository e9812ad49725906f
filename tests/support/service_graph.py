"""Graphs for the service's tests, built as docs/graph.md says, held in memory and written to Neo4j.

What a run derives (an entity's lists and counts) is derived here from the same edges, so that a
test states only facts. The plain resolvers answer from the same facts, without Cypher.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from emptying import empty

from actors.graph import Graph
from actors.names import fold, order_key
from actors.records import identifier_key


@dataclass(eq=False)
class Node:
    label: str
    properties: dict[str, Any]

    @property
    def id(self) -> str:
        return self.properties["id"]

    def __getitem__(self, name: str) -> Any:
        return self.properties.get(name)


@dataclass(eq=False)
class Edge:
    type: str
    start: Node
    end: Node
    properties: dict[str, Any] = field(default_factory=dict)


class World:
    """Facts, and builders with honest defaults."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []
        self._out: dict[tuple[Node, str], list[Edge]] = defaultdict(list)
        self._into: dict[tuple[Node, str], list[Edge]] = defaultdict(list)
        self._sequence = 0

    # ── reading ──

    def of(self, label: str) -> list[Node]:
        return [node for node in self.nodes.values() if node.label == label]

    def out(self, node: Node, type_: str) -> list[Node]:
        return [edge.end for edge in self._out[node, type_]]

    def into(self, node: Node, type_: str) -> list[Node]:
        return [edge.start for edge in self._into[node, type_]]

    def out_edges(self, node: Node, type_: str) -> list[Edge]:
        return self._out[node, type_]

    def into_edges(self, node: Node, type_: str) -> list[Edge]:
        return self._into[node, type_]

    # ── building ──

    def node(self, label: str, id_: str, **properties: Any) -> Node:
        given = {name: value for name, value in properties.items() if value is not None}
        if id_ not in self.nodes:
            self.nodes[id_] = Node(label, {"id": id_, **given})
        return self.nodes[id_]

    def edge(self, start: Node, type_: str, end: Node, **properties: Any) -> Edge:
        edge = Edge(type_, start, end, properties)
        self.edges.append(edge)
        self._out[start, type_].append(edge)
        self._into[end, type_].append(edge)
        return edge

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

    # ── what a run derives ──

    def derived(self) -> "World":
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

    def write(self, graph: Graph, name: str) -> None:
        """Make the graph hold these facts and no others, unless it holds them already."""
        if graph.read("MATCH (world:World {name: $name}) RETURN 1 AS one", name=name):
            return
        empty(graph)
        by_label: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for node in self.nodes.values():
            by_label[node.label].append(node.properties)
        for label, rows in by_label.items():
            graph.write_batches(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", rows)
        by_ends: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
        for edge in self.edges:
            row = {"start": edge.start.id, "end": edge.end.id, "properties": edge.properties}
            by_ends[edge.start.label, edge.type, edge.end.label].append(row)
        for (start, type_, end), rows in by_ends.items():
            graph.write_batches(
                f"""
                UNWIND $rows AS row
                MATCH (a:{start} {{id: row.start}}), (b:{end} {{id: row.end}})
                CREATE (a)-[r:{type_}]->(b) SET r = row.properties
                """,
                rows,
            )
        graph.write("CREATE (:World {name: $name})", name=name)

    def check_quotes(self) -> None:
        """Hold every span against its text, so that no story lies."""
        for node in [*self.of("Mention"), *self.of("CountClaim")]:
            (document,) = self.out(node, "IN")
            if document["text"] and node["start"] is not None:
                assert document["text"][node["start"] : node["end"]] == node["quote"], node


def _ids(groups: Iterable[Iterable[Node]]) -> list[str]:
    return sorted({node.id for group in groups for node in group})


def story() -> World:
    """Tell of one announcement in two lists and two texts, with a namesake and a former id."""
    world = World()
    ofac = world.source(
        "ofac-sdn", name="OFAC SDN List", country="us", url="https://example.org/sdn"
    )
    un = world.source("un-list", name="UN Consolidated List")
    release = world.source("treasury", "OFFICIAL_RELEASE", name="Treasury", country="us")
    paper = world.source("courier", "NEWS", name="Courier", country="kr")
    sdn = world.document("D-SDN", ofac, "2024-12-16", isComplete=True)
    un_list = world.document("D-UN", un, "2024-12-01", isComplete=True)
    text = "Treasury listed nine individuals, Kim Yong Chol among them."
    said = world.document("D-RELEASE", release, "2024-12-16", text=text, language="en")
    article = world.document(
        "D-ARTICLE",
        paper,
        "2024-12-17",
        text="김영철 and two more, Nobody Known among them.",
        language="ko",
    )
    undated = world.document("D-UNDATED", paper, text="I count three. Not Resolved Yet.")

    un_kim = world.mention(
        "M-UNKIM",
        un_list,
        [("Kim Yong Chol", "PRIMARY"), ("Kim Young-chul", "ALIAS")],
        recordId="KPi.033",
        properties=[("birthDate", "1968"), ("nationality", "kp")],
        identifiers=[("un-reference", "KPi.033", None)],
        countries=["kp"],
    )
    sdn_kim = world.mention(
        "M-SDNKIM",
        sdn,
        [("KIM, Yong Chol", "PRIMARY"), ("Kim Yong Chol", "ALIAS"), ("Y. C. Kim", "WEAK_ALIAS")],
        recordId="52293",
        properties=[("birthDate", "1968"), ("position", "Banker"), ("nationality", "kp")],
        identifiers=[
            ("ofac-uid", "52293", None),
            ("passport", "PP 123-456", "kp"),
            ("cited-un-reference", "KPi.033", None),
        ],
        countries=["kp", "ru"],
    )
    said_kim = world.mention(
        "M-SAIDKIM",
        said,
        [("Kim Yong Chol", "PRIMARY")],
        "TEXT",
        start=34,
        end=47,
        sentence=text,
        extractor="names/1",
    )
    korean_kim = world.mention(
        "M-KOREANKIM",
        article,
        [("김영철", "PRIMARY")],
        "TEXT",
        start=0,
        end=3,
        sentence=article["text"],
        extractor="names/1",
    )
    namesake = world.mention(
        "M-NAMESAKE",
        sdn,
        [("KIM, Yong Chol", "PRIMARY")],
        recordId="12211",
        properties=[("birthDate", "1947")],
        identifiers=[("ofac-uid", "12211", None), ("passport", "PP123456", "ru")],
        countries=["kp"],
    )
    bank = world.mention(
        "M-BANK",
        sdn,
        [("Golden Triangle Bank", "PRIMARY"), ("GTB", "ACRONYM")],
        entity_kind="ORGANIZATION",
        recordId="52301",
        identifiers=[("ofac-uid", "52301", None), ("cited-un-reference", "KPe.099", None)],
        countries=["kp"],
    )
    ship = world.mention(
        "M-SHIP",
        sdn,
        [("Sea Sparrow", "PRIMARY"), ("Ocean Lark", "FORMER")],
        entity_kind="VESSEL",
        recordId="52400",
        identifiers=[("imo", "IMO 9187629", None)],
    )
    stranger = world.mention(
        "M-STRANGER",
        article,
        [("Nobody Known", "PRIMARY")],
        "TEXT",
        "UNKNOWN",
        start=18,
        end=30,
    )
    world.mention("M-NEW", undated, [("Not Resolved Yet", "PRIMARY")], "TEXT", start=15, end=31)

    kim = world.entity(un_kim, sdn_kim, said_kim, korean_kim, scores=[1.0, 0.97, 0.99, 0.91])
    sdn_kim.properties["wasFounder"] = True
    other_kim = world.entity(namesake)
    the_bank = world.entity(bank)
    the_ship = world.entity(ship)
    world.entity(stranger)

    treasury = world.authority(
        "us-ofac", name="Office of Foreign Assets Control", acronym="OFAC", country="us"
    )
    state = world.authority("us-state", name="Department of State", acronym="STATE", country="us")
    council = world.authority("un-sc", name="Security Council")
    npwmd = world.programme(treasury, "NPWMD", "Weapons of Mass Destruction Proliferators")
    dprk = world.programme(treasury, "DPRK")
    un_dprk = world.programme(council, "DPRK", "Resolution 1718")

    g_kim = world.designation(
        "G-KIM",
        kim,
        treasury,
        [sdn_kim, said_kim],
        [npwmd, dprk],
        ["E.O. 13382", "E.O. 13687"],
        announcedOn="2024-12-16",
        listedOn="2024-12-16",
        reasons=["Moved money."],
    )
    world.designation(
        "G-KIMUN",
        kim,
        council,
        [un_kim],
        [un_dprk],
        ["UNSCR 1718"],
        firstSeenOn="2016-03-02",
        status="ACTIVE",
    )
    g_bank = world.designation(
        "G-BANK",
        the_bank,
        state,
        [bank],
        [npwmd],
        ["E.O. 13382"],
        announcedOn="2024-12-16",
        listedOn="2024-12-16",
    )
    world.designation(
        "G-NAMESAKE",
        other_kim,
        treasury,
        [namesake],
        [dprk],
        status="DELISTED",
        listedOn="2010-08-30",
        endedOn="2020-01-01",
    )
    world.designation(
        "G-SHIP", the_ship, treasury, [ship], status="ANNOUNCED", announcedOn="2025-01-01"
    )

    action = world.action(
        "action:us:2024-12-16",
        "2024-12-16",
        [g_kim, g_bank],
        isConsistent=False,
        explanation="One count is not explained.",
    )
    world.action("action:us:2010-08-30", "2010-08-30", [])
    for document in (said, article):
        world.edge(document, "REPORTS", action)
    world.claim(
        "claim:1",
        said,
        action,
        "nine individuals",
        16,
        [treasury, npwmd],
        persons=9,
        isExplained=False,
        note="One of nine is listed.",
    )
    world.claim("claim:2", article, action, "two", 8, [treasury, state], actors=2)
    world.claim(
        "claim:3",
        undated,
        None,
        "three",
        8,
        organizations=3,
        isExplained=False,
        note="No action fits.",
    )

    first = world.run(
        "R-FIRST",
        startedAt="2026-01-01T00:00:00Z",
        finishedAt="2026-01-01T00:01:00Z",
        mentions=8,
        pairs=21,
        created=6,
    )
    second = world.run("R-SECOND", "FAILED", startedAt="2026-01-02T00:00:00Z", error="Stopped.")
    world.run("R-QUEUED", "QUEUED", model=None)
    verdict = world.judgement("J-SAME", un_kim, sdn_kim, reason="Same birth year and post.")
    world.judgement("J-TAKEN", un_kim, sdn_kim, "DIFFERENT", retractedAt="2026-01-03T00:00:00Z")
    world.event(1, "CREATED", kim.id, first, [un_kim])
    world.event(2, "CREATED", "E-SDNKIM", first, [sdn_kim])
    world.event(
        3,
        "MERGED",
        kim.id,
        second,
        [un_kim, sdn_kim],
        verdict,
        **{"from": ["E-SDNKIM"], "to": [kim.id]},
    )
    world.compared(un_kim, sdn_kim, 0.97)
    world.compared(sdn_kim, said_kim, 0.99)
    world.compared(un_kim, said_kim, 0.95, joins=False)
    world.compared(sdn_kim, korean_kim, 0.91)
    world.compared(un_kim, namesake, 0.44, joins=False)
    world.related(kim, "WORKS_FOR", the_bank, sdn_kim)
    world.related(the_ship, "OWNED_BY", the_bank, ship)
    world.related(the_bank, "LINKED_TO", kim, bank)
    world.check_quotes()
    return world.derived()


def crowd(seed: int, size: int) -> World:
    """Make up a graph with many ties and gaps: few names, few dates, missing values everywhere."""
    dice = random.Random(seed)
    world = World()
    tiers = ("OFFICIAL_LIST", "OFFICIAL_RELEASE", "NEWS", "OTHER")
    sources = [world.source(f"s{i}", dice.choice(tiers)) for i in range(4)]
    days = ("2024-12-16", "2024-12-17", "2020-01-01", None)
    documents = [
        world.document(
            f"D-{i}", dice.choice(sources), dice.choice(days), text=dice.choice(("A text.", None))
        )
        for i in range(8)
    ]
    names = ("Kim Yong Chol", "Ri Chang Ho", "김영철", "Bank of Stars", "Émile Sea")
    types = ("PRIMARY", "ALIAS", "WEAK_ALIAS", "FORMER", "ACRONYM")
    kinds = ("PERSON", "ORGANIZATION", "VESSEL", "AIRCRAFT", "UNKNOWN")
    authorities = [world.authority(f"a{i}", acronym=dice.choice(("AA", None))) for i in range(3)]
    programmes = [
        world.programme(a, key, dice.choice(("Title", None)))
        for a in authorities
        for key in ("P", "Q")
    ]
    entities, mentions, designations = [], [], []
    for i in range(size):
        members = [
            world.mention(
                f"M-{i}X{j}",
                dice.choice(documents),
                [(name, dice.choice(types)) for name in dice.sample(names, dice.randint(1, 3))],
                dice.choice(("RECORD", "TEXT")),
                dice.choice(kinds),
                [
                    (dice.choice(("birthDate", "flag")), dice.choice(("1968", "kp")))
                    for _ in range(dice.randint(0, 3))
                ],
                {
                    (dice.choice(("imo", "passport", "cited-imo")), str(dice.randint(1, 4)), None)
                    for _ in range(dice.randint(0, 2))
                },
                dice.sample(("kp", "ru", "us"), dice.randint(0, 2)),
                start=dice.choice((None, 0, 7)),
                recordId=dice.choice((None, "7")),
                isRetired=dice.choice((None, None, None, True)),
            )
            for j in range(dice.randint(1, 4))
        ]
        mentions += members
        entities.append(world.entity(*members, scores=[dice.random() for _ in members]))
        for left, right in pairwise(members):
            world.compared(left, right, dice.choice((0.5, 0.9)), joins=dice.random() < 0.8)
        for j in range(dice.randint(0, 3)):
            designations.append(  # noqa: PERF401 - read with its arguments
                world.designation(
                    f"G-{i}X{j}",
                    entities[-1],
                    dice.choice(authorities),
                    dice.sample(members, dice.randint(0, len(members))),
                    dice.sample(programmes, dice.randint(0, 2)),
                    dice.sample(("E.O. 1", "E.O. 2"), dice.randint(0, 2)),
                    dice.choice(("ANNOUNCED", "ACTIVE", "DELISTED", "EXPIRED")),
                    listedOn=dice.choice(days),
                    announcedOn=dice.choice(days),
                    endedOn=dice.choice(days),
                    firstSeenOn=dice.choice(days),
                )
            )
    for i in range(4):
        world.mention(f"M-UNSERVED{i}", dice.choice(documents), [("Kim", "PRIMARY")])
    for number, share in enumerate((designations[::2], designations[1::2])):
        action = world.action(f"action:xx:2024-12-1{number}", f"2024-12-1{number}", share)
        for document in dice.sample(documents, 3):
            world.edge(document, "REPORTS", action)
            world.claim(
                f"claim:{number}:{document.id}",
                document,
                action,
                "two",
                dice.randint(0, 2),
                dice.sample(authorities, 1),
                persons=dice.choice((None, 2)),
            )
    runs = [
        world.run(f"R-{i}", startedAt=dice.choice((None, f"2026-01-0{i + 1}T00:00:00Z")))
        for i in range(3)
    ]
    for number in range(size):
        founders = dice.sample(mentions, 2)
        verdict = (
            world.judgement(
                f"J-{number}",
                *founders,
                createdAt=f"2026-01-{number % 9 + 1:02}T00:00:00Z",
                retractedAt=dice.choice((None, "2026-02-01T00:00:00Z")),
            )
            if dice.random() < 0.5
            else None
        )
        world.event(
            number + 1, "MERGED", founders[0]["entityId"], dice.choice(runs), founders, verdict
        )
    pairs = {
        (dice.choice(entities), dice.choice(entities), kind)
        for kind in ("OWNED_BY", "OTHER")
        for _ in range(size)
    }
    for one, other, kind in sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id, pair[2])):
        if one is not other:
            world.related(one, kind, other, *dice.sample(mentions, 2))
    return world.derived()
