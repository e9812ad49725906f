"""PersonName: words aligned in any order, with initials, titles, nicknames and joined spellings.

A cell is read to folded words, the surname last where a comma tells it. A one-word value (a column
of surnames) is a name like others. Words of one language come together, so that what agrees is not
as rare as its words added up: how many are equal beyond the first is a finding, and training says
what to take off for each. Korean names of the same syllables are one name in other letters: nothing
is left over, and what agrees is as rare as the syllables, however they are spelled.
"""

import re

import numpy as np

from actors.names import PARTICLES, TITLES, fold
from resolution.tables.fields import Field
from resolution.tables.records import Column
from resolution.tables.variables import syllables
from resolution.tables.variables.aligned import (
    AGAINST,
    COMMON,
    FURTHER,
    Lexicon,
    name_comparer,
    names_of,
)
from resolution.tables.variables.base import Comparer, Floats, Integers
from resolution.tables.variables.lexicon import words
from resolution.tables.variables.nicknames import groups_of
from resolution.tables.variables.own import Findings, OwnVariable
from resolution.tables.variables.wordkeys import PERSON_KEYS

_ALIGNED = (*COMMON, FURTHER)
_ORDER = (*_ALIGNED, *syllables.FINDINGS)
_FINDINGS = Findings(
    _ORDER,
    against=frozenset({"other syllables", *AGAINST} & {*_ORDER}),
    undecided=frozenset({FURTHER}),
)
_ONE_NAME = {
    "similarity": 1.0,
    "weakest": 1.0,
    "clash": 0.0,
    "extra": 0.0,
    "exact": 1.0,
    "spelled alike": 1.0,
    "spelled otherwise": 0.0,
    FURTHER: 0.0,
}
_HOW_RARE = ("evidence", "rarity")
_GENERATIONS = frozenset(words("generations"))
_PATRONYMIC = re.compile(r".{3,}(?:[oe]v(?:ich|na|ych|yc)|ichna|inichna|ogly|oglu|kyzy|kizi)")


def person_name(field: Field) -> OwnVariable:
    """Return the variable that compares a column of people's names."""
    return OwnVariable(field, _FINDINGS, read_person, _prepare, PERSON_KEYS)


def read_person(text: str) -> str | None:
    """Return folded words, what follows a single comma first: a surname stands last.

    >>> read_person("O'Neil, Seán"), read_person("Thomas Smith, Jr.")
    ('sean oneil', 'thomas smith jr')
    """
    surname, comma, given = text.partition(",")
    first, last = fold(surname), fold(given)
    if not comma or "," in given or not first or not last or last in _GENERATIONS:
        return f"{first} {last}".strip() or None
    return f"{last} {first}"


def _weight(word: str) -> float:
    if word in PARTICLES:
        return 0.1
    if word in TITLES or word in _GENERATIONS or len(word) == 1:
        return 0.3
    return 0.5 if _PATRONYMIC.fullmatch(word) else 1.0


def _without_title(name: str) -> str:
    """Take a title off the front of two words or more: Amir Khan has none."""
    first, _, rest = name.partition(" ")
    return rest if first in TITLES and " " in rest else name


_LEXICON = Lexicon(weight=_weight, core=_without_title, nicknames=groups_of)


def _prepare(column: Column) -> Comparer:
    names = names_of(column)
    align = name_comparer(names, _LEXICON, _ALIGNED)
    spell = syllables.syllable_comparer(names.folded, names.split, names.counts)

    def compare(left: Integers, right: Integers) -> Floats:
        aligned, spelled = align(left, right), spell(left, right)
        _take_for_one(aligned, spelled)
        return np.hstack([aligned, spelled[:, : len(syllables.FINDINGS)]])

    return compare


def _take_for_one(aligned: Floats, spelled: Floats) -> None:
    """Write what is found of one name where the syllables are the same."""
    same = np.flatnonzero(spelled[:, syllables.SAME])
    for finding, value in _ONE_NAME.items():
        aligned[same, _ALIGNED.index(finding)] = value
    for finding in _HOW_RARE:
        aligned[same, _ALIGNED.index(finding)] = spelled[same, syllables.RARITY]
