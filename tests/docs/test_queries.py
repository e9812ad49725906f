"""Every GraphQL operation that a page shows is valid against the printed schema."""

import re
from pathlib import Path

import pytest
from graphql import build_schema, parse, validate

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")], key=str)
BLOCK = re.compile(r"^```graphql\n(.*?)^```", re.MULTILINE | re.DOTALL)
SHOWN = [
    (str(page.relative_to(ROOT)), query)
    for page in PAGES
    for query in BLOCK.findall(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("page", "query"), SHOWN, ids=[page for page, _ in SHOWN])
def test_every_query_shown_is_valid(page: str, query: str) -> None:
    schema = build_schema((ROOT / "schema.graphql").read_text(encoding="utf-8"))

    problems = validate(schema, parse(query))

    assert [f"{page}: {problem.message}" for problem in problems] == []
