"""Words that the types of fields know; `lexicon.toml` beside this file holds them, folded."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def words(name: str) -> tuple[str, ...]:
    """Return the words of one list, in its order."""
    return tuple(_lexicon()[name].split())


def spellings(name: str) -> Mapping[str, str]:
    """Return for each spelling of one table what it stands for."""
    return {
        short: spelled for spelled, shorts in _lexicon()[name].items() for short in shorts.split()
    }


@cache
def _lexicon() -> dict[str, Any]:
    return tomllib.loads(
        files("resolution.tables.variables").joinpath("lexicon.toml").read_text("utf-8")
    )
