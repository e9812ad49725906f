"""Reads an article: plain text, or Markdown whose YAML front matter names title, day and address.

The text is kept exactly as decoded, line ends and all, because mentions are places in it; only what
is not text goes: a byte order mark, the front matter, the lines that the catalogue says to skip.
What the article mentions is found later, when the lists are known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from actors.errors import SourceError
from actors.records import Source
from resolution.sources.acceptance import is_storable
from resolution.sources.documents import Described, document_of, read_bytes
from resolution.sources.entries import CatalogueDocument
from resolution.sources.reading import Reading

_FENCE = "---"
_FIRST_LINE = 2
"""Of the front matter, behind its fence."""
_NULL = "tag:yaml.org,2002:null"
_LONGEST_TITLE = 200
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Parts:
    """Front matter and the text behind it."""

    metadata: Mapping[str, yaml.Node]
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
    found = Described(
        title=_text(entry.path, parts.metadata, "title") or _first_line(text),
        published_on=_day(entry.path, parts.metadata),
        url=_text(entry.path, parts.metadata, "url"),
        language=_text(entry.path, parts.metadata, "language", "lang"),
        text=text,
    )
    return Reading(document_of(source, entry, [content], found))


def _first_line(text: str) -> str:
    """Return the first line that says something, cut behind a word where it is a paragraph."""
    lines = (line.strip().lstrip("# ") for line in text.splitlines())
    line = next(filter(None, lines), text.strip())
    if len(line) <= _LONGEST_TITLE:
        return line
    whole_words, _, _ = line[:_LONGEST_TITLE].rpartition(" ")
    return (whole_words or line[: _LONGEST_TITLE - 1]).rstrip(" ,;:–—-") + "…"


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
    """Tell front matter from text: a mapping in YAML between the first two fences."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != _FENCE:
        return _Parts({}, text)
    closing = [place for place, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE]
    if not closing:
        return _Parts({}, text)
    metadata = _metadata(path, "".join(lines[1 : closing[0]]))
    body = "".join(lines[closing[0] + 1 :])
    return _Parts(metadata, body.lstrip("\r\n")) if metadata else _Parts({}, text)


def _metadata(path: Path, written: str) -> Mapping[str, yaml.Node]:
    """Return the keys with their nodes; what is no mapping has none.

    Values stay as written: nothing is made of a number or a day that there is not, and aliases of
    aliases are never spelt out.
    """
    try:
        root = yaml.compose(written, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + _FIRST_LINE if mark else 1
        raise SourceError(path, line, "the front matter is not YAML; mend it") from error
    if not isinstance(root, yaml.MappingNode):
        return {}
    return {key.value: value for key, value in root.value if isinstance(key, yaml.ScalarNode)}


def _text(path: Path, metadata: Mapping[str, yaml.Node], *keys: str) -> str | None:
    for key in keys:
        node = metadata.get(key)
        if node is None or node.tag == _NULL:
            continue
        if not isinstance(node, yaml.ScalarNode) or not is_storable(node.value):
            problem = f"the front matter's {key} is not one plain text; mend it"
            raise SourceError(path, _line(node), problem)
        if node.value.strip():
            return str(node.value).strip()
    return None


def _day(path: Path, metadata: Mapping[str, yaml.Node]) -> date | None:
    for key in ("published_on", "date", "published"):
        written = _text(path, metadata, key)
        if written is None:
            continue
        try:
            return date.fromisoformat(written[:10])
        except ValueError as error:
            shown = written[:_LONGEST_SHOWN]
            problem = f"the front matter's {key} is {shown!r}; expected a day: 2024-12-16"
            raise SourceError(path, _line(metadata[key]), problem) from error
    return None


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + _FIRST_LINE
