"""What readers say is what docs/mentions.md and docs/catalogue.md describe."""

import re
from pathlib import Path

import pytest

import resolution.sources
from resolution.sources import READERS, read_all, read_catalogue
from resolution.sources.entries import COMPANIONS

ROOT = Path(__file__).parents[3]
DOCUMENTED = (ROOT / "docs" / "mentions.md").read_text(encoding="utf-8")
CATALOGUE = (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8")


def test_every_field_that_a_reader_names_is_documented() -> None:
    modules = Path(resolution.sources.__file__).parent.rglob("*.py")
    source = "\n".join(module.read_text(encoding="utf-8") for module in modules)
    named = set(re.findall(r"(?:\.say\(|_say\w*\(|say_date\(draft, )\"(\w+)\"", source))

    assert len(named) > 25
    assert {field for field in named if f"`{field}`" not in DOCUMENTED} == set()


def test_every_format_and_companion_is_documented() -> None:
    for format_ in READERS:
        assert f"`{format_}`" in CATALOGUE
    for companion in COMPANIONS["ofac-sdn"]:
        assert f"`{companion}`" in CATALOGUE


@pytest.mark.real_data
def test_every_field_and_scheme_of_the_real_lists_is_documented(real_data: Path) -> None:
    mentions = [
        mention
        for sourced in read_all(read_catalogue(real_data / "catalogue.toml"))
        for mention in sourced.reading.mentions
    ]
    fields = {field for mention in mentions for field in mention.properties}
    schemes = {one.scheme for mention in mentions for one in mention.identifiers}

    assert {field for field in fields if f"`{field}`" not in DOCUMENTED} == set()
    assert {
        scheme
        for scheme in schemes
        if f"`{scheme}`" not in DOCUMENTED and not scheme.startswith("crypto-")
    } == set()
