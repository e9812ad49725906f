"""The way from a text to its mentions and counts.

A document and the gazetteer in, a reading out. Known names, near spellings, names that only the
text shows, and the short forms it introduces are found one after another, each able to see what was
found before; then the longest of what overlaps stays.
"""

import re
from dataclasses import dataclass

from actors.records import (
    CountClaim,
    Document,
    EntityKind,
    Mention,
    MentionKind,
    text_mention_id,
)
from resolution.text import lexicon
from resolution.text.aliases import with_own_names
from resolution.text.appositions import nationality_in, position_in, said_after
from resolution.text.births import births_after
from resolution.text.counts import counts_in
from resolution.text.gazetteer import Gazetteer
from resolution.text.kinds import with_one_kind
from resolution.text.known import known_names
from resolution.text.near import near_names
from resolution.text.organizations import unlisted_organizations
from resolution.text.people import unlisted_persons
from resolution.text.prose import Prose
from resolution.text.spans import Found, without_overlaps
from resolution.text.titles import Title, title_before

EXTRACTOR = "prose/4"
"""Raised whenever the same text and gazetteer would give another reading."""

_NATIONALS = frozenset({"national", "nationals", "citizen", "citizens"})
_ENUMERATED = re.compile(r"(?:,|,?\s+and)\s+[^\W\d_a-z][^\W\d_]*(?:[\s'’-]+[^\W\d_]+){1,3}(?=,)")
_SEVERAL = re.compile(r"(?:two|three|four|five|six|both|all|\d+)\b")


@dataclass(frozen=True, slots=True)
class TextReading:
    """What one text says: who is named where, and how many it counts."""

    mentions: tuple[Mention, ...]
    claims: tuple[CountClaim, ...]


def read_text(document: Document, gazetteer: Gazetteer) -> TextReading:
    """Read a document's prose; spans count code points of `document.text`."""
    prose = Prose(document.text or "")
    found = _found(prose, gazetteer)
    mentions = tuple(_mention(document, prose, one) for one in found)
    return TextReading(mentions, counts_in(prose, document, found))


def _found(prose: Prose, gazetteer: Gazetteer) -> list[Found]:
    listed = [*known_names(prose, gazetteer), *near_names(prose, gazetteer)]
    known = without_overlaps(with_one_kind(prose, listed))
    persons = unlisted_persons(prose, gazetteer, known)
    organizations = unlisted_organizations(prose, [*known, *persons])
    named = without_overlaps([*known, *persons, *organizations])
    return without_overlaps(with_own_names(prose, named))


def _mention(document: Document, prose: Prose, one: Found) -> Mention:
    sentence = prose.sentence_at(one.first).span
    title = title_before(prose, one.first) if one.kind is EntityKind.PERSON else None
    said = _said_of(prose, one)
    countries = _countries(one, title, said)
    properties: dict[str, tuple[str, ...]] = {}
    if one.kind is EntityKind.PERSON:
        properties = _personal(title, said)
    return Mention(
        id=text_mention_id(document.id, one.start, one.end),
        kind=MentionKind.TEXT,
        source=document.source,
        document=document.id,
        entity_kind=one.kind,
        quote=prose.text[one.start : one.end],
        names=one.names,
        start=one.start,
        end=one.end,
        sentence=prose.text[sentence.start : sentence.end],
        birth_dates=births_after(prose, one.end) if one.kind is EntityKind.PERSON else (),
        countries=countries,
        properties=properties,
        extractor=EXTRACTOR,
    )


def _said_of(prose: Prose, one: Found) -> str | None:
    """Return what is said of the name, or of the names with which it is enumerated."""
    said = said_after(prose, one.end)
    if said is None and one.kind is EntityKind.PERSON:
        following = _ENUMERATED.match(prose.text, one.end)
        said = said_after(prose, following.end()) if following else None
        return said if said and _SEVERAL.match(said) else None
    return said


def _personal(title: Title | None, said: str | None) -> dict[str, tuple[str, ...]]:
    """Return position and nationality where the text states them."""
    position = (title.position if title else None) or position_in(said)
    is_national = title is not None and not _NATIONALS.isdisjoint(title.text.split())
    nationality = title.countries if title and is_national else nationality_in(said, _NATIONALS)
    stated = {"position": (position,) if position else (), "nationality": nationality}
    return {field: values for field, values in stated.items() if values}


def _countries(one: Found, title: Title | None, said: str | None) -> tuple[str, ...]:
    """Return the countries that the words beside the name give its bearer."""
    nouns = (
        lexicon.PERSONS | lexicon.TITLES
        if one.kind is EntityKind.PERSON
        else lexicon.ORGANIZATIONS | lexicon.VESSELS | lexicon.AIRCRAFT
    )
    of_title = title.countries if title else ()
    return tuple(dict.fromkeys((*of_title, *nationality_in(said, nouns))))
