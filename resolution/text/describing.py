"""What the text says beside a name: the title before it, the apposition after it, and countries.

Both are read only where they touch the name: "Russian President Vladimir Putin", "Im Song Jin, a
professor", "Rim Ryong Nam and Kim Yon Hui, two DPRK nationals".
"""

import re
from dataclasses import dataclass
from itertools import islice

from actors.names import fold
from resolution.text import lexicon
from resolution.text.places import PLACES, countries_in, country_of
from resolution.text.prose import DASHES, Prose

_SPACE = re.compile(r"[\s\xa0]+")
_BEFORE_NAMES = re.compile(r"[\s\xa0]+|\.[\s\xa0]+|-")
_APPOSITION = re.compile(
    rf"[\"”’)]*(?:[\s\xa0]*\([^()]{{1,40}}\))?(?:,|[\s\xa0]*[{DASHES}]+|[\s\xa0]*\()[\s\xa0]*"
    r"(?!(?:and|or|but|which|while|with|including|as|according|along|such|in|at|on|to|from|for)\b)"
    r"(?P<said>(?:who (?:is|was) )?[a-z\d][^,;.!?()—\n]{1,120}|(?:[A-Z][\w-]* )+[a-z][^,;.!?()\n]{1,80})"
)
_COPULA = re.compile(
    r"(?:[\s\xa0]*\([^()]{1,40}\))?[\s\xa0]+(?:is|was|are|were|serves as|served as|became|remains|has been|had been)[\s\xa0]+"
    r"(?P<said>[^,;.!?()]{1,80})"
)
_HANDLE = re.compile(r"[\s\xa0]*\(@\w")
_ALIAS = re.compile(
    r"[\s\xa0]*,?[\s\xa0]*\(?(?:a\.?k\.?a\.?|also known as|alias|nicknamed|known as)[\s\xa0]+"
)
_ROLE_BEFORE = re.compile(
    r"\b(?P<role>[A-Za-z-]+)(?:[\s\xa0]+(?:of|for|at|to)[\s\xa0][^,.;:!?]{1,80})?,[\s\xa0]+$"
)
_AGE = re.compile(r",[\s\xa0]+\d{2}\b|[\s\xa0]*\((?:born|aged|DOB|b\.)\b")
_JOINING = frozenset({"of", "the", "for", "and"})
_OFFICE_ENDS = re.compile(
    r"\b(?:who|which|that|whose|since|until|at the time|based|engaged|involved|responsible|accused|"
    r"linked|according|told|said)\b.*|[,;(].*"
)
_WORDS_BEFORE_NOUN = 8
_WORDS_OF_OFFICE = 4
_LONGEST_OFFICE = 8
_MOST_MODIFIERS = 3
_MORE = re.compile(r" (?:and|for|in|at|to|with|by)\b")


@dataclass(frozen=True, slots=True)
class Title:
    """A title or role directly before a name."""

    first: int
    """Its first word."""
    text: str
    countries: tuple[str, ...]

    @property
    def position(self) -> str | None:
        """The position it names: none for "Mr."."""
        words = fold(self.text).split()
        names_one = any(word in lexicon.TITLES - lexicon.HONORIFICS for word in words)
        return self.text if names_one else None


def title_before(prose: Prose, first: int) -> Title | None:
    """Return the title that ends where the word `first` begins, and so belongs to a name there."""
    if first > 0 and prose.words[first - 1].key in _JOINING:
        return None
    return office_before(prose, first)


def office_before(prose: Prose, first: int) -> Title | None:
    """Return the title that leads up to the word `first`, which may still belong to its office.

    It is read backwards, over the words of an office ("for Terrorism and Financial Intelligence",
    "of State"), to the title itself and what qualifies it ("Acting Under", "Ukrainian").
    """
    start = prose.sentences[prose.sentence_of_word[first]].first
    leftmost: int | None = None
    index = first - 1
    while index >= start and _touches(prose, index):
        word = prose.words[index]
        is_title = word.key in lexicon.TITLES or (
            word.text.islower() and word.key in lexicon.PERSONS and index == first - 1
        )
        if is_title:
            leftmost = index
        elif leftmost is not None:
            if word.key in lexicon.QUALIFIERS or _qualifies(prose, index, start):
                leftmost = index
            elif not (_is_place(prose, index, start) or _joins_places(prose, index, start)):
                break
        elif not _is_of_office(prose, index):
            break
        index -= 1
    if leftmost is None:
        return None
    leftmost = _with_modifiers(prose, leftmost, start)
    written = prose.text[prose.words[leftmost].start : prose.words[first].start].strip(" \xa0\r\n-")
    before = prose.text[prose.words[index + 1].start : prose.words[leftmost].start]
    return Title(leftmost, " ".join(written.split()), countries_in(f"{before} {written}"))


