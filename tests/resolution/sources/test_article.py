from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actors.errors import SourceError
from actors.records import Document
from resolution.sources import CatalogueDocument, default_source, read

Write = Callable[[str, str | bytes], Path]
SOURCE = default_source("article", "news")


def article(path: Path, **catalogued: object) -> Document:
    entry = CatalogueDocument(path, **catalogued)  # type: ignore[arg-type]
    reading = read(SOURCE, "article", entry)
    assert reading.records == 0
    return reading.document


def test_plain_text_is_kept_as_it_is(write: Write) -> None:
    document = article(write("a.txt", "\r\nQuays  closed\r\n\r\nOrla Vane\tsaid so. \n\n"))

    assert document.text == "\r\nQuays  closed\r\n\r\nOrla Vane\tsaid so. \n\n"
    assert document.title == "Quays  closed"
    assert document.published_on is None


def test_a_byte_order_mark_and_skipped_lines_are_not_text(write: Write) -> None:
    path = write("a.txt", b"\xef\xbb\xbfhttps://news.example 17 Dec\nQuays closed\n")

    document = article(path, skip_lines=1, title="Given", published_on=date(2024, 12, 17))

    assert document.text == "Quays closed\n"
    assert document.title == "Given"
    assert document.published_on == date(2024, 12, 17)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("###\n\n## Quays in C#\nOrla", "Quays in C#"),
        ("quay " * 40 + "\nOrla", "quay " * 39 + "quay"),
        ("quay, " * 40 + "\nOrla", "quay, " * 32 + "quay…"),
        ("码" * 300, "码" * 199 + "…"),
        ("##", "##"),
    ],
)
def test_a_text_without_title_is_called_by_its_first_line_never_half_a_word(
    write: Write, text: str, title: str
) -> None:
    assert article(write("a.txt", text)).title == title


def test_windows_text_is_decoded(write: Write) -> None:
    assert article(write("a.txt", "“Quays” closed\n".encode("cp1252"))).text == "“Quays” closed\n"


FRONT = """---
title: Quays closed
date: 2024-12-16
url: https://news.example/quays
lang: en
---

# Quays

Orla Vane said so.
"""


def test_front_matter_describes_and_the_text_begins_behind_it(write: Write) -> None:
    document = article(write("a.md", FRONT))

    assert document.text == "# Quays\n\nOrla Vane said so.\n"
    assert document.title == "Quays closed"
    assert document.published_on == date(2024, 12, 16)
    assert document.url == "https://news.example/quays"
    assert document.language == "en"


def test_front_matter_is_taken_as_it_is_written(write: Write) -> None:
    """YAML makes numbers and days of what looks like them, and fails where there are none."""
    document = article(
        write(
            "a.md", f"---\ntitle: 2024\na: 0x_\nb: {'9' * 5000}\nc: 2024-13-45\ndate:\n---\nText\n"
        )
    )

    assert document.title == "2024"
    assert document.published_on is None


def test_aliases_of_aliases_in_front_matter_are_never_spelt_out(write: Write) -> None:
    """Ten names for each of twenty levels would be more text than any memory holds."""
    levels = ["a0: &a0 [x]"] + [
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 20)
    ]
    bomb = "\n".join(levels)

    assert article(write("a.md", f"---\n{bomb}\n---\nQuays\n")).title == "Quays"
    with pytest.raises(SourceError, match="title is not one plain text"):
        article(write("b.md", f"---\n{bomb}\ntitle: *a19\n---\nQuays\n"))


def test_the_catalogue_comes_before_front_matter(write: Write) -> None:
    document = article(write("a.md", FRONT), title="Other", published_on=date(2025, 1, 1))

    assert document.title == "Other"
    assert document.published_on == date(2025, 1, 1)


def test_a_rule_of_dashes_is_no_front_matter(write: Write) -> None:
    text = "---\n\nQuays closed\n\n---\n\nMore\n"

    assert article(write("a.md", text)).text == text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("---\ntitle: [open\n---\nText\n", "the front matter is not YAML"),
        ("---\ndate: yesterday\n---\nText\n", "line 2: the front matter's date is 'yesterday'"),
        ("---\na: b\ndate: 2024-02-30\n---\nText\n", "line 3: the front matter's date"),
        ("---\ndate: 2024-13-45\n---\nText\n", "expected a day"),
        (f"---\ndate: {'9' * 5000}\n---\nText\n", "expected a day"),
        (f"---\na: {'[' * 5000}\n---\nText\n", "the front matter is not YAML"),
        ('---\na: "\\UFFFFFFFF"\n---\nText\n', "the front matter is not YAML"),
        ("---\ntitle: [Quays, closed]\n---\nText\n", "line 2: the front matter's title is not"),
        ('---\ntitle: "half \\ud800"\n---\nText\n', "title is not one plain text"),
        ("---\ntitle: Alone\n---\n\n", "no text is left"),
        ("<!DOCTYPE html><html></html>", "this is HTML"),
        (b"%PDF-1.7", "this is a PDF"),
        (" \n", "the file is empty"),
    ],
)
def test_what_is_no_article_is_an_error(write: Write, content: str | bytes, expected: str) -> None:
    path = write("a.md", content)

    with pytest.raises(SourceError) as raised:
        article(path)

    assert str(path) in str(raised.value)
    assert expected in str(raised.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_any_text_is_kept_to_the_code_point(tmp_path: Path, words: str) -> None:
    text = f"Quays\n{words}\r\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())

    assert article(path).text == text
