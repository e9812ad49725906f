"""The first questions, asked by the service itself before it tells its address.

Neo4j plans a statement when it is first asked, and in a JVM that has just begun this takes seconds;
on a busy machine it took longer than a request may. So the README's question and GraphiQL's first
tab are answered to nobody, on the way every request goes. They are then planned and kept, and what
else is asked finds a planner that has run.
"""

import asyncio
import json
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graphql import parse, print_ast, separate_operations

from actors.graph import AsyncGraph
from service.reads import answer
from service.schema import schema

_log = logging.getLogger(__name__)

_PATIENCE_SECONDS = 30.0
"""For all questions: thrice what they took on a busy machine. Who waits longer may as well ask."""

_FOLDER = Path(__file__).parent

README_QUESTION = """
{
  entityByIdentifier(scheme: "ofac-uid", value: "51330") {
    caption
    names { value }
    designations {
      nodes {
        listedOn
        authority { acronym }
        programmes { key }
        sources { name tier }
      }
    }
  }
}
"""


async def warm_up(graph: AsyncGraph, *, patience_seconds: float = _PATIENCE_SECONDS) -> None:
    """Ask the first questions; one that fails or takes too long is no reason not to serve."""
    try:
        async with asyncio.timeout(patience_seconds):
            for query, variables in _questions():
                result = await answer(
                    schema, graph, query, variables, timeout_seconds=patience_seconds
                )
                if result.errors:
                    _log.info("warm_up=failed reason=%r", result.errors[0])
    except TimeoutError:
        _log.info("warm_up=unfinished seconds=%g", patience_seconds)
    except Exception:  # noqa: BLE001  # whatever it was, people ask all the same
        _log.exception("warm_up=failed")


def _questions() -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield README_QUESTION, {}
    examples = parse((_FOLDER / "examples.graphql").read_text(encoding="utf-8"))
    name, first_tab = next(iter(separate_operations(examples).items()))
    variables = json.loads((_FOLDER / "examples.json").read_text(encoding="utf-8"))
    yield print_ast(first_tab), variables[name]
