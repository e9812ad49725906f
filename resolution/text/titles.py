"""The title before a name: "Acting Under Secretary of the Treasury Bradley T. Smith"."""

import re
from dataclasses import dataclass

from actors.names import fold
from resolution.text import lexicon
from resolution.text.places import PLACES, countries_in, country_of
from resolution.text.prose import Prose

_SPACE = re.compile(r"\s+")
_BEFORE_NAMES = re.compile(r"\s+|\.\s+|-")
_JOINING = frozenset({"of", "the", "for", "and"})
_MOST_MODIFIERS = 3
_MOST_WORDS = 30


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
    start = max(prose.sentence_at(first).first, first - _MOST_WORDS)
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
    written = prose.text[prose.words[leftmost].start : prose.words[first].start].strip(
        " \N{NO-BREAK SPACE}\r\n-"
    )
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
    """Whether a word narrows the title after it: "Foreign Secretary"."""
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
