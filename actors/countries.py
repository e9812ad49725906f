"""Countries as sources write them, as ISO 3166-1 alpha-2 codes in lower case.

The list of names is countryguess's; what stands here are the sources' habits ("Region: Gaza",
"Russia / Russie", "Former Soviet Union (now Belarus)") and the words that it lacks. A state that is
no more has no code: of "Yugoslavia" nothing follows for today.
"""

import re
from functools import lru_cache

from countryguess import guess_country

_NOW = re.compile(r"\bnow(?: the)? ([^()]+)", re.IGNORECASE)
_PARENTHESES = re.compile(r"\([^()]*\)?")
_BEFORE = re.compile(r"^(?:region|possibly|previously|formerly|in)\b:?\s+", re.IGNORECASE)
_AFTER = re.compile(
    r"[\s,]+(?:citizen|national|passport|by birth|as (?:at|of)\b|since\b).*$", re.IGNORECASE
)
_SOVIET_REPUBLIC = re.compile(r"\s+soviet socialist republic\b", re.IGNORECASE)
_NO_MORE = re.compile(
    r"u\.?s\.?s\.?r\b|soviet|yugoslav|czechoslovak|serbia and montenegro|netherlands antilles",
    re.IGNORECASE,
)
_LONGEST_NAME = 80
"""Characters; the longest official name has 56. What is longer is prose, and slow to search."""

_SPELLINGS = {
    "afgan": "af",
    "american": "us",
    "barbadian": "bb",
    "belgian": "be",
    "british": "gb",
    "burmese": "mm",
    "central african": "cf",
    "chinese": "cn",
    "comorian": "km",
    "cypriot": "cy",
    "danish": "dk",
    "dutch": "nl",
    "emirati": "ae",
    "filipino": "ph",
    "finnish": "fi",
    "french": "fr",
    "greek": "gr",
    "guyanese": "gy",
    "hungarian": "hu",
    "irish": "ie",
    "ivorian": "ci",
    "kosovar": "xk",
    "laotian": "la",
    "macedonia, the former yugoslav republic of": "mk",
    "maldivian": "mv",
    "maltese": "mt",
    "mauritian": "mu",
    "monegasque": "mc",
    "mozambican": "mz",
    "northern ireland": "gb",
    "norwegian": "no",
    "polish": "pl",
    "qatarian": "qa",
    "salvadoran": "sv",
    "saudi": "sa",
    "scotland": "gb",
    "spanish": "es",
    "sudan, south": "ss",
    "thai": "th",
    "turkish": "tr",
}


@lru_cache(maxsize=20_000)
def country_code(text: str) -> str | None:
    """Return the code of the one country that a field names, if it names one.

    >>> country_code("Korea, North"), country_code("Russia / Russie"), country_code("Tunisian")
    ('kp', 'ru', 'tn')
    >>> country_code("Former Soviet Union (now Belarus)"), country_code("undetermined")
    ('by', None)
    """
    if len(text) > _LONGEST_NAME:
        return None
    today = _NOW.search(text)
    name = today.group(1) if today else _PARENTHESES.sub(" ", text).partition(" / ")[0]
    name = _AFTER.sub("", _BEFORE.sub("", _SOVIET_REPUBLIC.sub("", name.strip()))).strip(" .,;")
    known = _SPELLINGS.get(name.lower())
    if known or not name or _NO_MORE.search(name):
        return known
    code = guess_country(name, attribute="iso2")
    return code.lower() if code else None
