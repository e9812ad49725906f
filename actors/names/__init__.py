"""Pure functions on names: folding, scripts, tokens, Korean keys, and what some words are."""

from actors.names.folding import fold, tokens
from actors.names.korean import is_korean_surname, korean_keys
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
    "PARTICLES",
    "PARTS",
    "TITLES",
    "fold",
    "is_korean_surname",
    "korean_keys",
    "order_key",
    "places_in",
    "script",
    "tokens",
    "without_company_form",
    "without_titles",
]
