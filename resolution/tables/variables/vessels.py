"""Vessel: a ship's name without its prefix; OCEAN STAR 3 is not OCEAN STAR 2.

A cell is read to folded words, MV and M/T taken off the front, a Roman numeral at the end written
as a number.
"""

from actors.names import PARTICLES, fold
from resolution.tables.fields import Field
from resolution.tables.records import Column
from resolution.tables.variables.aligned import NUMBERED, Lexicon, name_comparer, names_of
from resolution.tables.variables.base import Comparer
from resolution.tables.variables.lexicon import words
from resolution.tables.variables.own import OwnVariable
from resolution.tables.variables.wordkeys import NAME_KEYS

_PREFIXES = frozenset(words("ship_prefixes"))
_LETTERED = frozenset(tuple(letters) for letters in words("ship_letters"))
_ROMAN = {roman: str(number) for number, roman in enumerate(words("roman_numerals"), 1)}


def vessel(field: Field) -> OwnVariable:
    """Return the variable that compares a column of ships' names."""
    return OwnVariable(field, NUMBERED, read_vessel, _prepare, NAME_KEYS)


def read_vessel(text: str) -> str | None:
    """Return folded words without the prefix; numerals as numbers.

    >>> read_vessel("M/V Ocean Star III"), read_vessel("MT OCEAN STAR NO. 03")
    ('ocean star 3', 'ocean star 3')
    """
    told = fold(text).split()
    while len(told) > 1 and (told[0] in _PREFIXES or tuple(told[:2]) in _LETTERED):
        told = told[1:] if told[0] in _PREFIXES else told[2:]
    if len(told) > 1:
        told = [*(word for word in told[:-1] if word != "no"), _numeral(told[-1])]
    return " ".join(told) or None


def _numeral(word: str) -> str:
    return word.lstrip("0") or "0" if word.isdigit() else _ROMAN.get(word, word)


def _weight(word: str) -> float:
    return 0.1 if word in PARTICLES else 1.0


_LEXICON = Lexicon(weight=_weight)


def _prepare(column: Column) -> Comparer:
    return name_comparer(names_of(column), _LEXICON, NUMBERED.order)
