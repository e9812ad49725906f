"""Given names that are spelled alike and are two: Hasan and Husayn, Ruslan and Rustam.

`given.toml` beside this file holds families of such names, each name with its spellings; here every
spelling leads to its name and its family. Sons of one father are often called so.
"""

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class GivenName:
    """A name, called by its first spelling, in a family of names that are like it."""

    name: str
    family: str


def _read() -> dict[str, GivenName]:
    families = tomllib.loads(files("actors.names").joinpath("given.toml").read_text("utf-8"))
    return {
        spelling: GivenName(spellings.split()[0], family)
        for family, names in families.items()
        for spellings in names
        for spelling in spellings.split()
    }


GIVEN_NAMES = _read()
"""By folded spelling."""
