"""Known names in prose: every stretch of words that is a name on a list, spelt alike.

A stretch is looked up by its letters, so that the order of a person's names, hyphens, spaces and
diacritics make no difference; then it must fit the name as a whole. Names that prove little need
support: see `grades.Grade`.
"""

import re
from collections.abc import Iterator

from actors.names import COMPANY_FORMS, PARTICLES
from actors.records import EntityKind, Name
from resolution.text.fitting import fits
from resolution.text.gazetteer import MOST_WORDS, Gazetteer, letters_of
from resolution.text.grades import Grade, KnownName
from resolution.text.prose import Prose, Sentence
from resolution.text.spans import Found, Ground

# What may stand between two words of one name.
_INSIDE_NAMES = re.compile(r"\s*+[-‐‑–—/.,'’\"“”()«»]{0,3}\s*")


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


def as_found(prose: Prose, first: int, last: int, known: KnownName) -> Found:
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
        (Name(_one_line(prose.text[start:end])),),
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
                    if fits(prose, first, last, solid + ending, known):
                        yield as_found(prose, first, last, known), known
            solid += word.full_key
            letters += letters_of(word.full_key)


def _may_begin(prose: Prose, first: int, sentence: Sentence) -> bool:
    word = prose.words[first]
    return word.is_capitalised or (word.key in PARTICLES and first + 1 < sentence.last)


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
