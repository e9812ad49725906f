"""How much one operation may have explained: counted as it is, over all its root fields."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from asking import Service

from service.plans import Plan
from service.plans.cost import TooCostly
from service.reads.context import MOST_EXPLAINED, GraphContext


class Recorded:
    """A graph that answers every statement with the pairs it was made with."""

    def __init__(self, pairs: list[int]) -> None:
        self.pairs = pairs

    async def read(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_seconds: float
    ) -> list[dict[str, Any]]:
        assert (statement, parameters, timeout_seconds) == ("RETURN pairs", {}, 10.0)
        return [{"answer": self.pairs}]


def explained_each(pairs: list[int], explain: Any) -> list[str]:
    return [explain(str(pair), None, "other", None) for pair in pairs]


def answers(pairs: list[int], root_fields: int = 1) -> list[list[str]]:
    context = GraphContext(Recorded(pairs), lambda left, *_: f"why {left}")  # type: ignore[arg-type]
    plan = Plan("RETURN pairs", {}, explained_each, derives=True)

    async def run() -> list[list[str]]:
        return await asyncio.gather(*(context(plan) for _ in range(root_fields)))

    return asyncio.run(run())


def test_as_many_as_allowed_are_explained() -> None:
    [answer] = answers(list(range(MOST_EXPLAINED)))

    assert answer[-1] == f"why {MOST_EXPLAINED - 1}"


def test_one_more_is_refused() -> None:
    with pytest.raises(TooCostly, match=r"more than the 1,000 comparisons"):
        answers(list(range(MOST_EXPLAINED + 1)))


def test_a_comparison_asked_for_twice_is_explained_once() -> None:
    [answer] = answers([*range(MOST_EXPLAINED), *range(MOST_EXPLAINED)])

    assert len(answer) == 2 * MOST_EXPLAINED


def test_root_fields_share_what_an_operation_may_have() -> None:
    with pytest.raises(TooCostly):
        answers(list(range(MOST_EXPLAINED // 2 + 1)), root_fields=2)


def test_the_refusal_says_so_to_the_client(told: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.reads.context.MOST_EXPLAINED", 1)

    assert told.code("{ entities { nodes { evidence { score text } } } }") == "LIMIT_EXCEEDED"
    assert told.data('{ entity(id: "E-UNKIM") { evidence(first: 1) { features { name } text } } }')
