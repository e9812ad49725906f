"""The countries that a sanctions programme is about: weak evidence of where its actors belong.

A programme's id in, codes of countries out. Lists whose records state no country still stand under
headings (Syria, Iran) or tags (DPRK3, BURMA-EO14014) that name one. Programmes against terrorism,
arms or drugs are about no country. What a programme is about is no nationality: the regimes over
Ukraine list Russians.
"""

import re
from functools import lru_cache

from actors.names import fold, places_in

_NUMBER = re.compile(r"\d+")
_ALSO_ABOUT = {"ua": "ru"}

_TAGS = {
    "irgc": "ir", "ifsr": "ir", "ifca": "ir", "hrit ir": "ir", "hrit sy": "sy", "fse sy": "sy",
    "magnit": "ru", "peesa": "ru", "ns plc": "ps", "hamas": "ps", "settler": "il", "car": "cf",
    "hk": "hk", "balkans": "al ba hr me mk rs xk", "uhrpa": "cn", "palestinian": "ps",
}  # fmt: skip
"""Tags that name a country by an act or an acronym."""
_UN_LISTS = {"GB": "gw"}
"""The United Nations' list types that read like another country's code."""


@lru_cache(maxsize=10_000)
def regime_countries(programme: str) -> frozenset[str]:
    """Return the countries that a programme is about, given its id.

    >>> sorted(regime_countries("us-ofac:UKRAINE-EO13661")), sorted(regime_countries("un-sc:DPRK"))
    (['ru', 'ua'], ['kp'])
    >>> regime_countries("us-ofac:SDGT")
    frozenset()
    """
    owner, _, key = programme.partition(":")
    if owner == "un-sc" and key in _UN_LISTS:
        return frozenset({_UN_LISTS[key]})
    words = " ".join(_NUMBER.sub("", fold(key)).split())
    # An authority's own country only says whose order it is: "UK Freezing Orders".
    found = set(places_in(words)) - {owner[:2]}
    for tag, codes in _TAGS.items():
        if f" {tag} " in f" {words} ":
            found |= set(codes.split())
    return frozenset(found | {_ALSO_ABOUT[code] for code in found & _ALSO_ABOUT.keys()})
