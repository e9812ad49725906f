"""A text cut into words, sentences and lines, each with its place in the text as decoded.

Any text in, nothing normalised: every position is a code point of the very text that came in. A
line break inside a wrapped paragraph ends nothing; a line that is a heading stands for itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from actors.names import tokens

_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u093a-\u094f"
DASHES = "\u2010-\u2015-"
"""Hyphens and dashes, to stand in a character class."""
_LETTER = f"[^\\W_]|[{_MARKS}]"
# An abbreviation with its points, an ampersand, or letters and digits with apostrophes inside.
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}(?![^\W_])|&|[^\W_](?:{_LETTER})*(?:['’ʼʻʿʾ`´‘](?:{_LETTER})+)*"
)
_POSSESSIVE = re.compile(r"['’][sS]$")
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BULLET = re.compile(r"\s*(?:[-*•·–—‣▪]|\d{1,2}[.)])\s")  # noqa: RUF001
_TERMINAL = re.compile(r"[.!?…]+[\"'”’)\]]*\s*$|[:;]\s*$")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*(?:[A-Z0-9@]|[^\x00-\x7f]))")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col maj capt lt sgt adm brig hon rev fr sr jr st no nos vs co corp inc ltd "
    "bros etc al jan feb mar apr jun jul aug sep sept oct nov dec art sec fig vol pres gov sen rep "
    "amb supt cf approx est dept univ".split()
)
_WRAPPED_AT_MOST = 120
_HEADING_WORDS = 24


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: from `start` up to, not with, `end`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text; `end` and `text` leave a possessive 's out, `full_end` does not."""

    start: int
    end: int
    full_end: int
    text: str
    keys: tuple[str, ...]
    """The folded word; several where a foreign script folds to several."""
    full_keys: tuple[str, ...]
    """The same with the possessive: "People's" is part of a name where more of the name follows."""

    @property
    def is_possessive(self) -> bool:
        """Whether an 's follows."""
        return self.end != self.full_end

    @property
    def is_capitalised(self) -> bool:
        """Whether the word may belong to a name: not lower case, or of a script without case."""
        first = self.text[0]
        return first.isdigit() or not first.islower()

    @property
    def is_upper(self) -> bool:
        """Whether the word is written in capitals."""
        return self.text.isupper()

    @property
    def key(self) -> str:
        """The folded word as one string."""
        return "".join(self.keys)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a heading: its span and its words by index, `first` up to, not with, `last`."""

    span: Span
    first: int
    last: int
    block: int
    """The number of the paragraph or heading it stands in."""
    is_heading: bool
    is_shouting: bool
    """Written in capitals altogether, so that a capital letter tells nothing."""


class Prose:
    """The words and sentences of one text."""

    def __init__(self, text: str) -> None:
        """Cut the text."""
        self.text = text
        self.words = [_word(found) for found in _WORD.finditer(text)]
        self.sentences = list(self._sentences())

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next."""
        return self.text[self.words[index].full_end : self.words[index + 1].start]

    @cached_property
    def sentence_of_word(self) -> list[int]:
        """The number of each word's sentence."""
        numbers = [0] * len(self.words)
        for number, sentence in enumerate(self.sentences):
            numbers[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
        return numbers

    @cached_property
    def lower_case_words(self) -> frozenset[str]:
        """The words that the text also writes in lower case: no names."""
        return frozenset(word.key for word in self.words if word.text.islower())

    def _sentences(self) -> Iterator[Sentence]:
        position = 0
        for number, block in enumerate(_blocks(self.text)):
            spans = list(_sentence_spans(self.text, block))
            for span in spans:
                first = position
                while position < len(self.words) and self.words[position].start < span.end:
                    position += 1
                words = self.words[first:position]
                is_heading = len(spans) == 1 and _is_heading(
                    self.text[span.start : span.end], words
                )
                yield Sentence(span, first, position, number, is_heading, _is_shouting(words))


def _word(found: re.Match[str]) -> Word:
    full = found.group()
    plain = _POSSESSIVE.sub("", full)
    if plain == full or not plain:
        keys = tokens(full)
        return Word(found.start(), found.end(), found.end(), full, keys, keys)
    end = found.start() + len(plain)
    return Word(found.start(), end, found.end(), plain, tokens(plain), tokens(full))


def _blocks(text: str) -> Iterator[Span]:
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
    """Tell whether an editor broke the lines: all short, most of them in the middle of a sentence."""
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


def _sentence_spans(text: str, block: Span) -> Iterator[Span]:
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
    before = re.search(r"[\w.&]+$", text[start:point])
    if before is None or end - point > 1:
        return False
    word = before.group().lower()
    following = re.match(r"\s+[\"'“‘(\[]*(\w+)", text[end : end + 40])
    if "." in word:  # U.S., E.O.: the sentence ends where a sentence can begin
        return following is not None and following.group(1) not in _SENTENCE_OPENERS
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i")


_SENTENCE_OPENERS = frozenset(
    "The A An This These Those It In On At As By For He She They We But And If While When Today "
    "According Since After Before However Meanwhile Under Following Among".split()
)


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))


def _is_heading(text: str, words: list[Word]) -> bool:
    """Tell a title-cased or upper-case line from a sentence: capitals prove no name in it."""
    if not words or len(words) > _HEADING_WORDS or re.search(r"[.!?;,][\"'”’)]*$", text):
        return False
    long_words = [word for word in words if len(word.text) > 3]
    return sum(word.is_capitalised for word in long_words) * 5 >= len(long_words) * 4


def _is_shouting(words: list[Word]) -> bool:
    letters = [letter for word in words for letter in word.text if letter.isalpha()]
    upper = sum(letter.isupper() for letter in letters)
    lower = sum(letter.islower() for letter in letters)
    return len(words) > 1 and upper > lower * 4
