"""Countries and nationalities as English prose names them.

They serve twice: to say an actor's country where the text says it, and to keep names of countries
from being taken for actors.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from actors.names import fold

_TABLE: dict[str, str] = tomllib.loads(
    files("resolution.text").joinpath("places.toml").read_text("utf-8")
)


def _parts(entry: str) -> tuple[list[str], list[str]]:
    names, _, adjectives = entry.partition("|")
    return _listed(names), _listed(adjectives)


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


_NAMES = {fold(name): code for code, entry in _TABLE.items() for name in _parts(entry)[0]}
_ADJECTIVES = {fold(word): code for code, entry in _TABLE.items() for word in _parts(entry)[1]}
_CODES = {**_ADJECTIVES, **_NAMES}
_NATIONALS = {
    plural: code for word, code in _ADJECTIVES.items() for plural in (f"{word}s", f"{word}es")
}
NATIONALS = frozenset(plural.rpartition(" ")[2] for plural in _NATIONALS if plural.endswith("ns"))
"""The last words of nationals in the plural: "Koreans" of "North Koreans"."""
PLACES = frozenset(_CODES) | frozenset(_NATIONALS)
"""Folded names of countries, adjectives and the plurals of these."""
_LONGEST = max(len(place.split()) for place in PLACES)


def country_of(folded: str) -> str | None:
    """Return the country that a folded name or adjective stands for.

    >>> country_of("north korean"), country_of("dprk"), country_of("golden")
    ('kp', 'kp', None)
    """
    return _CODES.get(folded) or _NATIONALS.get(folded)


@cache
def country_name(code: str) -> str:
    """Return a country's name as we write it, the code in capitals where the table lacks it."""
    return _parts(_TABLE[code])[0][0] if code in _TABLE else code.upper()


def countries_in(text: str) -> tuple[str, ...]:
    """Return the countries that a stretch of text names, in its order, each once.

    A country's name inside a longer one ("Korea" in "South Korea") is not told apart from it.

    >>> countries_in("a Russian bank and two North Korean firms")
    ('ru', 'kp')
    """
    words = [
        # "us" is a pronoun; "US" and "U.S." are a country.
        fold(word) if not word.islower() else "-"
        for word in re.findall(r"(?:[^\W\d_]\.)+|[^\W\d_]+(?:['’][^\W\d_]+)?", text)
    ]
    words = [re.sub(r"(?<=.)s$", "", word) if word.endswith("'s") else word for word in words]
    found: dict[str, None] = {}
    position = 0
    while position < len(words):
        for length in range(_LONGEST, 0, -1):
            code = country_of(" ".join(words[position : position + length]))
            if code:
                found[code] = None
                position += length
                break
        else:
            position += 1
    return tuple(found)
