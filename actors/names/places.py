"""The countries that a folded name or heading speaks of: Tunisian Ansar is Tunisia's.

Words of `places.toml` beside this file, the longest phrase first: South Sudan is not Sudan. What is
no country's alone (Korea, Congo) names none.
"""

import tomllib
from functools import lru_cache
from importlib.resources import files

_CODES = {
    phrase.strip(): code
    for code, phrases in tomllib.loads(
        files("actors.names").joinpath("places.toml").read_text("utf-8")
    ).items()
    for phrase in phrases.split(",")
}
_LONGEST = max(len(phrase.split()) for phrase in _CODES)


@lru_cache(maxsize=1 << 16)
def places_in(folded: str) -> frozenset[str]:
    """Return the codes of the countries that words of a folded text name.

    >>> sorted(places_in("central bank of south sudan")), sorted(places_in("syrian sudanese bank"))
    (['ss'], ['sd', 'sy'])
    """
    words = folded.split()
    found: set[str] = set()
    position = 0
    while position < len(words):
        for length in range(min(_LONGEST, len(words) - position), 0, -1):
            code = _CODES.get(" ".join(words[position : position + length]))
            if code is not None:
                found.add(code)
                position += length - 1
                break
        position += 1
    return frozenset(found)
