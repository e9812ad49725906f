"""Address: street, place and postcode as words; numbers agree only when they are equal.

A cell is read to folded words, usual abbreviations as one spelling. A city alone is an address too.
"""

from collections.abc import Iterable
from itertools import pairwise

from actors.names import PARTICLES, fold
from resolution.tables.fields import Field
from resolution.tables.records import Column
from resolution.tables.variables.aligned import NUMBERED, Lexicon, name_comparer, names_of
from resolution.tables.variables.base import Comparer
from resolution.tables.variables.lexicon import spellings, words
from resolution.tables.variables.own import OwnVariable
from resolution.tables.variables.wordkeys import NAME_KEYS

_SPELLINGS = spellings("address_spellings")
_SAYS_LITTLE = frozenset(words("address_common"))


def address(field: Field) -> OwnVariable:
    """Return the variable that compares a column of addresses."""
    return OwnVariable(field, NUMBERED, read_address, _prepare, ADDRESS_KEYS)


def read_address(text: str) -> str | None:
    """Return folded words, abbreviations as one spelling.

    >>> read_address("12435 Ventura Blvd., Studio City")
    '12435 ventura boulevard studio city'
    """
    return " ".join(_SPELLINGS.get(word, word) for word in fold(text).split()) or None


def _weight(word: str) -> float:
    return 0.2 if word in PARTICLES or word in _SAYS_LITTLE else 1.0


_LEXICON = Lexicon(weight=_weight)


def _prepare(column: Column) -> Comparer:
    return name_comparer(names_of(column), _LEXICON, NUMBERED.order)


def _numbers(address: str) -> Iterable[str]:
    return {word for word in address.split() if not word.isalpha()}


def _number_and_word(address: str) -> Iterable[str]:
    """Give a number with the word after it, whatever kind of street it is."""
    telling = [word for word in address.split() if word not in _SAYS_LITTLE]
    return {f"{one} {other}" for one, other in pairwise(telling) if not one.isalpha()}


ADDRESS_KEYS = {**NAME_KEYS, "number": _numbers, "number and word": _number_and_word}
