"""Papers of persons as lists describe them: "G827238 (Tunisian). Issued on 1 June 1996"."""

import re
from dataclasses import dataclass

from actors.countries import country_code

_NUMBER = re.compile(
    r"(?<![\w/.-])(?:[A-Z]{1,4}[ -]?|[A-Z]{5,6})?\d[\dA-Z]*(?:(?:[ .-]{1,2}|/)\d[\dA-Z]*)*"
)
_AFTER_LABEL = re.compile(r"(?:\bno|\bnumber|\bcode|\bid)\b\s*[.:]*\s*", re.IGNORECASE)
_DATES = re.compile(
    r"\b(?:issued?|expir\w*|valid|date of|until|born|dated|DOB)\b.*", re.IGNORECASE | re.DOTALL
)
_IN_PARENTHESES = re.compile(r"\(([^()]+)\)")
_NATION = re.compile(r"[A-Z][a-z]{3,}(?: (?:and )?[A-Z][a-z]{3,})*")
_SCHEMES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), scheme)
    for pattern, scheme in (
        (r"pass(?:e)?port|pasaporte", "passport"),
        (r"birth certificate", "birth-certificate"),
        (r"driv\w+['\u2019]?s? licen[cs]e", "drivers-license"),
        (r"fiscal|tax", "tax-id"),
        (r"travel document", "travel-document"),
        (r"residen\w+", "residence-permit"),
    )
)
_FEWEST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's number; `is_all` is false where the text says more than number and country."""

    scheme: str
    value: str
    country: str | None
    is_all: bool


def paper(text: str, scheme: str) -> Paper | None:
    """Return the paper that a text describes; `scheme` is what it is unless the text says more.

    >>> paper("G827238 (Tunisian). Issued on 1 June 1996.", "passport")
    Paper(scheme='passport', value='G827238', country='tn', is_all=False)
    """
    plain = _IN_PARENTHESES.sub(" ", _DATES.sub("", text))
    labelled = _AFTER_LABEL.search(plain)
    searched = (plain[labelled.end() :], plain) if labelled else (plain,)
    for part in searched:
        for found in _NUMBER.finditer(part):
            if sum(character.isdigit() for character in found[0]) >= _FEWEST_DIGITS:
                country = _country(text)
                rest = text.replace(found[0], "", 1).strip(" .")
                is_all = not rest or (country is not None and _names(rest, country))
                return Paper(scheme_of(text, scheme), found[0].strip(), country, is_all)
    return None


def scheme_of(text: str, scheme: str) -> str:
    """Return the scheme that the words of a paper mean, else the one given."""
    return next((named for pattern, named in _SCHEMES if pattern.search(text)), scheme)


def _names(rest: str, country: str) -> bool:
    within = _IN_PARENTHESES.fullmatch(rest)
    return within is not None and country_code(within[1]) == country


def _country(text: str) -> str | None:
    for within in _IN_PARENTHESES.findall(text):
        code = country_code(_DATES.sub("", within).strip())
        if code:
            return code
    # "Jordanian passport", "United States Social Security Number": as many words as are a country.
    words = nation[0].split() if (nation := _NATION.match(text)) else []
    prefixes = (" ".join(words[:length]) for length in range(len(words), 0, -1))
    return next((code for prefix in prefixes if (code := country_code(prefix))), None)
