"""What some words of names are: company forms, titles, particles, words that say little.

`words.toml` beside this file holds them, folded; here they become sets, and functions take them off
folded names.
"""

import tomllib
from functools import lru_cache
from importlib.resources import files

_WORDS = tomllib.loads(files("actors.names").joinpath("words.toml").read_text("utf-8"))

COMPANY_FORMS = frozenset(_WORDS["company_forms"].split())
_LEADING_FORMS = frozenset(_WORDS["leading_forms"].split())
TITLES = frozenset(_WORDS["titles"].split())
CHINESE_SURNAMES = frozenset(_WORDS["chinese_surnames"].split())
PARTICLES = frozenset(_WORDS["particles"].split())
PARTS = frozenset(_WORDS["parts"].split())
COMMON = frozenset(_WORDS["common"].split())


@lru_cache(maxsize=1 << 17)
def without_company_form(folded: str) -> str:
    """Take company forms off both ends; a name that is nothing else stays as it is.

    >>> without_company_form("ooo novy mir co ltd")
    'novy mir'
    """
    text = f" {folded} "
    for spelled, short in _WORDS["spelled_out"].items():
        text = text.replace(f" {spelled} ", f" {short} ")
    words = text.split()
    first, last = 0, len(words)
    while last > first and words[last - 1] in COMPANY_FORMS:
        last -= 1
    while first < last and words[first] in _LEADING_FORMS:
        first += 1
    return " ".join(words[first:last]) or folded


@lru_cache(maxsize=1 << 17)
def without_titles(folded: str) -> str:
    """Take titles off the front; a name that is nothing else stays as it is.

    >>> without_titles("haji mullah abdul karim")
    'abdul karim'
    """
    words = folded.split()
    first = 0
    while first < len(words) and words[first] in TITLES:
        first += 1
    return " ".join(words[first:]) or folded
