"""Names as lists print them, taken into parts and kinds.

A name keeps the source's spelling; family and given name are filled where the source's form tells
them apart ("KIM, Yong Chol"). An alias that is made of the initials of another of the actor's names
is an acronym, whatever else the list calls it.
"""

import re
from collections.abc import Iterable

from actors.records import Name, NameType

_COMMA = re.compile(r",\s+")
_GENERATION = re.compile(r"(?:jr|sr|i{2,3}|iv)\.?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"[A-Z]{2,10}")
_SHORT_FORM = re.compile(r"\(([A-Z]{2,10})\)|\s/\s([A-Z]{2,10})$")
_SMALL_WORDS = frozenset(
    {"a", "al", "and", "da", "de", "del", "des", "do", "dos", "du", "e", "el", "et", "for", "la"}
    | {"las", "le", "les", "los", "of", "on", "the", "und", "y"}
)


def person_name(value: str, type_: NameType = NameType.PRIMARY) -> Name:
    """Return a person's name; "FAMILY, Given" is what most lists print.

    >>> person_name("KIM, Yong Chol").given
    'Yong Chol'
    """
    parts = _COMMA.split(value)
    if len(parts) == 3 and _GENERATION.fullmatch(parts[2]):
        return Name(value, type_, parts[0], f"{parts[1]} {parts[2]}")
    if len(parts) != 2 or not all(parts):
        return Name(value, type_)
    return Name(value, type_, parts[0], parts[1])


def ordered_name(given: str, family: str, type_: NameType = NameType.PRIMARY) -> Name:
    """Return a person's name of separate columns, written given name first."""
    value = " ".join(part for part in (given, family) if part)
    return Name(value, type_, family or None, given or None)


def with_acronyms(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return an organization's names, its acronyms marked, those in parentheses told apart."""
    given = tuple(names)
    marked: list[Name] = []
    for name in given:
        marked.append(_marked(name, given))
        marked += [
            Name(within or behind, NameType.ACRONYM)
            for within, behind in _SHORT_FORM.findall(name.value)
            if is_acronym(within or behind, _SHORT_FORM.sub(" ", name.value))
        ]
    return tuple(
        {name.value: name for name in reversed(marked)}[value] for value in _values(marked)
    )


def is_acronym(short: str, name: str) -> bool:
    """Whether the letters are initials of the name's words, in order, from the first word on.

    >>> is_acronym("SANS", "SECOND ACADEMY OF NATURAL SCIENCES"), is_acronym("ANSAN", "ANSAN CO")
    (True, False)
    """
    words = [word.upper() for word in _WORD.findall(name)]
    if not _ACRONYM.fullmatch(short) or len(words) < 2 or words[0][0] != short[0]:
        return False
    initials = [word[0] for word in words]
    weighty = [word for word in words if word.lower() not in _SMALL_WORDS]
    if 2 * len(short) < len(weighty):
        return False
    rest = iter(initials)
    return all(letter in rest for letter in short)


def _marked(name: Name, names: Iterable[Name]) -> Name:
    if name.type not in {NameType.ALIAS, NameType.WEAK_ALIAS}:
        return name
    others = (other.value for other in names if other.value != name.value)
    if any(is_acronym(name.value, other) for other in others):
        return Name(name.value, NameType.ACRONYM)
    return name


def _values(names: Iterable[Name]) -> list[str]:
    return list(dict.fromkeys(name.value for name in names))
