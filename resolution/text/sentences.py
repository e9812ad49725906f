"""Where paragraphs, headings and sentences begin and end in a text.

A line break inside a wrapped paragraph ends nothing; any other ends a paragraph or a heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from resolution.text import lexicon

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BULLET = re.compile(r"\s*(?:[-*•·–—‣▪]|\d{1,2}[.)])\s")
# Looked for from the first of several points only, so that a line of dots is passed once.
_POINTS = r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+"
_TERMINAL = re.compile(rf"{_POINTS}\s*$|[:;]\s*$")
_SENTENCE_END = re.compile(rf"{_POINTS}(?=\s+[\"'“‘(\[]*(?:[A-Z0-9@]|[^\x00-\x7f]))")
_WRAPPED_AT_MOST = 120
_LONGEST_ABBREVIATION = 20


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: from `start` up to, not with, `end`."""

    start: int
    end: int


def blocks(text: str) -> Iterator[Span]:
    """Yield paragraphs and headings: lines, joined where a paragraph is wrapped."""
    lines = [found.span() for found in _LINE.finditer(text) if found.group().strip()]
    is_wrapped = _is_wrapped(text, lines)
    start = None
    for (begin, end), following in pairwise([*lines, (len(text), len(text))]):
        start = begin if start is None else start
        if not _goes_on(text, (begin, end), following, is_wrapped=is_wrapped):
            yield Span(start, end)
            start = None


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Tell whether an editor broke the lines: all short, most amid a sentence."""
    if len(lines) < 4 or max(end - begin for begin, end in lines) > _WRAPPED_AT_MOST:
        return False
    unfinished = sum(not _TERMINAL.search(text, begin, end) for begin, end in lines)
    return unfinished * 2 > len(lines)


def _goes_on(
    text: str, line: tuple[int, int], following: tuple[int, int], *, is_wrapped: bool
) -> bool:
    between = text[line[1] : following[0]].replace("\r\n", "\n")
    if len(between) != 1 or _BULLET.match(text, following[0]):
        return False
    if text[following[0] : following[0] + 1].islower():
        return not _TERMINAL.search(text, *line)
    return is_wrapped and line[1] - line[0] > _WRAPPED_AT_MOST // 3


def sentence_spans(text: str, block: Span) -> Iterator[Span]:
    """Yield the sentences of a block, without the space around them."""
    start = block.start
    for found in _SENTENCE_END.finditer(text, block.start, block.end):
        if found.group()[0] == "." and _is_abbreviation(text, start, found.start(), found.end()):
            continue
        yield _trimmed(text, start, found.end())
        start = found.end()
    if text[start : block.end].strip():
        yield _trimmed(text, start, block.end)


def _is_abbreviation(text: str, start: int, point: int, end: int) -> bool:
    """Tell a point after an initial or an abbreviation from one that ends the sentence."""
    before = re.search(r"[\w.&]+$", text[max(start, point - _LONGEST_ABBREVIATION) : point])
    if before is None or end - point > 1:
        return False
    word = before.group().lower()
    following = re.match(r"\s+[\"'“‘(\[]*(\w+)", text[end : end + 40])
    if "." in word:  # U.S., E.O.: the sentence ends where a sentence can begin
        return following is not None and following.group(1) not in lexicon.OPENERS
    is_initial = len(word) == 1 and word.isalpha()
    if word == "i":  # the pronoun ends a sentence, save after a given name
        is_initial = (
            re.search(
                r"\b[A-Z][a-z]+\s+I$", text[max(start, point - _LONGEST_ABBREVIATION) : point]
            )
            is not None
        )
    return word in lexicon.ABBREVIATIONS or is_initial


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
