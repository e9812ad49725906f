"""Whole numbers as prose writes them: in digits, or in words up to the hundreds.

>>> [number_in(text) for text in ("eleven", "Twenty-one", "two hundred and five", "a dozen")]
[11, 21, 205, 12]
"""

import re

from resolution.text import lexicon

_UNITS = {word: value for value, word in enumerate(lexicon.UNITS)}
_TENS = {word: value * 10 for value, word in enumerate(lexicon.TENS, 2)}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_TEN = "|".join(_TENS)
_GAP = r"[\s-]+"
_BELOW_HUNDRED = rf"(?:(?:{_TEN})(?:{_GAP}(?:{_UNIT}))?|{_UNIT})"
_HUNDREDS = rf"(?:{_UNIT}|a){_GAP}hundred(?:{_GAP}(?:and{_GAP})?{_BELOW_HUNDRED})?"
_DOZENS = rf"half{_GAP}(?:a{_GAP})?dozen|(?:(?:{_UNIT}|a){_GAP})dozen"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}|{_HUNDREDS}|{_DOZENS}|{_BELOW_HUNDRED})"
"""A pattern for a number; to be compiled with IGNORECASE."""


def number_in(written: str) -> int:
    """Return the value of what `NUMBER` matches; an article is one."""
    plain = written.replace(",", "")
    if plain.isdecimal():
        return int(plain)
    words = re.split(r"[\s-]+", plain.lower())
    if "dozen" in words:
        return 6 if words[0] == "half" else 12 * _small(words[0])
    if "hundred" in words:
        at = words.index("hundred")
        return 100 * _small(words[at - 1]) + sum(map(_small, words[at + 1 :]))
    return sum(map(_small, words))


def _small(word: str) -> int:
    if word in {"a", "an"}:
        return 1
    return _UNITS.get(word, _TENS.get(word, 0))
