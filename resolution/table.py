"""Mentions as one Arrow table: what the stages need, folded once, one row a mention.

Later stages know mentions only by their row's number, `position`. Nothing here depends on the order
or number of the rows, so that a mention's row reads the same in every run.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date

import pyarrow as pa

from actors.names import fold, native_form, places_in
from actors.records import (
    DocumentId,
    EntityKind,
    Mention,
    MentionKind,
    Name,
    NameType,
    PartialDate,
)
from resolution.regimes import regime_countries
from resolution.schemes import CITED, SHARED_NUMBER

SCHEMA = pa.schema(
    [
        ("position", pa.int32()),
        ("id", pa.string()),
        ("is_text", pa.bool_()),
        ("source", pa.string()),
        ("document", pa.string()),
        ("entity_kind", pa.string()),
        ("names", pa.list_(pa.string())),
        ("weak_names", pa.list_(pa.bool_())),
        ("primary_names", pa.list_(pa.bool_())),
        ("native_names", pa.list_(pa.string())),
        ("birth_dates", pa.list_(pa.string())),
        ("countries", pa.list_(pa.string())),
        ("regimes", pa.list_(pa.string())),
        ("identifiers", pa.list_(pa.string())),
        ("cited", pa.list_(pa.string())),
        ("shared_numbers", pa.list_(pa.string())),
        ("genders", pa.list_(pa.string())),
        ("published_on", pa.date32()),
        ("listed_on", pa.list_(pa.date32())),
        ("begun_on", pa.date32()),
    ]
)

_BEGINNINGS = ("foundedOn", "builtOn")

# "… Foreign Affairs Bureau (SANS FAB)" gives a second name; "… Guard Corps (IRGC)-Qods Force" does
# not: there the acronym is the parent's. "… (KENYA BRANCH)" is part of the name.
_BRACKET = re.compile(r"\s*\((?P<short>[A-Z][A-Z0-9. -]{1,14})\)(?P<at_end>\s*$)?")


def mention_table(
    mentions: Sequence[Mention], published_on: Mapping[DocumentId, date | None]
) -> pa.Table:
    """Lay mentions out as columns; `published_on` gives the day of each mention's document."""
    rows = [
        _row(position, mention, published_on.get(mention.document))
        for position, mention in enumerate(mentions)
    ]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def written(mention: Mention) -> dict[str, str]:
    """Return each folded spelling of a mention with the name as its source writes it."""
    found: dict[str, str] = {}
    for name in mention.names:
        for text in _readings(name.value):
            found.setdefault(fold(text), name.value)
    return found


def _row(position: int, mention: Mention, published_on: date | None) -> dict[str, object]:
    spelled = _spellings(mention.names)
    own = [number.key for number in mention.identifiers if not number.scheme.startswith(CITED)]
    cited = [number.key for number in mention.identifiers if number.scheme.startswith(CITED)]
    return {
        "position": position,
        "id": mention.id,
        "is_text": mention.kind is MentionKind.TEXT,
        "source": mention.source,
        "document": mention.document,
        "entity_kind": mention.entity_kind.value,
        "names": list(spelled),
        "weak_names": [NameType.WEAK_ALIAS in types for types in spelled.values()],
        "primary_names": [NameType.PRIMARY in types for types in spelled.values()],
        "native_names": sorted(
            {form for name in mention.names if (form := native_form(name.value))}
        ),
        "birth_dates": sorted({str(born) for born in mention.birth_dates}),
        "countries": sorted(set(mention.countries)),
        "regimes": sorted(set(_regimes(mention, spelled))),
        "identifiers": sorted(set(own)),
        "shared_numbers": sorted(mention.properties.get(SHARED_NUMBER, ())),
        "cited": sorted({key.removeprefix(CITED) for key in cited}),
        "genders": sorted({value[:1].lower() for value in mention.properties.get("gender", ())}),
        "published_on": published_on,
        "listed_on": sorted(set(_listing_days(mention))),
        "begun_on": _beginning(mention),
    }


def _spellings(names: Sequence[Name]) -> dict[str, set[NameType]]:
    """Return each folded spelling with its uses; a weak alias only where it is nothing else."""
    found: dict[str, set[NameType]] = {}
    for name in names:
        for text in _readings(name.value):
            folded = fold(text)
            if folded:
                found.setdefault(folded, set()).add(name.type)
    for types in found.values():
        if len(types) > 1:
            types.discard(NameType.WEAK_ALIAS)
    return found


def _readings(text: str) -> Iterator[str]:
    """Take acronyms in brackets out of a name; one at its end is a name of its own."""
    bracket = _BRACKET.search(text)
    if bracket is None or not _abbreviates(fold(bracket["short"]), fold(text[: bracket.start()])):
        yield text
        return
    yield text[: bracket.start()] + " " + text[bracket.end() :]
    if bracket["at_end"] is not None:
        yield bracket["short"]


def _abbreviates(short: str, name: str) -> bool:
    """Tell whether the letters of `short` run through the name, beginning with a word's first."""
    letters = short.replace(" ", "")
    begins = [word[0] for word in name.split()]
    rest = iter(name.replace(" ", ""))
    return letters[:1] in begins and all(letter in rest for letter in letters)


def _regimes(mention: Mention, spelled: Iterable[str]) -> Iterator[str]:
    """Yield the countries that programmes are about, and that the name of a body speaks of."""
    for designation in mention.designations:
        for programme in designation.programmes:
            yield from regime_countries(programme)
    if mention.entity_kind is EntityKind.ORGANIZATION:
        for name in spelled:
            yield from places_in(name)


def _listing_days(mention: Mention) -> Iterator[date]:
    for designation in mention.designations:
        for day in (designation.listed_on, designation.announced_on):
            if day is not None and day.is_full:
                yield day.earliest()


def _beginning(mention: Mention) -> date | None:
    """Return the first day on which a body may have been founded, or a ship built."""
    stated = (day for field in _BEGINNINGS for day in mention.properties.get(field, ()))
    days: list[date] = []
    for day in stated:
        # What is written in no form we read says nothing.
        with suppress(ValueError):
            days.append(PartialDate.parse(day.partition("/")[0]).earliest())
    return min(days, default=None)
