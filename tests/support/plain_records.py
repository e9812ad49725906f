"""Sources, documents, mentions and runs answered plainly."""

import json
from typing import Any

from facts import Node
from plain_filters import Filters
from plain_graph import counted
from plain_ordering import newest_documents


class Records(Filters):
    """Where it is said, and what runs did."""

    def Source_documents(self, source: Node, first: int | None, after: str | None = None) -> Any:
        return self._page(newest_documents(self.world.into(source, "FROM")), first, after)

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

    def Run_events(self, run: Node, first: int | None, after: str | None = None) -> Any:
        return self._page(sorted(self.world.into(run, "DURING"), key=lambda e: e.id), first, after)

    Run_mentions, Run_pairs, Run_created = map(counted, ("mentions", "pairs", "created"))
    Run_merged, Run_split = map(counted, ("merged", "split"))

    def Run_model(self, run: Node) -> str:
        return run["model"] or ""

    def IdentityEvent_run(self, event: Node) -> Node:
        return self.world.out(event, "DURING")[0]

    def IdentityEvent_judgement(self, event: Node) -> Node | None:
        found = filter(self._served_judgement, self.world.out(event, "BECAUSE_OF"))
        return next(iter(found), None)
