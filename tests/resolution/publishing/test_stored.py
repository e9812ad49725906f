"""A run reads what others may have written in Cypher, and says what of it cannot be."""

from typing import Any

import pytest
from readings import edition, judge, record, stored

from actors.errors import RunError
from actors.graph import Graph
from actors.records import Mention, Verdict
from resolution.publishing.stored import stored_judgements

ORLA, ADA = record("1", "Orla Vane"), record("2", "Ada Grey")


@pytest.mark.parametrize(
    ("right", "verdict", "problem"),
    [
        (ADA, "MAYBE", "has the verdict 'MAYBE', which is none of SAME, DIFFERENT, UNSURE"),
        (ADA, None, "has the verdict None"),
        (ORLA, "SAME", f"has {ORLA.id} on both sides"),
        (ORLA, "DIFFERENT", f"has {ORLA.id} on both sides"),
    ],
)
def test_a_judgement_that_cannot_be_is_named(
    graph: Graph, right: Mention, verdict: Any, problem: str
) -> None:
    """Written in Cypher, it ended every run with a traceback that did not name it."""
    stored(graph, edition(ORLA, ADA))
    judge(graph, ORLA, right, verdict)

    with pytest.raises(RunError) as raised:
        stored_judgements(graph)

    assert str(raised.value).startswith(f"Judgement J-1 {problem}")
    assert str(raised.value).endswith("or take it back by `dramatis judgements retract J-1`.")


def test_only_verdicts_that_bind_are_read(graph: Graph) -> None:
    stored(graph, edition(ORLA, ADA))
    judge(graph, ORLA, ADA, "UNSURE", 1)
    judge(graph, ORLA, ADA, "SAME", 2)

    [only] = stored_judgements(graph)
    assert (only.left, only.right, only.verdict) == (ORLA.id, ADA.id, Verdict.SAME)
