"""What the text says beside a name: the title before it, the apposition after it, and countries.

Both are read only where they touch the name: "Russian President Vladimir Putin", "Im Song Jin, a
professor", "Rim Ryong Nam and Kim Yon Hui, two DPRK nationals".
"""

import re
from dataclasses import dataclass

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
_ROLE_BEFORE = re.compile(r"(?P<role>[a-z-]+),[\s\xa0]+$")
_AGE = re.compile(r",[\s\xa0]+\d{2}\b|[\s\xa0]*\((?:born|aged|DOB|b\.)\b")
_JOINING = frozenset({"of", "the", "for", "and"})
_OFFICE_ENDS = re.compile(
    r"\b(?:who|which|that|whose|since|until|at the time|based|engaged|involved|responsible|accused|"
    r"linked|according|told|said)\b.*|[,;(].*"
)
_WORDS_BEFORE_NOUN = 8
_WORDS_OF_OFFICE = 4
_LONGEST_OFFICE = 8
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
        is_address = fold(self.text) in lexicon.HONORIFICS or not self.text[:1].isalpha()
        return None if is_address else self.text


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
            word.text.islower() and word.key in lexicon.PERSONS and index == first - 1
        )
        if is_title:
            leftmost = index
        elif leftmost is not None:
            if word.key in lexicon.QUALIFIERS or _qualifies(prose, index, start):
                leftmost = index
            elif not _is_place(prose, index, start):
                break
        elif not _is_of_office(prose, index):
            break
        index -= 1
    if leftmost is None:
        return None
    written = prose.text[prose.words[leftmost].start : prose.words[first].start].strip(" \xa0\r\n-")
    before = prose.text[prose.words[index + 1].start : prose.words[leftmost].start]
    return Title(leftmost, " ".join(written.split()), countries_in(f"{before} {written}"))


def position_in(said: str | None) -> str | None:
    """Return the office that an apposition begins with: "minister of the armed forces".

    >>> position_in("the chief executive of Rosneft who lives in Moscow"), position_in("a bank")
    ('chief executive of Rosneft', None)
    """
    office = _OFFICE_ENDS.sub("", re.sub(r"^(?:an?|the|then|now|who is|who was) ", "", said or ""))
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", office)[:_WORDS_OF_OFFICE]
    for index, word in enumerate(words):
        if word.lower() in lexicon.TITLES:
            return _shortened(office)
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


def is_apposed(prose: Prose, start: int, end: int) -> bool:
    """Whether the name itself is in apposition to a role: "their lawyer, John Doe, denied it"."""
    before = _ROLE_BEFORE.search(prose.text, max(0, start - 40), start)
    return (
        before is not None
        and before["role"] in lexicon.PERSONS | lexicon.TITLES
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
