"""Reads an article: plain text, or Markdown whose YAML front matter names title, day and address.

The text is kept exactly as decoded, line ends and all, because mentions are places in it; only what
is not text goes: a byte order mark, the front matter, the lines that the catalogue says to skip.
What the article mentions is found later, when the lists are known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import frontmatter
import yaml

from actors.errors import SourceError
from actors.records import Source
from resolution.sources.documents import Described, document_of, read_bytes
from resolution.sources.entries import CatalogueDocument
from resolution.sources.reading import Reading

_FENCE = "---"
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class _Parts:
    """Front matter and the text behind it."""

    metadata: Mapping[str, object]
    text: str


def read(source: Source, entry: CatalogueDocument) -> Reading:
    """Return the article's document; its mentions are not known yet."""
    content = read_bytes(entry.path)
    parts = _parts(entry.path, _decoded(content))
    lines = parts.text.splitlines(keepends=True)
    text = "".join(lines[entry.skip_lines :])
    if not text.strip():
        problem = f"no text is left behind {entry.skip_lines} skipped lines and the front matter"
        raise SourceError(entry.path, None, problem)
    if text.lstrip()[:200].lower().startswith(("<!doctype html", "<html", "<?xml")):
        raise SourceError(entry.path, 1, "this is HTML or XML; save the article as text")
    first_line = next(line.strip() for line in text.splitlines() if line.strip())
    found = Described(
        title=_text(parts.metadata, "title") or first_line.lstrip("# ")[:_LONGEST_TITLE],
        published_on=_day(entry.path, parts.metadata),
        url=_text(parts.metadata, "url"),
        language=_text(parts.metadata, "language", "lang"),
        text=text,
    )
    return Reading(document_of(source, entry, [content], found))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Windows leaves five bytes undefined; Latin-1 defines them all.
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            return content.decode("latin-1")


def _parts(path: Path, text: str) -> _Parts:
    """Tell front matter from text; frontmatter strips the text, so it is cut here instead."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != _FENCE:
        return _Parts({}, text)
    closing = [place for place, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE]
    if not closing:
        return _Parts({}, text)
    head, body = "".join(lines[: closing[0] + 1]), "".join(lines[closing[0] + 1 :])
    try:
        metadata, _ = frontmatter.parse(head)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise SourceError(path, line, "the front matter is not YAML; mend it") from error
    return _Parts(metadata, body.lstrip("\r\n")) if metadata else _Parts({}, text)


def _text(metadata: Mapping[str, object], *keys: str) -> str | None:
    for key in keys:
        value = metadata.get(key)
        if value is not None and str(value).strip():
            return str(value).strip()
    return None


def _day(path: Path, metadata: Mapping[str, object]) -> date | None:
    for key in ("published_on", "date", "published"):
        value = metadata.get(key)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, str):
            try:
                return date.fromisoformat(value.strip()[:10])
            except ValueError as error:
                problem = f"the front matter's {key} is {value!r}; expected a day: 2024-12-16"
                raise SourceError(path, None, problem) from error
    return None
