"""The glossary defines each term once, in order, and every term it leans on."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
ENTRY = re.compile(r"^- \*\*(.+?)\*\*: ", re.MULTILINE)
POINTER = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")


def terms() -> list[str]:
    return [term.lower() for term in ENTRY.findall(GLOSSARY)]


def test_each_term_is_defined_once() -> None:
    assert terms(), "no entry was found: has the glossary another form now?"
    assert sorted(terms()) == sorted(set(terms()))


def test_every_entry_has_the_form_of_an_entry() -> None:
    lines = [line for line in GLOSSARY.splitlines() if line.startswith("- ")]

    assert [line for line in lines if not ENTRY.match(line)] == []


def test_words_in_italics_have_an_entry() -> None:
    text = GLOSSARY.replace("Words in *italics* have an entry of their own.", "")
    pointed = {word.lower() for word in POINTER.findall(text)}

    missing = {word for word in pointed if not {word, word.removesuffix("s")} & set(terms())}

    assert missing == set()
