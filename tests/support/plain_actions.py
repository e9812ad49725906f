"""Designations, actions and counts answered plainly."""

from types import SimpleNamespace
from typing import Any

from facts import Node
from plain_filters import Filters
from plain_ordering import by_name, newest_designations, newest_documents


class Actions(Filters):
    """What was done to whom, and how many were said to be."""

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
        return by_name(self.world.out(action, "TALLIES"))

    def Action_documents(self, action: Node, first: int | None, after: str | None = None) -> Any:
        return self._page(newest_documents(self.world.into(action, "REPORTS")), first, after)

    def Action_designations(
        self, action: Node, first: int | None, after: str | None = None, filter: Any = None
    ) -> Any:
        made = self.world.into(action, "PART_OF")
        kept = [d for d in made if self._designation_holds(d, filter or {})]
        return self._page(newest_designations(kept), first, after)

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
        return by_name(n for n in self.world.out(claim, "COUNTS") if n.label == "Authority")

    def CountClaim_programmes(self, claim: Node) -> list[Node]:
        found = [n for n in self.world.out(claim, "COUNTS") if n.label == "Programme"]
        return sorted(found, key=lambda p: (p["key"], p.id))

    def CountClaim_explained(self, claim: Node) -> bool:
        return claim["isExplained"]
