"""Whether a stretch of a text is the known name whose letters it has.

It must be spelt as the name, in any order of its words where that is a person's; capitals must bear
it out; and a name that proves little alone needs what its grade asks for.
"""

import re

from actors.names import COMPANY_FORMS, PARTICLES, TITLES
from resolution.text import lexicon
from resolution.text.grades import Grade, KnownName
from resolution.text.lexicon import is_word
from resolution.text.places import PLACES
from resolution.text.prose import HYPHENS, Prose, Sentence, Word

_INSIDE_PERSONS = re.compile(r"\s+|\s*[-‐‑'’]\s*|\.\s*")
_MIXED_CASE_LETTERS = 5


def fits(prose: Prose, first: int, last: int, solid: str, known: KnownName) -> bool:
    """Whether the words from `first` to `last`, `solid` written together, are the name here."""
    sentence = prose.sentence_at(first)
    words = prose.words[first:last]
    if not _is_spelt(prose, first, last, solid, known) or not _is_capitalised(prose, first, last):
        return False
    if " ".join(key for word in words for key in word.keys) in PLACES:
        return False
    if (sentence.is_heading or sentence.is_shouting) and known.is_plain_words:
        return False
    if known.grade is Grade.LONE:
        return _stands_alone(prose, first, last, sentence) and _shows_case(prose, words[0])
    if known.grade is Grade.CRAFT:
        is_name = _stands_alone(prose, first, last, sentence) and _is_no_opening(prose, first, last)
        return is_name and _speaks_of_craft(prose, sentence)
    return True


def _is_spelt(prose: Prose, first: int, last: int, solid: str, known: KnownName) -> bool:
    if solid == known.solid:  # but "LIKE WISE" is not "likewise"
        return last - first > 1 or len(known.tokens) == 1 or not is_word(solid)
    if known.is_ordered or len(known.solid) != len(solid):
        return False
    gaps = (prose.gap(index) for index in range(first, last - 1))
    if not all(_INSIDE_PERSONS.fullmatch(gap) for gap in gaps):
        return False
    keys = [key for word in prose.words[first:last] for key in word.keys]
    return sorted(keys) == sorted(known.tokens) or solid in known.solid * 2


def _is_capitalised(prose: Prose, first: int, last: int) -> bool:
    """Whether every word shows a capital that is no particle nor hangs on a hyphen (Yong-bok)."""
    words = prose.words[first:last]
    return any(word.is_capitalised for word in words) and all(
        word.is_capitalised
        or word.key in PARTICLES
        or word.key in lexicon.FUNCTIONS
        or word.key in COMPANY_FORMS
        or (index > first and prose.gap(index - 1) in HYPHENS)
        for index, word in enumerate(words, first)
    )


def _stands_alone(prose: Prose, first: int, last: int, sentence: Sentence) -> bool:
    """Whether no other name touches it: "Wagner" in "Richard Wagner" is no company."""
    if last - first > 1:
        return True
    before = prose.words[first - 1] if first > sentence.first else None
    after = prose.words[last] if last < sentence.last else None
    return not (
        (before and _touches(prose.gap(first - 1)) and _is_foreign_name(before))
        or (after and _touches(prose.gap(last - 1)) and _is_foreign_name(after))
    )


def _touches(gap: str) -> bool:
    return bool(re.fullmatch(r"\s+|-|\.\s", gap))


def _is_foreign_name(word: Word) -> bool:
    """Whether a neighbour may belong to a name: a capital, and no title, place or small word."""
    return (
        word.is_capitalised
        and not word.is_possessive
        and word.key not in PLACES
        and word.key
        not in TITLES | lexicon.TITLES | lexicon.QUALIFIERS | lexicon.FUNCTIONS | lexicon.CALENDAR
        and word.key not in lexicon.VESSELS
    )


def _shows_case(prose: Prose, word: Word) -> bool:
    """Whether the case speaks for a name: capitals, or one where the text has no small letter."""
    if word.key in prose.lower_case_words:
        return False
    return word.is_upper or len(word.key) >= _MIXED_CASE_LETTERS


def _is_no_opening(prose: Prose, first: int, last: int) -> bool:
    """Tell "the tanker Olive" from "Olive oil was sold": an ordinary word proves nothing there."""
    word = prose.words[first]
    if last - first > 1 or word.is_upper or not is_word(word.key):
        return True
    return first > prose.sentence_at(first).first and word.key not in prose.lower_case_words


def _speaks_of_craft(prose: Prose, sentence: Sentence) -> bool:
    nouns = lexicon.VESSELS | lexicon.AIRCRAFT | {"imo", "mv", "mt"}
    number = prose.sentence_of_word[sentence.first]
    near = prose.keys_of_sentences[max(0, number - 1) : number + 1]
    return not all(nouns.isdisjoint(keys) for keys in near)
