"""What the text says beside a name: the title before it, the apposition after it, and countries.

Both are read only where they touch the name: "Russian President Vladimir Putin", "Im Song Jin, a
professor", "Rim Ryong Nam and Kim Yon Hui, two DPRK nationals".
"""

import re
from dataclasses import dataclass

from resolution.text import lexicon
from resolution.text.places import PLACES, countries_in, country_of
from resolution.text.prose import Prose

_SPACE = re.compile(r"[\s\xa0]+")
_BEFORE_NAMES = re.compile(r"[\s\xa0]+|\.[\s\xa0]+|-")
_APPOSITION = re.compile(
    r"[\"”’)]*(?:,|[\s\xa0]*[-–—]+)[\s\xa0]+"  # noqa: RUF001
    r"(?P<said>(?!(?:and|or|but|which|while|with|including|as|according|along|such)\b)(?:an?|the|one of|two|both|three|four|five|who|whose|also|its|now|then|former|"
    r"acting|his|her|their|\d{2}|[a-z-]+)\b[^,;.!?()–—\n]{0,120})"  # noqa: RUF001
)
_COPULA = re.compile(
    r"[\s\xa0]+(?:is|was|are|were|serves as|served as|became|remains|has been|had been)[\s\xa0]+"
    r"(?P<said>[^,;.!?()]{1,80})"
)
_HANDLE = re.compile(r"[\s\xa0]*\(@\w")
_ALIAS = re.compile(
    r"[\s\xa0]*,?[\s\xa0]*\(?(?:a\.?k\.?a\.?|also known as|alias|nicknamed|known as)[\s\xa0]+"
)
_AGE = re.compile(r",[\s\xa0]+\d{2}\b|[\s\xa0]*\((?:born|aged|DOB|b\.)\b")
_JOINING = frozenset({"of", "the", "for", "and", "to", "on", "in", "s"})
_WORDS_BEFORE_NOUN = 8


@dataclass(frozen=True, slots=True)
class Title:
    """A title or role directly before a name."""

    first: int
    """Its first word."""
    text: str
    countries: tuple[str, ...]


def title_before(prose: Prose, first: int) -> Title | None:
    """Return the title that ends where the word `first` begins.

    It is read backwards, over the words of an office ("for Terrorism and Financial Intelligence",
    "of State"), to the title itself and what qualifies it ("Acting Under", "Ukrainian").
    """
    start = prose.sentences[prose.sentence_of_word[first]].first
    leftmost: int | None = None
    index = first - 1
    while index >= start and _touches(prose, index):
        word = prose.words[index]
        is_title = word.key in lexicon.TITLES or (
            word.text.islower() and word.key in lexicon.PERSONS and leftmost is None
        )
        if is_title:
            leftmost = index
        elif leftmost is not None:
            if not _is_place(prose, index, start):
                break
        elif not _is_of_office(prose, index):
            break
        index -= 1
    if leftmost is None:
        return None
    written = prose.text[prose.words[leftmost].start : prose.words[first].start].strip(" \xa0\r\n-")
    before = prose.text[prose.words[index + 1].start : prose.words[leftmost].start]
    return Title(leftmost, " ".join(written.split()), countries_in(f"{before} {written}"))


def said_after(prose: Prose, end: int) -> str | None:
    """Return the apposition after a name, or what the text says that it is."""
    for pattern in (_APPOSITION, _COPULA):
        found = pattern.match(prose.text, end)
        if found:
            return found["said"]
    return None


def calls_a(nouns: frozenset[str], said: str | None) -> bool:
    """Whether an apposition soon names its bearer with one of the nouns."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", said or "")[:_WORDS_BEFORE_NOUN]
    return any(word.lower() in nouns or word.lower().rpartition("-")[2] in nouns for word in words)


def nationality_in(said: str | None, nouns: frozenset[str]) -> tuple[str, ...]:
    """Return the countries an apposition gives its bearer: those before the noun that names it.

    "a DPRK national in China" says the DPRK only.
    """
    if said is None:
        return ()
    for found in re.finditer(r"[^\W\d_]+", said):
        if found.group().lower() in nouns:
            return countries_in(said[: found.start()])
    return ()


def is_signed(prose: Prose, end: int) -> bool:
    """Whether an age, a birth, an alias or an account's handle follows, as after a person."""
    return any(pattern.match(prose.text, end) for pattern in (_HANDLE, _AGE, _ALIAS))


def _touches(prose: Prose, index: int) -> bool:
    return bool(_BEFORE_NAMES.fullmatch(prose.gap(index))) and not (
        prose.gap(index).startswith(".")
        and prose.words[index].key not in lexicon.TITLE_ABBREVIATIONS
    )


def _is_of_office(prose: Prose, index: int) -> bool:
    word = prose.words[index]
    if word.key in _JOINING:
        return word.text.islower()
    return word.is_capitalised and (
        lexicon.is_word(word.key) or word.key in lexicon.HEADS or word.key in PLACES
    )


def _is_place(prose: Prose, index: int, start: int) -> bool:
    """Whether the word belongs to a country or nationality, alone or with its neighbours."""
    key = prose.words[index].key
    if not prose.words[index].is_capitalised:
        return False
    if country_of(key):
        return True
    for first, last in ((index - 1, index + 1), (index, index + 2), (index - 2, index + 1)):
        if first >= start and last <= len(prose.words):
            phrase = " ".join(word.key for word in prose.words[first:last])
            if phrase in PLACES:
                return True
    return False
