"""Runs of capitals that have the shape of a person's name, freed of what surrounds it.

A run in, the part that may be a name out: without the title and the office before it, places,
heads of organizations and words that are nothing but words.
"""

import re
from dataclasses import dataclass

from actors.names import COMPANY_FORMS
from resolution.text import lexicon
from resolution.text.gazetteer import Gazetteer
from resolution.text.places import PLACES
from resolution.text.prose import Prose, Word
from resolution.text.runs import Run
from resolution.text.titles import office_before

_MOST_WORDS = 6
_LONG_WORD = 8
_SHORT_WORD = 3
CARRIERS = 2
"""So many persons on the lists share a word, then it is a personal name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run, or what is left of it, that has the shape of a person's name."""

    first: int
    last: int
    start: int
    end: int


def candidate_in(prose: Prose, gazetteer: Gazetteer, run: Run) -> Candidate | None:
    """Return the part of a run that may be a person's name, if there is one."""
    first, last = _after_title(prose, run), run.last
    while first < last and _is_before_name(prose, gazetteer, first, last, run):
        first += 1
    while last > first and _is_no_name(prose, gazetteer, last - 1):
        last -= 1
    words = prose.words[first:last]
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    if _are_words(words) and not _are_sure(prose, first, last):
        return None
    if len(words) == 1 and not _has_capital_title(prose, first):
        return None
    if any(_is_no_name(prose, gazetteer, index) for index in range(first, last)):
        return None
    is_shouted = all(word.is_upper for word in words)
    if is_shouted or " ".join(word.key for word in words) in PLACES:
        return None
    return Candidate(first, last, words[0].start, words[-1].end)


def has_initial(prose: Prose, first: int, last: int) -> bool:
    """Whether an initial stands inside, as in "Bradley T. Smith": only persons have one there."""
    inner = range(first + 1, last - 1)
    return any(
        len(prose.words[index].text) == 1 and prose.gap(index).startswith(".") for index in inner
    )


def _after_title(prose: Prose, run: Run) -> int:
    """Skip past the last title, if only words lead up to it: "DEA Administrator Jane Roe"."""
    first = run.first
    has_head, are_words = False, True
    for index in range(run.first, run.last - 1):
        word = prose.words[index]
        if word.key in lexicon.TITLES | lexicon.QUALIFIERS and (has_head or are_words):
            first = index + 1
            has_head, are_words = False, True
        else:
            has_head = has_head or word.key in lexicon.HEADS
            are_words = are_words and _leads_up(word)
    return first


def _leads_up(word: Word) -> bool:
    return lexicon.is_word(word.key) or word.is_upper or word.key in PLACES


def _is_before_name(prose: Prose, gazetteer: Gazetteer, index: int, last: int, run: Run) -> bool:
    """Whether a capital belongs to what precedes the name: an office, or a sentence's beginning."""
    key = prose.words[index].key
    if _is_no_name(prose, gazetteer, index):
        return True
    if last - index <= 2 and not (index == run.first and _follows_of(prose, index, run)):
        return False
    if index > run.first and prose.words[index - 1].key in lexicon.TITLES:
        return False
    if gazetteer.persons_with(key) >= CARRIERS or not lexicon.is_word(key):
        return False
    is_leading = run.first == run.sentence.first or office_before(prose, run.first) is not None
    return (is_leading and lexicon.is_only_word(key)) or _follows_of(prose, index, run)


def _follows_of(prose: Prose, index: int, run: Run) -> bool:
    """Whether the word is an office's after "of": "Secretary of State Antony Blinken"."""
    return (
        index > run.sentence.first
        and prose.words[index - 1].text == "of"
        and lexicon.is_word(prose.words[index].key)
    )


def _is_no_name(prose: Prose, gazetteer: Gazetteer, index: int) -> bool:
    """Whether a word is in no person's name: a place, a head of an organization's name, a form."""
    word = prose.words[index]
    if word.key in PLACES:
        return gazetteer.persons_with(word.key) < CARRIERS
    return (
        word.key in lexicon.HEADS
        or (word.key in COMPANY_FORMS and word.is_upper)
        or (word.key in prose.lower_case_words and lexicon.is_only_word(word.key))
    )


def _are_words(words: list[Word]) -> bool:
    """Whether nothing in the words is a name: "Order", "International Cooperation"."""
    if len(words) == 1 and len(words[0].key) <= _SHORT_WORD:
        return False  # "President Xi"
    if all(lexicon.is_only_word(word.key) for word in words):
        return True
    has_long = any(len(word.key) >= _LONG_WORD for word in words)
    return has_long and all(lexicon.is_word(word.key) for word in words)


def _are_sure(prose: Prose, first: int, last: int) -> bool:
    """Whether ordinary words are a name all the same: "Judge Robert Smith", "Rose B. Carter"."""
    keys = {word.key for word in prose.words[first:last]}
    is_titled = (
        last - first > 1
        and _has_capital_title(prose, first)
        and prose.words[first - 1].key not in lexicon.ADJECTIVAL
        and keys.isdisjoint(lexicon.TITLES | lexicon.WORKS)
    )
    return is_titled or has_initial(prose, first, last)


def _has_capital_title(prose: Prose, first: int) -> bool:
    """Whether "President" or "Mr." stands directly before: then one name is enough."""
    if first == 0 or prose.sentence_of_word[first] != prose.sentence_of_word[first - 1]:
        return False
    word = prose.words[first - 1]
    return (
        word.is_capitalised
        and word.key in lexicon.TITLES
        and re.fullmatch(r"\.?\s+", prose.gap(first - 1)) is not None
    )
