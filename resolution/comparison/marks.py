"""Marks of a name that no likeness outweighs: numerals, countries, fathers, names alike and two.

A folded name in, its marks out, and whether those of two names tell them apart. Words are aligned
in any order and by spelling, and most weigh alike; these do not: Omega II is not Omega III, Salman
bin Faris is his son's father or his father's son, and Hasan is the brother of Husayn.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from actors.names import GIVEN_NAMES, chinese_keys, korean_keys, without_company_form
from resolution.comparison.values import Floats, Integers

Marks = frozenset[str]
Settings = Sequence[frozenset[str]]
Tells = Callable[[int, Marks, Marks], bool]

_ROMAN = re.compile(r"(?:x{0,2}(?:ix|iv|v?i{1,3})|x{1,2}v?|v)")
_VALUES = {"i": 1, "v": 5, "x": 10}
_SON_OF = frozenset({"bin", "ben", "ibn", "bint", "binti", "bte"})


@lru_cache(maxsize=1 << 16)
def numerals(name: str) -> Marks:
    """Return the numbers in a name, Roman ones behind its first word among them.

    A single letter is a number at the end only.

    >>> [sorted(numerals(name)) for name in ("omega fund ii ltd", "brigade 44", "v omega")]
    [['2'], ['44'], []]
    """
    words = without_company_form(name).split()
    last = len(words) - 1
    return frozenset(
        str(int(word)) if word.isdigit() else str(_roman(word))
        for place, word in enumerate(words)
        if word.isdigit() or (place and (len(word) > 1 or place == last) and _ROMAN.fullmatch(word))
    )


@lru_cache(maxsize=1 << 16)
def descents(name: str) -> Marks:
    """Return who is whose child: `omar bin ali` and `ali bin omar` are two.

    >>> descents("omar bin ali al hassan")
    frozenset({'omar ali'})
    """
    words = name.split()
    return frozenset(
        f"{words[place - 1]} {words[place + 1]}"
        for place in range(1, len(words) - 1)
        if words[place] in _SON_OF
    )


@lru_cache(maxsize=1 << 16)
def given_names(name: str) -> Marks:
    """Return those given names in a name that are spelled like other given names.

    >>> sorted(given_names("hussein kamil ahmed"))
    ['ahmad', 'husayn']
    """
    return frozenset(GIVEN_NAMES[word].name for word in name.split() if word in GIVEN_NAMES)


def are_other_numerals(_row: int, one: Marks, other: Marks) -> bool:
    """Tell whether two names have not the same numerals."""
    return one != other


def are_exchanged(_row: int, one: Marks, other: Marks) -> bool:
    """Tell whether who is the child here is the parent there."""
    return one != other and any(" ".join(reversed(pair.split())) in other for pair in one)


def are_brothers(_row: int, one: Marks, other: Marks) -> bool:
    """Tell whether each name has a given name of which the other has one that is like it."""
    mine, theirs = ({_ALIKE[name] for name in names} for names in (one - other, other - one))
    return not mine.isdisjoint(theirs)


def are_other_chinese(_row: int, one: Marks, other: Marks) -> bool:
    """Tell whether both names read as Chinese and none of their keys is the same."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def places_apart(left: Integers, right: Integers, settings: Settings) -> Tells:
    """Return how countries in names tell: by one that the other side has nowhere."""

    def tells(row: int, one: Marks, other: Marks) -> bool:
        first, second = other | settings[right[row]], one | settings[left[row]]
        return not (one <= first and other <= second)

    return tells


def told_apart(
    names: Sequence[str],
    marks: Callable[[str], Marks],
    ends: tuple[Integers, Integers],
    tells: Tells,
) -> Floats:
    """Return 1 for each pair of names whose marks tell them apart; `tells` knows the pair's row."""
    marked = [marks(name) for name in names]
    has_marks = np.array([bool(one) for one in marked], dtype=bool)
    found = np.zeros(len(ends[0]))
    for row in np.flatnonzero(has_marks[ends[0]] | has_marks[ends[1]]).tolist():
        found[row] = tells(row, marked[ends[0][row]], marked[ends[1][row]])
    return found


def chinese(name: str) -> Marks:
    """Return the keys of a Chinese name; what reads as Korean is told by its own syllables."""
    return frozenset() if korean_keys(name) else chinese_keys(name)


def _roman(word: str) -> int:
    values = [_VALUES[letter] for letter in word]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )


_ALIKE = {one.name: one.family for one in GIVEN_NAMES.values()}
