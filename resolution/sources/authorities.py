"""Who designates, under what: authorities, programmes and legal bases by the ids that claims carry.

Known ones stand in authorities.toml. A list may print tags and names that nobody wrote down yet;
then everything follows from the id itself, so that every claim has an authority and a programme.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_EXECUTIVE_ORDER = re.compile(r"(?:\bEO|\bE\.O\.|Executive Order)[\s-]*(\d{5})\b")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_TITLES = {"ca-gac": "Special Economic Measures ({}) Regulations"}
"""How an authority names its programmes by their keys."""


@dataclass(frozen=True, slots=True)
class Authority:
    """Somebody who designates."""

    slug: str
    name: str
    acronym: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme of one authority's list, by the key the list prints."""

    id: str
    """Authority and key, as `us-ofac:NPWMD`."""
    key: str
    title: str
    authority: str
    legal_bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """An order, act or resolution."""

    code: str
    title: str | None = None


@cache
def authority(slug: str) -> Authority:
    """Return the authority with this slug; one nobody wrote down is named by its slug.

    >>> authority("us-ofac").acronym
    'OFAC'
    """
    known = _table("authority").get(slug)
    if known is None:
        return Authority(slug, slug)
    return Authority(slug, known["name"], known.get("acronym"), known.get("country"))


@cache
def authority_named(name: str) -> str:
    """Return the slug of the authority that a source names; one is made from an unknown name.

    >>> authority_named("U.S. Department of State"), authority_named("Ministry of War, Freedonia")
    ('us-state', 'ministry-of-war-freedonia')
    """
    wanted = _slug(name.replace(".", ""))  # "U.S." is "US"
    for slug, known in _table("authority").items():
        spellings = (slug, known["name"], known.get("acronym", ""), *known.get("spoken", ()))
        if wanted in map(_slug, spellings):
            return slug
    return wanted


@cache
def programme(programme_id: str) -> Programme:
    """Return the programme with this id; an executive order in its key is its legal basis.

    >>> programme("us-ofac:NPWMD").legal_bases, programme("us-ofac:ATLANTIS-EO19999").legal_bases
    (('E.O. 13382',), ('E.O. 19999',))
    """
    owner, _, key = programme_id.partition(":")
    known = _table("programme").get(owner, {}).get(key, {})
    orders = tuple(f"E.O. {number}" for number in _EXECUTIVE_ORDER.findall(key))
    return Programme(
        id=programme_id,
        key=key,
        title=known.get("title") or _TITLES.get(owner, "{}").format(key),
        authority=owner,
        legal_bases=tuple(known.get("legal_bases", orders)),
    )


@cache
def legal_basis(code: str) -> LegalBasis:
    """Return the order, act or resolution with this code."""
    resolution = re.fullmatch(r"UNSCR (\d+)", code)
    derived = f"United Nations Security Council resolution {resolution[1]}" if resolution else None
    return LegalBasis(code, _table("legal_basis").get(code, derived))


def executive_orders(text: str) -> tuple[str, ...]:
    """Return the codes of the United States executive orders that a text names, each once."""
    found = _EXECUTIVE_ORDER.findall(text)
    return tuple(dict.fromkeys(f"E.O. {number}" for number in found))


def _slug(name: str) -> str:
    return _NOT_A_WORD.sub("-", name.lower()).strip("-")


@cache
def _tables() -> Mapping[str, Any]:
    content = files("resolution.sources").joinpath("authorities.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)


def _table(name: str) -> Mapping[str, Any]:
    table: Mapping[str, Any] = _tables()[name]
    return table
