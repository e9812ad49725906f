"""What the service asks itself before it tells its address."""

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest
from asking import Service
from graphql import parse, print_ast, separate_operations

from actors.errors import DatabaseUnavailable
from actors.graph import connect_async
from actors.settings import Settings
from service.warming import README_QUESTION, warm_up

ROOT = Path(__file__).parents[2]


class Recorded:
    """A graph that notes its statements and answers none: it fails, or says nothing."""

    def __init__(self, *, is_silent: bool = False) -> None:
        self.statements: list[str] = []
        self._is_silent = is_silent

    async def read(self, statement: str, *_: Any, **__: Any) -> list[Any]:
        self.statements.append(statement)
        if self._is_silent:
            await asyncio.Event().wait()
        raise DatabaseUnavailable("No Neo4j answers")


def readme_question() -> str:
    [question] = re.findall(r"```graphql\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    return question


def first_tab() -> tuple[str, dict[str, Any]]:
    source = parse((ROOT / "service" / "examples.graphql").read_text())
    name, document = next(iter(separate_operations(source).items()))
    return print_ast(document), json.loads((ROOT / "service" / "examples.json").read_text())[name]


@pytest.mark.parametrize("question", [(readme_question(), {}), first_tab()])
def test_what_a_newcomer_asks_first_is_planned_before(
    told: Service, question: tuple[str, dict[str, Any]]
) -> None:
    """Neo4j keeps a plan by its statement's very text."""
    query, variables = question
    graph = Recorded()

    asyncio.run(warm_up(graph))

    told.data(query, **variables)
    assert told.statements
    assert set(told.statements) <= set(graph.statements)


def test_the_readmes_question_is_the_readmes() -> None:
    assert README_QUESTION.strip() == readme_question().strip()


def test_an_empty_database_answers_the_first_questions_too(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="service.warming")

    async def begin() -> None:
        async with connect_async(settings) as graph:
            await warm_up(graph)

    asyncio.run(begin())

    assert caplog.messages == []


def test_a_question_that_fails_keeps_no_other_from_being_asked(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO", logger="service.warming")
    graph = Recorded()

    asyncio.run(warm_up(graph))

    assert len(graph.statements) == 2
    assert all("No Neo4j answers" in message for message in caplog.messages)
    assert len(caplog.messages) == 2


def test_a_database_that_never_answers_is_waited_for_no_longer_than_said(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO", logger="service.warming")
    graph = Recorded(is_silent=True)

    asyncio.run(warm_up(graph, patience_seconds=0.01))

    assert len(graph.statements) == 1
    assert caplog.messages == ["warm_up=unfinished seconds=0.01"]


def test_whatever_goes_wrong_the_service_tells_its_address(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("service.warming._questions", lambda: iter([("{ x }", {})]))
    monkeypatch.setattr("service.warming.answer", lambda *_, **__: {}["gone"])

    asyncio.run(warm_up(Recorded()))

    assert "warm_up=failed" in caplog.text
