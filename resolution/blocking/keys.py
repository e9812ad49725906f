"""Key functions: what two spellings of one actor are likely to share, as plain strings.

A row of the mention table in, a set of keys out; each function stands under the name that models
use. Keys of names are taken from every spelling, weak aliases among them.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from actors.names import COMPANY_FORMS, PARTICLES, TITLES, korean_keys, without_company_form

Row = Mapping[str, list[str]]

# A long name makes no more pairs of words than this many words do.
_MOST_WORDS = 7
_VOWELS = re.compile("[aeiouywh]")
_DOUBLED = re.compile(r"(.)\1+")
# Sounds that romanisations write in several ways.
_ALIKE = str.maketrans({"q": "k", "c": "k", "g": "k", "z": "s", "j": "s", "v": "f", "p": "b",
                        "d": "t", "x": "s"})  # fmt: skip
_SHORTEST_ACRONYM = 3


def skeleton(word: str) -> str:
    """Return the consonants of a word, alike sounds as one: Qadhafi and Gaddafi share it.

    >>> skeleton("muhammad") == skeleton("mohamed") == skeleton("mhmd")
    True
    """
    plain = word.replace("sh", "s").replace("kh", "k").replace("ch", "k").replace("ph", "f")
    first = "a" if plain[:1] in "eiou" else plain[:1]
    return _DOUBLED.sub(r"\1", (first + _VOWELS.sub("", plain[1:])).translate(_ALIKE))


def significant(name: str) -> list[str]:
    """Return the words that tell actors apart, at most seven, in alphabetic order, once each."""
    words = name.split()
    telling = [word for word in words if not says_little(word)]
    return sorted(set(telling or words), key=lambda word: (-len(word), word))[:_MOST_WORDS]


def initials(name: str) -> str:
    """Return the acronym of a name of three words or more, else nothing."""
    words = [word for word in name.split() if word not in PARTICLES and word not in COMPANY_FORMS]
    return "".join(word[0] for word in words) if len(words) >= _SHORTEST_ACRONYM else ""


def says_little(word: str) -> bool:
    """Tell whether a word stands in so many names that sharing it says little."""
    return len(word) == 1 or word in PARTICLES or word in COMPANY_FORMS or word in TITLES


def _names(row: Row) -> Iterable[str]:
    return {" ".join(sorted(name.split())) for name in row["names"]}


def _joined(row: Row) -> Iterable[str]:
    return {without_company_form(name).replace(" ", "") for name in row["names"]}


def _tokens(row: Row) -> Iterable[str]:
    return {word for name in row["names"] for word in significant(name)}


def _token_pairs(row: Row) -> Iterable[str]:
    return {
        f"{first} {second}"
        for name in row["names"]
        for first, second in combinations(sorted(significant(name)), 2)
    }


def _skeleton_pairs(row: Row) -> Iterable[str]:
    found = set()
    for name in row["names"]:
        bones = sorted({skeleton(word) for word in significant(name)})
        found |= {f"{first} {second}" for first, second in combinations(bones, 2)}
    return found


def _skeletons(row: Row) -> Iterable[str]:
    return {"".join(sorted(skeleton(word) for word in significant(name))) for name in row["names"]}


def _korean(row: Row) -> Iterable[str]:
    return {key for name in row["names"] for key in korean_keys(name)}


def _acronyms(row: Row) -> Iterable[str]:
    shorts = {name.replace(" ", "") for name in row["names"]}
    found = {short for short in shorts if _SHORTEST_ACRONYM <= len(short) <= 10}
    return found | {initials(name) for name in row["names"]} - {""}


def _identifiers(row: Row) -> Iterable[str]:
    return {*row["identifiers"], *row["cited"]}


def _birth_days(row: Row) -> Iterable[str]:
    return {born for born in row["birth_dates"] if len(born) == len("1968-04-12")}


def _birth_years(row: Row) -> Iterable[str]:
    return {born[:4] for born in row["birth_dates"]}


def _countries(row: Row) -> Iterable[str]:
    return row["countries"]


KEYS: Mapping[str, Callable[[Row], Iterable[str]]] = {
    "name": _names,
    "joined": _joined,
    "token": _tokens,
    "token_pair": _token_pairs,
    "skeleton_pair": _skeleton_pairs,
    "skeletons": _skeletons,
    "korean": _korean,
    "acronym": _acronyms,
    "identifier": _identifiers,
    "birth_day": _birth_days,
    "birth_year": _birth_years,
    "country": _countries,
}

FIELDS = {
    "names": ("name", "joined", "token", "token_pair", "skeleton_pair", "skeletons", "korean",
              "acronym"),
    "birth_dates": ("birth_day", "birth_year"),
    "identifiers": ("identifier",),
    "countries": ("country",),
    "genders": (),
}  # fmt: skip
"""The field that each key is taken from, as the learner asks for it."""
