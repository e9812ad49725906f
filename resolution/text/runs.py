"""Runs of capitalised words within a sentence: where names that no list knows may stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from actors.names import PARTICLES
from resolution.text import lexicon
from resolution.text.prose import HYPHENS, Prose, Sentence

_SPACE = re.compile(r"\s+")
LINK = re.compile(r"\s*+(?:,|;|,?\s*+(?:and|or|&|as well as|along with))\s+")
"""What stands between two names of one enumeration."""
_MOST_PARTICLES = 6
_AFTER_INITIAL = re.compile(r"\.\s*")
# Particles of personal names; "of" and "the" hold organizations together, never a person's name.
_NAME_PARTICLES = PARTICLES - lexicon.FUNCTIONS - {"s", "y", "e", "i", "in", "to", "a", "an"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` up to, not with, `last`."""

    first: int
    last: int
    sentence: Sentence

    def __len__(self) -> int:
        """Count the words."""
        return self.last - self.first


def capitalised_runs(prose: Prose) -> Iterator[Run]:
    """Yield the longest runs, outside headings, where capitals tell nothing."""
    for sentence in prose.sentences:
        if sentence.is_heading or sentence.is_shouting:
            continue
        first = sentence.first
        while first < sentence.last:
            last = _run_from(prose, first, sentence)
            if last > first:
                yield Run(first, last, sentence)
            first = max(last, first + 1)


def _run_from(prose: Prose, first: int, sentence: Sentence) -> int:
    last = first
    while last < sentence.last:
        if last > first and not joins(prose, last - 1):
            break
        goes_on = last > first and _goes_on(prose, last, sentence)
        if not (opens_name(prose, last) or goes_on or _is_small_surname(prose, last, sentence)):
            break
        last += 1
    return last


def joins(prose: Prose, index: int) -> bool:
    """Whether a word and the next may belong to one name: a space, a hyphen, an initial's point."""
    word = prose.words[index]
    gap = prose.gap(index)
    if word.is_possessive:
        return False
    if _AFTER_INITIAL.fullmatch(gap):
        return len(word.text) == 1 or word.key in lexicon.TITLE_ABBREVIATIONS
    return gap in HYPHENS or bool(_SPACE.fullmatch(gap))


def opens_name(prose: Prose, index: int) -> bool:
    """Whether a word shows a capital that means something."""
    word = prose.words[index]
    return (
        word.is_capitalised
        and not word.text.isdigit()
        and word.text != "&"
        and (word.key not in lexicon.FUNCTIONS or (len(word.text) == 1 and word.text.isupper()))
        and word.key not in lexicon.CALENDAR
    )


def _is_small_surname(prose: Prose, index: int, sentence: Sentence) -> bool:
    """Tell the surname in "also No Kwang Chol" from the word: a capital where none is due."""
    return (
        sentence.first < index < sentence.last - 1
        and prose.words[index].key in lexicon.SURNAMES_TOO
        and prose.words[index].is_capitalised
        and joins(prose, index)
        and opens_name(prose, index + 1)
        and not lexicon.is_only_word(prose.words[index + 1].key)
    )


def _goes_on(prose: Prose, index: int, sentence: Sentence) -> bool:
    """Whether a small word belongs to the name: "Yong-bok", "bin Laden", "de la Cruz"."""
    if prose.gap(index - 1) in HYPHENS and prose.words[index].text.isalpha():
        return _is_syllable(prose, index)
    following = index
    end = min(sentence.last, index + _MOST_PARTICLES)
    while following < end and prose.words[following].key in _NAME_PARTICLES:
        if following + 1 >= sentence.last or not joins(prose, following):
            return False
        following += 1
    return following > index and opens_name(prose, following)


def _is_syllable(prose: Prose, index: int) -> bool:
    """Tell "Yong-bok" from "Mexico-based": the small word after the hyphen is no ordinary word."""
    key = prose.words[index].key
    return len(key) <= 5 and not lexicon.is_only_word(key)
