"""The longest stretch of words that could be one organization's name.

"of", "for" and "the" hold a name together once it has a head ("Ministry of the People's Armed
Forces"); "and" joins only ordinary words ("Terrorism and Financial Intelligence"), never two names.
"""

import re
from collections.abc import Collection

from actors.names import COMPANY_FORMS
from resolution.text import lexicon
from resolution.text.prose import Prose, Sentence
from resolution.text.runs import joins, opens_name

HOLDING = frozenset({"of", "for"})
ARTICLES = frozenset({"the", "der", "la", "el"})
_MOST_WORDS = 14
_SPACE = re.compile(r"\s+")
_COMMA = re.compile(r",\s+|\.,?\s+")


def stretch_from(prose: Prose, first: int, sentence: Sentence, persons: Collection[int]) -> int:
    """Return where the longest stretch from `first` ends that could be one organization's name."""
    last = first
    while last < sentence.last and last - first < _MOST_WORDS:
        if last in persons or not (
            _is_part(prose, last) and (last == first or _holds(prose, last - 1))
        ):
            step = _bridge(prose, first, last, sentence, persons) if last > first else 0
            if not step:
                break
            last += step
        last += 1
    return last


def _is_part(prose: Prose, index: int) -> bool:
    word = prose.words[index]
    return opens_name(prose, index) or (
        index > 0 and word.text.isdigit() and len(word.text) <= 4 and _holds(prose, index - 1)
        and prose.words[index - 1].key in lexicon.HEADS
    )  # fmt: skip


def _holds(prose: Prose, index: int) -> bool:
    """Whether a word and the next are of one name: joined, "People's Bank", ", Ltd"."""
    gap = prose.gap(index)
    if joins(prose, index):
        return True
    word = prose.words[index]
    if word.is_possessive:
        return word.key in lexicon.POSSESSIVES and bool(_SPACE.fullmatch(gap))
    if re.fullmatch(r"['’]\s+", gap):
        return word.key in lexicon.POSSESSIVES
    return bool(_COMMA.fullmatch(gap)) and is_form(prose, index + 1)


def is_form(prose: Prose, index: int) -> bool:
    """Whether the word is a company form, as "Ltd"."""
    word = prose.words[index]
    return word.key in COMPANY_FORMS and word.is_capitalised


def _bridge(
    prose: Prose, first: int, last: int, sentence: Sentence, persons: Collection[int]
) -> int:
    """Return how many small words lead on within the name, none where it ends."""
    if not _SPACE.fullmatch(prose.gap(last - 1)) or last + 1 >= sentence.last:
        return 0
    key = prose.words[last].key
    following = last + 1
    if key in HOLDING and prose.words[following].key in ARTICLES:
        following += 1
    if following >= sentence.last or following in persons or not opens_name(prose, following):
        return 0
    if key in HOLDING and _can_hold(prose, first, last):
        is_two = key == "for" and _has_head(prose, following, sentence)
        return 0 if is_two else following - last
    if key in lexicon.FOREIGN_HOLDING:
        return following - last
    if key == "and" and _and_joins(prose, first, last, following, sentence):
        return following - last
    return 0


def _can_hold(prose: Prose, first: int, last: int) -> bool:
    """Whether a head stands before "of" or "for" that such words can follow."""
    return any(
        prose.words[index].key in lexicon.HEADS
        and (index > first or prose.words[index].key not in lexicon.CLOSING_HEADS)
        for index in range(first, last)
    )


def _has_head(prose: Prose, index: int, sentence: Sentence) -> bool:
    """Whether the capitals from here have a head of their own, so that "for" parts two names."""
    while index < sentence.last and opens_name(prose, index):
        if prose.words[index].key in lexicon.HEADS - lexicon.CLOSING_HEADS:
            return True
        if index + 1 == sentence.last or not joins(prose, index):
            return False
        index += 1
    return False


def _and_joins(prose: Prose, first: int, last: int, following: int, sentence: Sentence) -> bool:
    """Whether "and" is inside the name: "&", or an office's two subjects after "of" or "for"."""
    if prose.words[last].text == "&":
        return True
    if not any(word.key in HOLDING for word in prose.words[first:last]):
        return _has_common_head(prose, following, sentence)
    return lexicon.is_only_word(prose.words[last - 1].key) and _is_subject(
        prose, following, sentence
    )


def _is_subject(prose: Prose, index: int, sentence: Sentence) -> bool:
    """Whether only ordinary words follow, no head among them: "… and Financial Intelligence"."""
    while index < sentence.last and opens_name(prose, index):
        key = prose.words[index].key
        if not lexicon.is_only_word(key) or key in lexicon.HEADS - lexicon.CLOSING_HEADS:
            return False
        if index + 1 == sentence.last or not joins(prose, index):
            break
        index += 1
    return True


def _has_common_head(prose: Prose, index: int, sentence: Sentence) -> bool:
    """Whether two subjects share the head after them: "Propaganda and Agitation Department"."""
    before = prose.words[index - 2].key
    if not lexicon.is_only_word(before) or before in lexicon.HEADS:
        return False
    first = index
    while index < sentence.last and opens_name(prose, index):
        key = prose.words[index].key
        if key in lexicon.HEADS:
            return index > first
        if not lexicon.is_only_word(key) or index + 1 == sentence.last or not joins(prose, index):
            return False
        index += 1
    return False
