"""Pure functions on names: folding, scripts, tokens, Korean keys, and what some words are."""

from actors.names.chinese import chinese_keys
from actors.names.folding import fold, tokens
from actors.names.given import GIVEN_NAMES, GivenName
from actors.names.korean import is_korean_surname, korean_keys
from actors.names.native import native_form
from actors.names.ordering import order_key
from actors.names.places import places_in
from actors.names.scripts import script
from actors.names.words import (
    COMMON,
    COMPANY_FORMS,
    PARTICLES,
    PARTS,
    TITLES,
    without_company_form,
    without_titles,
)

__all__ = [
    "COMMON",
    "COMPANY_FORMS",
    "GIVEN_NAMES",
    "PARTICLES",
    "PARTS",
    "TITLES",
    "GivenName",
    "chinese_keys",
    "fold",
    "is_korean_surname",
    "korean_keys",
    "native_form",
    "order_key",
    "places_in",
    "script",
    "tokens",
    "without_company_form",
    "without_titles",
]
