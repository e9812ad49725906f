"""Counts of the sanctioned in prose: "nine individuals and seven entities".

Counts side by side are one claim; counts of one kind in it add up ("two banks and a trading
company" are three organizations). Four decisions:

- A claim must be about being sanctioned. Two kinds side by side need a word for sanctions in their
  sentence, or one before them and a word for doing in their sentence; "individuals" with "entities"
  is the lists' own jargon and needs only a text about lists. A single kind must moreover be what is
  sanctioned: "designated 15 entities", "two banks were listed".
- "Three more entities", "ten targets" and "17 officials and organizations" count actors of whatever
  kind. "Seven entities" counts organizations.
- A sentence that dates what it tells to long before the text counts an earlier action; so does
  "previously". Neither is a claim about what the text reports.
- A count after a name ("Rim and Kim, two DPRK nationals") describes those named, and "more than
  200" is no number that a list can bear out: neither is a claim.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from actors.records import CountClaim, Document
from resolution.text import lexicon
from resolution.text.days import is_of_the_past
from resolution.text.numbers import NUMBER, number_in
from resolution.text.prose import Prose, Sentence
from resolution.text.spans import Found

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
_NEAR = 40
_FURTHER = frozenset({"more", "other", "additional", "further", "new", "others"})
_DONE_TO_BEFORE = re.compile(
    r"\b(?:sanction|designat|blacklist|target|list|identif|add|nam|penal|freez|block|punish|hit|"
    r"against|measures on|restrict|announc|includ)\w*+\W++(?:[\w’'.-]++\W++){0,10}$",
    re.IGNORECASE,
)
_DONE_TO_AFTER = re.compile(
    r"(?:[^.;!?]{0,90}?)\b(?:were|was|have|has|had|are|is|be|been|being)\W+(?:\w+\W+){0,3}?"
    r"(?:sanctioned|designated|blacklisted|listed|added|targeted|named|blocked|placed|put|subject|hit|penali[sz]ed|punished)\b",
    re.IGNORECASE,
)
_LISTS = re.compile(r"\b(?:list(?:s|ed|ing|ings)?|treasury|ofac)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Count:
    """One number with its noun."""

    start: int
    end: int
    value: int
    kind: str
    noun: str
    is_article: bool


@dataclass(frozen=True, slots=True)
class _Text:
    """What is asked of the whole text for every count, and so found once."""

    sanctions: list[int]
    """Where it speaks of sanctions, in its order."""
    speaks_of_lists: bool
    name_ends: frozenset[int]

    def speaks_between(self, start: int, end: int) -> bool:
        """Whether sanctions are spoken of in a part of it."""
        at = bisect_left(self.sanctions, start)
        return at < len(self.sanctions) and self.sanctions[at] < end


def counts_in(prose: Prose, document: Document, found: Collection[Found]) -> tuple[CountClaim, ...]:
    """Return the text's own counts of the sanctioned, in its order."""
    claims = []
    heading = document.title
    text = _Text(
        [one.start() for one in lexicon.SANCTIONING.finditer(prose.text)],
        _LISTS.search(prose.text) is not None,
        frozenset(one.end for one in found),
    )
    for sentence in prose.sentences:
        said = prose.text[sentence.span.start : sentence.span.end]
        if sentence.is_heading:
            heading = said
        if is_of_the_past(said, document.published_on):
            continue
        about = f"{document.title}\n{heading}"
        claims += [
            _claim(prose, chain)
            for chain in _chains(prose, sentence)
            if _is_about_sanctions(prose, sentence, chain, about, text)
        ]
    return tuple(claims)


def _claim(prose: Prose, chain: list[_Count]) -> CountClaim:
    totals: dict[str, int] = {}
    for count in chain:
        totals[count.kind] = totals.get(count.kind, 0) + count.value
    start, end = chain[0].start, chain[-1].end
    return CountClaim(prose.text[start:end], start, end, **totals)


def _chains(prose: Prose, sentence: Sentence) -> Iterator[list[_Count]]:
    chain: list[_Count] = []
    for count in _counts(prose, sentence):
        if chain and not _LINK.fullmatch(prose.text, chain[-1].end, count.start):
            yield from _checked(chain)
            chain = []
        chain.append(count)
    yield from _checked(chain)


def _checked(chain: list[_Count]) -> Iterator[list[_Count]]:
    """Pass a chain on that counts: "a company" alone does not."""
    if any(not count.is_article for count in chain):
        yield chain


def _counts(prose: Prose, sentence: Sentence) -> Iterator[_Count]:
    position = sentence.span.start
    while found := _COUNT.search(prose.text, position, sentence.span.end):
        count = _count(prose, found)
        position = count.end if count else found.end("number")
        if count and not any(
            pattern.search(prose.text, max(0, count.start - 20), count.start)
            for pattern in (_INEXACT, _PART)
        ):
            yield count


def _count(prose: Prose, found: re.Match[str]) -> _Count | None:
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
    return _Count(found.start(), end, value, kind, noun, is_article)


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


def _is_about_sanctions(
    prose: Prose, sentence: Sentence, chain: list[_Count], heading: str, text: _Text
) -> bool:
    said = prose.text[sentence.span.start : sentence.span.end]
    before = prose.text[sentence.span.start : chain[0].start]
    after = prose.text[chain[-1].end : sentence.span.end]
    if _harms(before, after) or _describes_named(prose, chain, text.name_ends):
        return False
    speaks_of_sanctions = text.speaks_between(sentence.span.start, sentence.span.end)
    was_spoken_of = text.speaks_between(0, sentence.span.end) or lexicon.SANCTIONING.search(heading)
    if len({count.kind for count in chain}) > 1:
        is_jargon = {"individual", "entit"} <= {
            count.noun.rstrip("sy").removesuffix("ie") for count in chain
        }
        if is_jargon and (text.speaks_of_lists or text.sanctions):
            return True
        return speaks_of_sanctions or bool(was_spoken_of and lexicon.ACTING.search(said))
    is_done_to = _DONE_TO_BEFORE.search(before[-160:]) or _DONE_TO_AFTER.match(after)
    return bool(is_done_to and (speaks_of_sanctions or was_spoken_of))


def _harms(before: str, after: str) -> bool:
    near = (before[-40:] + " " + after[:60]).lower()
    return any(re.search(rf"\b{word}\b", near) for word in lexicon.HARM)


def _describes_named(prose: Prose, chain: list[_Count], name_ends: Collection[int]) -> bool:
    """Whether the count stands in apposition to names, and so counts these only."""
    window = max(0, chain[0].start - _NEAR)
    before = prose.text[window : chain[0].start].rstrip()
    if before.endswith("and") and "other" in prose.text[chain[0].start : chain[0].end].split():
        name_end = window + len(before[:-3].rstrip())  # "X and four other officials"
    elif before.endswith((",", "–", "—", "(")):
        name_end = window + len(before[:-1].rstrip())
    else:
        return False
    return name_end in name_ends
