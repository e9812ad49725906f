"""A text cut into words and sentences, each with its place in the text as decoded.

Any text in, nothing normalised: every position is a code point of the very text that came in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from actors.names import tokens
from resolution.text.sentences import Span, blocks, sentence_spans

_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u093a-\u094f"
DASHES = "\u2010-\u2015-"
"""Hyphens and dashes, to stand in a character class."""
HYPHENS = frozenset("-‐‑")
_LETTER = f"[^\\W_]|[{_MARKS}]"
# An abbreviation with its points, an ampersand, or letters and digits with apostrophes inside.
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,16}}(?![^\W_])|&|[^\W_](?:{_LETTER})*(?:['’ʼʻʿʾ`´‘](?:{_LETTER})+)*"
)
_POSSESSIVE = re.compile(r"['’][sS]$")
_HEADING_WORDS = 24
_MOST_WORDS = 500
"""No sentence has more; it is cut there, as what is asked of a sentence is asked word by word."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text; `end` and `text` leave a possessive 's out, `full_end` does not."""

    start: int
    end: int
    full_end: int
    text: str
    keys: tuple[str, ...]
    """The folded word; several where a foreign script folds to several."""
    key: str
    """The folded word as one string."""
    full_key: str
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


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a heading: its span and its words, `first` up to, not with, `last`."""

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

    def sentence_at(self, index: int) -> Sentence:
        """Return the sentence that a word stands in."""
        return self.sentences[self.sentence_of_word[index]]

    @cached_property
    def keys_of_sentences(self) -> list[frozenset[str]]:
        """The folded words of each sentence."""
        return [
            frozenset(word.key for word in self.words[one.first : one.last])
            for one in self.sentences
        ]

    @cached_property
    def lower_case_words(self) -> frozenset[str]:
        """The words that the text also writes in lower case: no names."""
        return frozenset(word.key for word in self.words if word.text.islower())

    def _sentences(self) -> Iterator[Sentence]:
        position = 0
        for number, block in enumerate(blocks(self.text)):
            spans = list(sentence_spans(self.text, block))
            for span in spans:
                first = position
                while position < len(self.words) and self.words[position].start < span.end:
                    position += 1
                words = self.words[first:position]
                is_heading = len(spans) == 1 and _is_heading(
                    self.text[span.start : span.end], words
                )
                is_shouting = _is_shouting(words)
                for part, begin, end in self._parts(span, first, position):
                    yield Sentence(part, begin, end, number, is_heading, is_shouting)

    def _parts(self, span: Span, first: int, last: int) -> Iterator[tuple[Span, int, int]]:
        """Cut what has too many words for a sentence, behind a word."""
        start = span.start
        for begin in range(first, last - _MOST_WORDS, _MOST_WORDS):
            end = begin + _MOST_WORDS
            yield Span(start, self.words[end - 1].full_end), begin, end
            start, first = self.words[end].start, end
        yield Span(start, span.end), first, last


def _word(found: re.Match[str]) -> Word:
    full = found.group()
    plain = _POSSESSIVE.sub("", full)
    if plain == full or not plain:
        keys = tokens(full)
        key = "".join(keys)
        return Word(found.start(), found.end(), found.end(), full, keys, key, key)
    end = found.start() + len(plain)
    keys = tokens(plain)
    full_key = "".join(tokens(full))
    return Word(found.start(), end, found.end(), plain, keys, "".join(keys), full_key)


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
