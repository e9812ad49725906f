"""Words spelled alike whose consonants differ: Monteiro is not Montenegro, Sancho not Sanchez.

Folded names in, how far matched words differ in their consonants out. Ways of writing one name
differ in vowels, in h, and between consonants of one class (Qadhafi, Gaddafi); another name that
begins alike has a consonant more. Likeness of spelling, which prizes a common beginning, cannot
tell the two.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

_PERHAPS_ONE_WORD = 0.8
# Two consonants of five make another word.
_ENOUGH = 0.4

# What is written, longest first, and the class it is of.
_CLASSES = {
    "shch": "S", "tsch": "S", "sch": "S", "dzh": "J", "tch": "S", "sh": "S", "ch": "S", "zh": "J",
    "dj": "J", "dz": "J", "gh": "k", "kh": "", "ph": "f", "th": "t", "dh": "t", "ts": "s",
    "tz": "s", "ck": "k", "cz": "S", "x": "ks", "b": "b", "c": "k", "d": "t", "f": "f", "g": "k",
    "h": "", "j": "J", "k": "k", "l": "l", "m": "m", "n": "n", "p": "p", "q": "k", "r": "r",
    "s": "s", "t": "t", "v": "f", "w": "f", "z": "s",
}  # fmt: skip
_WRITTEN = re.compile("|".join([*_CLASSES, "."]))
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def consonants(word: str) -> str:
    """Return the classes of a folded word's consonants.

    >>> consonants("qadhafi") == consonants("gaddafi"), consonants("sancho"), consonants("sanchez")
    (True, 'snS', 'snSs')
    """
    # A doubled letter is one, so that ss is not two, and two classes that meet are not one letter.
    plain = _DOUBLED.sub(r"\1", word)
    return "".join(_CLASSES.get(found, "") for found in _WRITTEN.findall(plain))


def consonants_apart(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return how far words of two names that may be one word differ in consonants, from 0 to 1."""
    mine = [word for word in one if word not in other]
    theirs = [word for word in other if word not in one]
    return max((_apart(word, theirs) for word in mine), default=0.0) if theirs else 0.0


def _apart(word: str, others: list[str]) -> float:
    likeness, best = max((JaroWinkler.similarity(word, other), other) for other in others)
    if likeness < _PERHAPS_ONE_WORD:
        return 0.0
    left, right = consonants(word), consonants(best)
    longest = max(len(left), len(right), 1)
    return min(Levenshtein.distance(left, right) / longest / _ENOUGH, 1.0)
