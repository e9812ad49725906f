"""Comparisons and judgements answered plainly; an explanation stands for the resolver's."""

import json
from types import SimpleNamespace
from typing import Any

from facts import Node
from plain_graph import Graph


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


class Comparisons(Graph):
    """Why two mentions are one, and who says so."""

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
