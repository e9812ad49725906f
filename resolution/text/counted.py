"""Numbers with what they count: "two banks and a trading company" is one chain of two counts.

Counts side by side are one chain; counts of one kind in it add up. Two decisions:

- "Three more entities", "ten targets" and "17 officials and organizations" count actors of whatever
  kind. "Seven entities" counts organizations.
- "More than 200" is no number that a list can bear out, and is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resolution.text import lexicon
from resolution.text.numbers import NUMBER, number_in
from resolution.text.prose import Prose, Sentence

_SPACE = r"\s+"
_COUNT = re.compile(
    rf"(?<![\w.,$€£%/-])(?P<number>{NUMBER}|an?)(?![\w%])"
    rf"(?P<rest>(?:\s+(?:\([^()\s]{{1,12}}\)|[^\s,;:.!?()“”\"]+(?:\.[^\s,;:.!?()“”\"]+)*\.?)){{1,9}})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’/][^\W\d_]+)*")
# "nine people, including three generals, and seven firms": the part counts nobody more.
_LINK = re.compile(
    rf"(?:,{_SPACE}(?:including|among them){_SPACE}[^.;:]{{1,60}}?(?=,))?"
    rf"(?:,|;|{_SPACE}\+|,?{_SPACE}(?:and|&|plus|as well as|along with|together with))"
    rf"(?:{_SPACE}and)?(?:{_SPACE}(?:of|for|on|against|another|also))?{_SPACE}"
)
_PART = re.compile(r"(?:including|among them|of whom|of them)\s+$", re.IGNORECASE)
_JOINED_NOUN = re.compile(rf"{_SPACE}(?:and|or|/){_SPACE}(?P<noun>[^\W\d_]+(?:-[^\W\d_]+)?)")
_INEXACT = re.compile(
    r"(?:more than|over|at least|nearly|almost|about|around|some|up to|roughly|approximately|"
    r"fewer than|less than|under|dozens of|hundreds of)\s+$",
    re.IGNORECASE,
)
_FURTHER = frozenset({"more", "other", "additional", "further", "new", "others"})


@dataclass(frozen=True, slots=True)
class Count:
    """One number with its noun."""

    start: int
    end: int
    value: int
    kind: str
    noun: str
    is_article: bool


def chains(prose: Prose, sentence: Sentence) -> Iterator[list[Count]]:
    """Yield the counts of a sentence, those side by side together."""
    chain: list[Count] = []
    for count in _counts(prose, sentence):
        if chain and not _LINK.fullmatch(prose.text, chain[-1].end, count.start):
            yield from _checked(chain)
            chain = []
        chain.append(count)
    yield from _checked(chain)


def _checked(chain: list[Count]) -> Iterator[list[Count]]:
    """Pass a chain on that counts: "a company" alone does not."""
    if any(not count.is_article for count in chain):
        yield chain


def _counts(prose: Prose, sentence: Sentence) -> Iterator[Count]:
    position = sentence.span.start
    while found := _COUNT.search(prose.text, position, sentence.span.end):
        count = _count(prose, found)
        position = count.end if count else found.end("number")
        if count and not any(
            pattern.search(prose.text, max(0, count.start - 20), count.start)
            for pattern in (_INEXACT, _PART)
        ):
            yield count


def _count(prose: Prose, found: re.Match[str]) -> Count | None:
    value = number_in(found["number"])
    is_article = found["number"].lower() in {"a", "an"}
    words = list(_WORD.finditer(prose.text, found.start("rest"), found.end("rest")))
    at = _first_noun(words, value)
    if at is None or value == 0:
        return None
    while at + 1 < len(words) and _is_head(words, at + 1, value):
        at += 1
    kind, noun = lexicon.counted(words[at].group()) or "", words[at].group().lower()
    end = words[at].end()
    modifiers = {word.group().lower() for word in words[:at]}
    if noun in {"entity", "entities"} and modifiers & _FURTHER:
        kind = "actors"
    other = _JOINED_NOUN.match(prose.text, end)
    if other and value > 1 and (also := lexicon.counted(other["noun"])) and also != kind:
        kind, end = "actors", other.end()
    return Count(found.start(), end, value, kind, noun, is_article)


def _first_noun(words: list[re.Match[str]], value: int) -> int | None:
    """Return the first word that is counted; a small word before it ends the search."""
    for index, word in enumerate(words):
        written = word.group()
        if _is_number(written) or (_is_small(written) and not _is_in_name(words, index)):
            return None
        if lexicon.counted(written) and (
            lexicon.agrees(written, value) or _is_head(words, index + 1, value)
        ):
            return index
    return None


def _is_small(written: str) -> bool:
    return written.lower() in lexicon.FUNCTIONS - _FURTHER - {"such"}


def _is_in_name(words: list[re.Match[str]], index: int) -> bool:
    """Whether a small word stands within a capitalised name: "17 Republic of Korea officials"."""
    around = words[index - 1 : index] + words[index + 1 : index + 2]
    return index > 0 and len(around) == 2 and all(word.group()[0].isupper() for word in around)


def _is_head(words: list[re.Match[str]], index: int, value: int) -> bool:
    """Whether the next word is counted rather than this one: "two bank officials"."""
    if index >= len(words) or words[index].start() - words[index - 1].end() != 1:
        return False
    written = words[index].group()
    return lexicon.counted(written) is not None and lexicon.agrees(written, value)


def _is_number(written: str) -> bool:
    return re.fullmatch(NUMBER, written, re.IGNORECASE) is not None
