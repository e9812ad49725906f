"""Words that tell in English prose what a capitalised name is: `lexicon.toml` and a dictionary.

The dictionary (Hunspell's American English, from the package chunspell) keeps capitals, so that it
tells "Tanker", which is only a word, from "Grant" or "Olive", which are names as well.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from resolution.text.places import NATIONALS

_WORDS: dict[str, str] = tomllib.loads(
    files("resolution.text").joinpath("lexicon.toml").read_text("utf-8")
)


def _set(name: str) -> frozenset[str]:
    return frozenset(_WORDS[name].split())


def _with_plurals(name: str) -> frozenset[str]:
    return frozenset(form for word in _set(name) for form in (word, *_plurals(word)))


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (f"{word}es",)
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return (f"{word[:-1]}ies",)
    return (f"{word}s",)


TITLES = _set("titles") | _set("title_abbreviations")
QUALIFIERS = _set("qualifiers")
ADJECTIVAL = _set("adjectival")
HONORIFICS = _set("honorifics")
TITLE_ABBREVIATIONS = _set("title_abbreviations")
PERSONS = _with_plurals("persons")
SPEECH = _set("speech")
SPEECH_BEFORE = _set("speech_before")
HEADS = _set("heads")
CLOSING_HEADS = _set("closing_heads")
HEADLINE_VERBS = _set("headline_verbs")
ORGANIZATIONS = _with_plurals("organizations")
VESSELS = _with_plurals("vessels")
AIRCRAFT = _with_plurals("aircraft")
HARM = _set("harm")
CALENDAR = _set("calendar")
FUNCTIONS = _set("functions")
UNITS = tuple(_WORDS["units"].split())
TENS = tuple(_WORDS["tens"].split())
MONTHS = tuple(_WORDS["months"].split())
ABBREVIATIONS = _set("abbreviations")
LEADING_FORMS = _set("leading_forms")
OPENERS = _set("openers")
LOCATIVE = _set("locative")
SURNAMES_TOO = _set("surnames_too")
FOREIGN_HOLDING = _set("foreign_holding")
POSSESSIVES = _set("possessives")
WORKS = _set("works")
SANCTIONING = re.compile(
    rf"\b(?:{'|'.join(_WORDS['sanctioning'].replace('-', '[- ]').split())})", re.IGNORECASE
)
ACTING = re.compile(rf"\b(?:{'|'.join(_WORDS['acting'].split())})", re.IGNORECASE)

_COUNTED = {
    word: kind
    for kind in ("persons", "organizations", "actors")
    for word in _with_plurals(f"counted_{kind}")
} | dict.fromkeys(VESSELS, "vessels") | dict.fromkeys(AIRCRAFT, "aircraft")  # fmt: skip
_INVARIANT = frozenset({"people", "aircraft", "men", "women", "businessmen", "businesswomen"})


def counted(word: str) -> str | None:
    """Return the field of a CountClaim that a noun counts in, none if it is not counted.

    >>> counted("Entities"), counted("Russians"), counted("missiles")
    ('organizations', 'persons', None)
    """
    return _COUNTED.get(word.lower()) or ("persons" if word.lower() in NATIONALS else None)


def agrees(noun: str, value: int) -> bool:
    """Whether a noun stands in the number that its count asks for."""
    word = noun.lower()
    is_plural = word in _INVARIANT or (word.endswith("s") and not word.endswith("ss"))
    is_singular = word == "aircraft" or not is_plural
    return is_singular if value == 1 else is_plural


@cache
def is_word(key: str) -> bool:
    """Tell whether a folded word is an ordinary word of English, whatever else it is."""
    words = _dictionary()
    return key in FUNCTIONS or any(stem in words for stem in _stems(key))


@cache
def is_only_word(key: str) -> bool:
    """Tell whether a folded word is an ordinary word and no name: "treasury", not "grant".

    >>> is_only_word("intelligence"), is_only_word("brian"), is_only_word("grant")
    (True, False, False)
    """
    return is_word(key) and key.capitalize() not in _dictionary()


@cache
def _dictionary() -> frozenset[str]:
    lines = files("hunspell").joinpath("dictionaries/en_US.dic").read_text("latin-1").splitlines()
    # The first line counts the others; a slash begins the endings that a word takes.
    return frozenset(line.partition("/")[0] for line in lines[1:]) | _set("modern")


def _stems(key: str) -> tuple[str, ...]:
    """Return the word without the endings that the dictionary leaves out."""
    stems = [key]
    for ending, instead in (
        ("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
    ):  # fmt: skip
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            stems.append(key.removesuffix(ending) + instead)
    return tuple(stems)
