"""Known names in prose: every stretch of words that is a name on a list, spelt alike.

A stretch is looked up by its letters, so that the order of a person's names, hyphens, spaces and
diacritics make no difference; then it must fit the name as a whole. Capitals must bear it out, and
names that prove little need support: see `gazetteer.Grade`.
"""

import re
from collections.abc import Iterator

from actors.names import COMPANY_FORMS, PARTICLES, TITLES
from actors.records import EntityKind, Name
from resolution.text import lexicon
from resolution.text.gazetteer import MOST_WORDS, Gazetteer, Grade, KnownName, letters_of
from resolution.text.lexicon import is_word
from resolution.text.places import PLACES
from resolution.text.prose import Prose, Sentence, Word
from resolution.text.spans import Found, Ground

# What may stand between two words of one name.
_INSIDE_NAMES = re.compile(r"\s*+[-‐‑–—/.,'’\"“”()«»]{0,3}\s*")
_INSIDE_PERSONS = re.compile(r"\s+|\s*[-‐‑'’]\s*|\.\s*")
HYPHENS = frozenset("-‐‑")
_MIXED_CASE_LETTERS = 5


def known_names(prose: Prose, gazetteer: Gazetteer) -> list[Found]:
    """Return every stretch that is a known name; they may overlap.

    Weak names are among them only where the text has a stronger one of the same actor too.
    """
    hits = [hit for sentence in prose.sentences for hit in _hits(prose, gazetteer, sentence)]
    owners = {owner for _, known in hits if known.grade is Grade.STRONG for owner in known.owners}
    return [
        found
        for found, known in hits
        if known.grade is not Grade.WEAK
        or (owners & known.owners and _is_written_as_alias(prose, found))
    ]


def as_found(
    prose: Prose, first: int, last: int, known: KnownName, names: tuple[Name, ...] = ()
) -> Found:
    """Return the stretch as a find, taking in a company form that follows."""
    last = _with_company_form(prose, first, last, known)
    start, end = prose.words[first].start, _end(prose, first, last)
    return Found(
        first,
        last,
        start,
        end,
        known.kind,
        Ground.KNOWN,
        names or (Name(_one_line(prose.text[start:end])),),
        known.owners,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _hits(
    prose: Prose, gazetteer: Gazetteer, sentence: Sentence
) -> Iterator[tuple[Found, KnownName]]:
    for first in range(sentence.first, sentence.last):
        if not _may_begin(prose, first, sentence):
            continue
        solid, letters = "", 0
        for last in range(first + 1, min(first + MOST_WORDS, sentence.last) + 1):
            if last - 1 > first and not _INSIDE_NAMES.fullmatch(prose.gap(last - 2)):
                break
            word = prose.words[last - 1]
            for ending in {word.key, word.full_key}:
                for known in gazetteer.under(letters + letters_of(ending)):
                    if _fits(prose, first, last, solid + ending, known):
                        yield as_found(prose, first, last, known), known
            solid += word.full_key
            letters += letters_of(word.full_key)


def _may_begin(prose: Prose, first: int, sentence: Sentence) -> bool:
    word = prose.words[first]
    return word.is_capitalised or (word.key in PARTICLES and first + 1 < sentence.last)


def _fits(prose: Prose, first: int, last: int, solid: str, known: KnownName) -> bool:
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


def _is_written_as_alias(prose: Prose, found: Found) -> bool:
    """Whether a weak name is at least written as a name: capitals where it is one short word."""
    words = prose.words[found.first : found.last]
    if len(words) > 1:
        return True
    word = words[0]
    is_quoted = prose.text[word.start - 1 : word.start] in {'"', "“", "‘", "'", "«"}
    return is_quoted or (word.is_upper and len(word.text) > 1)


def _with_company_form(prose: Prose, first: int, last: int, known: KnownName) -> int:
    """Take in a form that the list leaves out: "Golden Triangle Bank Ltd."."""
    if known.kind is EntityKind.PERSON:
        return last
    while last < prose.sentence_at(first).last:
        word = prose.words[last]
        is_form = word.key in COMPANY_FORMS and word.is_capitalised
        if not is_form or not re.fullmatch(r",?\s+|\.,?\s+", prose.gap(last - 1)):
            break
        last += 1
    return last


def _end(prose: Prose, first: int, last: int) -> int:
    """Return where the stretch ends: with the parenthesis that its last word stands in."""
    start, end = prose.words[first].start, prose.words[last - 1].end
    inside = prose.text[start:end]
    if inside.count("(") > inside.count(")") and prose.text[end : end + 1] == ")":
        return end + 1
    return end