def _with_modifiers(prose: Prose, index: int, start: int) -> int:
    """Take in what says which chief or trader: "foreign policy chief", "oil trader"."""
    if not prose.words[index].text.islower():
        return index
    for _ in range(_MOST_MODIFIERS):
        before = prose.words[index - 1] if index > start else None
        if (
            before is None
            or not _SPACE.fullmatch(prose.gap(index - 1))
            or not before.text.islower()
            or before.is_possessive
            or before.key in lexicon.FUNCTIONS | lexicon.SPEECH
            or before.key.endswith(("ed", "ing", "s", "ly"))
            or not lexicon.is_word(before.key)
        ):
            break
        index -= 1
    return index


def position_in(said: str | None) -> str | None:
    """Return the office that an apposition begins with: "minister of the armed forces".

    >>> position_in("the chief executive of Rosneft who lives in Moscow"), position_in("a bank")
    ('chief executive of Rosneft', None)
    """
    office = _OFFICE_ENDS.sub("", re.sub(r"^(?:an?|the|then|now|who is|who was) ", "", said or ""))
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", office)[:_WORDS_OF_OFFICE]
    for index, word in enumerate(words):
        if word.lower() in lexicon.TITLES:
            return _shortened(office) if _noun_in(said, lexicon.TITLES) else None
        if index and word.islower() and word in _JOINING:
            break
    return None


def _shortened(office: str) -> str:
    """Keep the office itself where much more follows: "leader" of "leader in the cartel and …"."""
    words = office.split()
    if len(words) > _LONGEST_OFFICE:
        office = _MORE.split(office, maxsplit=1)[0]
    return " ".join(office.split()[:_LONGEST_OFFICE])


def said_after(prose: Prose, end: int) -> str | None:
    """Return the apposition after a name, or what the text says that it is."""
    for pattern in (_APPOSITION, _COPULA):
        found = pattern.match(prose.text, end)
        if found:
            return found["said"]
    return None


def calls_a(nouns: frozenset[str], said: str | None) -> bool:
    """Whether an apposition soon names its bearer with one of the nouns."""
    return _noun_in(said, nouns) is not None


def nationality_in(said: str | None, nouns: frozenset[str]) -> tuple[str, ...]:
    """Return the countries an apposition gives its bearer: those before the noun that names it.

    "a DPRK national in China" says the DPRK only.
    """
    noun = _noun_in(said, nouns)
    return countries_in((said or "")[: noun.start()]) if noun else ()


def _noun_in(said: str | None, nouns: frozenset[str]) -> re.Match[str] | None:
    """Find the noun; one with a name right after it is that name's: "X, Canadian citizen Lakhani"."""
    words = re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", said or "")
    for word in islice(words, _WORDS_BEFORE_NOUN):
        plain = word.group().lower()
        if plain in nouns or plain.rpartition("-")[2] in nouns:
            rest = (said or "")[word.end() :]
            return (
                None if re.match(r"[\s\xa0]+[A-Z][a-z]", rest) and word.group().islower() else word
            )
    return None


def is_signed(prose: Prose, end: int) -> bool:
    """Whether an age, a birth, an alias or an account's handle follows, as after a person."""
    return any(pattern.match(prose.text, end) for pattern in (_HANDLE, _AGE, _ALIAS))


def is_apposed(prose: Prose, start: int, end: int) -> bool:
    """Whether the name itself is in apposition to a role: "their lawyer, John Doe, denied it"."""
    before = _ROLE_BEFORE.search(prose.text, max(0, start - 120), start)
    return (
        before is not None
        and before["role"].lower() in lexicon.PERSONS | lexicon.TITLES
        and prose.text[end : end + 1] in {",", "."}
    )


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


def _qualifies(prose: Prose, index: int, start: int) -> bool:
    """Whether a word narrows the title after it: "Foreign Secretary", "Internal Affairs Minister"."""
    word = prose.words[index]
    return (
        index > start
        and word.is_capitalised
        and lexicon.is_word(word.key)
        and word.key not in lexicon.FUNCTIONS | lexicon.CALENDAR | PLACES
        and prose.words[index + 1].is_capitalised
    )


def _joins_places(prose: Prose, index: int, start: int) -> bool:
    """Whether "and" stands between two nationalities: "Pakistani and Canadian citizen"."""
    return (
        prose.words[index].key == "and"
        and index > start
        and country_of(prose.words[index - 1].key) is not None
        and country_of(prose.words[index + 1].key) is not None
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
