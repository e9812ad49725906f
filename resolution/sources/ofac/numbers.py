"""Numbers in OFAC's remarks: "Passport 1084010 (Egypt) issued 1999" is a scheme, value and country.

OFAC names over a hundred kinds of numbers. Those that mean the same become one scheme, so that a
`Cedula No.` meets another list's national id; the statement is then kept as written beside it.
numbers.toml holds the labels; a new one is known by its words ("Kenyan ID No.").
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from actors.countries import country_code
from actors.records import EntityKind

_MOST_WORDS_IN_A_LABEL = 10
_UNKNOWN = re.compile(
    r"[A-Z][^:;()]{2,60}?(?:\bNo\.?|\bNumber|\bCode|#|\bID|\bPassport)(?: \(\w+\))?\s+(?=\S)"
)
_SCHEMES_BY_WORD = (
    ("passport", "passport"),
    ("travel document", "travel-document"),
    ("residen", "residence-permit"),
    ("tax", "tax-id"),
    ("fiscal", "tax-id"),
    ("identi", "national-id"),
    (" id ", "national-id"),
    ("card", "national-id"),
    ("personal", "national-id"),
    ("electoral", "national-id"),
    ("military", "national-id"),
)
_TAIL = re.compile(
    r"(?P<value>.*?)(?:\s+\((?P<country>[^()]+)\))?"
    r"(?:\s+issued (?P<issued>.+?))?(?:\s+expires (?P<expires>.+?))?"
)
_CURRENCY = re.compile(r"Digital Currency Address - (?P<currency>\w+) (?P<value>\S+)")
_LEI = re.compile(r"[0-9A-Z]{18}\d{2}")
_PROSE = re.compile(r"\b[a-z]{3,}")
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class Number:
    """A number; `is_all` is false where the statement says more than scheme, value and country."""

    scheme: str
    value: str
    country: str | None
    is_all: bool


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A statement with its label understood."""

    scheme: str
    is_exact: bool
    rest: str


def number(statement: str, kind: EntityKind) -> Number | None:
    """Return the number that a statement gives, if it gives one.

    >>> number("Cedula No. 6068015 (Colombia)", EntityKind.PERSON)
    Number(scheme='national-id', value='6068015', country='co', is_all=False)
    """
    if currency := _CURRENCY.fullmatch(statement):
        scheme = f"crypto-{currency['currency'].lower()}"
        return Number(scheme, currency["value"], None, is_all=True)
    labelled = _known(statement) or _by_words(statement, kind)
    found = _TAIL.fullmatch(labelled.rest) if labelled else None
    if not labelled or not found or not _is_value(found["value"], labelled.scheme):
        return None
    country = country_code(found["country"]) if found["country"] else None
    says_more = found["issued"] or found["expires"] or (found["country"] and not country)
    if labelled.scheme == "lei" and not _LEI.fullmatch(found["value"]):
        return Number("registration", found["value"], country, is_all=False)
    return Number(labelled.scheme, found["value"], country, labelled.is_exact and not says_more)


def _known(statement: str) -> _Labelled | None:
    """Take the longest label that the statement begins with."""
    words = statement.split(" ")
    labels = _labels()
    for length in range(min(_MOST_WORDS_IN_A_LABEL, len(words) - 1), 0, -1):
        found = labels.get(" ".join(words[:length]))
        if found:
            scheme, is_exact = found
            return _Labelled(scheme, is_exact, " ".join(words[length:]).lstrip("# :"))
    return None


def _by_words(statement: str, kind: EntityKind) -> _Labelled | None:
    found = _UNKNOWN.match(statement)
    if not found:
        return None
    label = f" {found[0].lower()} "
    otherwise = "national-id" if kind is EntityKind.PERSON else "registration"
    scheme = next((scheme for word, scheme in _SCHEMES_BY_WORD if word in label), otherwise)
    return _Labelled(scheme, is_exact=False, rest=statement[found.end() :])


@cache
def _labels() -> dict[str, tuple[str, bool]]:
    content = files("resolution.sources.ofac").joinpath("numbers.toml").read_text(encoding="utf-8")
    return {
        label: (scheme, kind == "exact")
        for scheme, kinds in tomllib.loads(content).items()
        for kind, labels in kinds.items()
        for label in labels
    }


def _is_value(value: str, scheme: str) -> bool:
    if not value or len(value) > _LONGEST_VALUE or _PROSE.search(_IN_PARENTHESES.sub("", value)):
        return False
    return scheme == "swift" or any(character.isdigit() for character in value)
