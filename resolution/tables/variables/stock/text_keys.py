"""Key functions of text, under dedupe's names: what two similar strings may have in common.

Each sees the text without ASCII punctuation and with single spaces between words, as dedupe shows
it to its own. The names are dedupe's, so that models speak of the same predicates.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from string import punctuation

from doublemetaphone import doublemetaphone

from resolution.tables.variables.base import KeyFunction

_WITHOUT_PUNCTUATION = str.maketrans("", "", punctuation)
_FIRST_WORD = re.compile(r"\w+")
_FIRST_TWO_WORDS = re.compile(r"\w+\W+\w+")
_DIGITS = re.compile(r"\d+")
_WITH_A_DIGIT = re.compile(r"(?=[a-zA-Z]*\d)[a-zA-Z\d]+")
_MOST_DIGITS = 4000
"""Python reads no longer number; such a run of digits is no key."""


def cleaned(text: str) -> str:
    """Return the text that keys are taken from."""
    return " ".join(text.translate(_WITHOUT_PUNCTUATION).split())


def _of_cleaned(keys: Callable[[str], Iterable[str]]) -> KeyFunction:
    @wraps(keys)
    def of_text(text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(keys(cleaned(text))))

    return of_text


def _whole(text: str) -> Iterable[str]:
    return (text,)


def _words(text: str) -> Iterable[str]:
    return re.findall(r"\w+", text)


def _at_start(pattern: re.Pattern[str]) -> Callable[[str], Iterable[str]]:
    def keys(text: str) -> Iterable[str]:
        found = pattern.match(text)
        return (found.group(),) if found else ()

    return keys


def _numbers(text: str) -> list[int]:
    return [int(digits) for digits in _DIGITS.findall(text) if len(digits) <= _MOST_DIGITS]


def _integers(text: str) -> Iterable[str]:
    return map(str, _numbers(text))


def _near_integers(text: str) -> Iterable[str]:
    return (str(number + step) for number in _numbers(text) for step in (-1, 0, 1))


def _hundreds(text: str) -> Iterable[str]:
    return (f"{str(number)[:-2]}00" for number in _numbers(text))


def _hundreds_odd_or_even(text: str) -> Iterable[str]:
    return (f"{str(number)[:-2]}0{number % 2}" for number in _numbers(text))


def _with_a_digit(text: str) -> Iterable[str]:
    return _WITH_A_DIGIT.findall(text)


def _start(length: int) -> Callable[[str], Iterable[str]]:
    return lambda text: (text.replace(" ", "")[:length],)


def _grams(length: int) -> Callable[[str], Iterable[str]]:
    def keys(text: str) -> Iterable[str]:
        joined = text.replace(" ", "")
        return (joined[at : at + length] for at in range(len(joined) - length + 1))

    return keys


def _runs_of_words(length: int) -> Callable[[str], Iterable[str]]:
    def keys(text: str) -> Iterable[str]:
        words = text.split()
        return (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))

    return keys


def _sorted_words(text: str) -> Iterable[str]:
    return ("".join(sorted(text.split())),)


def _sorted_letters(text: str) -> Iterable[str]:
    return ("".join(sorted(set(text.replace(" ", "")))),)


def _sorted_bigrams(text: str) -> Iterable[str]:
    return ("".join(sorted(set(_grams(2)(text)))),) if len(text) > 1 else ()


def _sorted_initials(text: str) -> Iterable[str]:
    return ("".join(sorted(word[0] for word in text.split())),)


def _endings(text: str) -> Iterable[str]:
    return (text[at:] for at in range(len(text) - 4))


def _sounds(text: str) -> Iterable[str]:
    return filter(None, doublemetaphone(text))


def _sounds_of_words(text: str) -> Iterable[str]:
    return (sound for word in text.split() for sound in _sounds(word))


_KEYS: Mapping[str, Callable[[str], Iterable[str]]] = {
    "wholeFieldPredicate": _whole,
    "firstTokenPredicate": _at_start(_FIRST_WORD),
    "firstTwoTokensPredicate": _at_start(_FIRST_TWO_WORDS),
    "commonIntegerPredicate": _integers,
    "nearIntegersPredicate": _near_integers,
    "firstIntegerPredicate": _at_start(_DIGITS),
    "hundredIntegerPredicate": _hundreds,
    "hundredIntegersOddPredicate": _hundreds_odd_or_even,
    "alphaNumericPredicate": _with_a_digit,
    "sameThreeCharStartPredicate": _start(3),
    "sameFiveCharStartPredicate": _start(5),
    "sameSevenCharStartPredicate": _start(7),
    "commonTwoTokens": _runs_of_words(2),
    "commonThreeTokens": _runs_of_words(3),
    "fingerprint": _sorted_words,
    "oneGramFingerprint": _sorted_letters,
    "twoGramFingerprint": _sorted_bigrams,
    "sortedAcronym": _sorted_initials,
}
_KEYS_OF_SHORT_TEXT: Mapping[str, Callable[[str], Iterable[str]]] = {
    "commonFourGram": _grams(4),
    "commonSixGram": _grams(6),
    "tokenFieldPredicate": _words,
    "suffixArray": _endings,
    "doubleMetaphone": _sounds,
    "metaphoneToken": _sounds_of_words,
}

TEXT_KEYS: Mapping[str, KeyFunction] = {name: _of_cleaned(keys) for name, keys in _KEYS.items()}
SHORT_TEXT_KEYS: Mapping[str, KeyFunction] = {
    **TEXT_KEYS,
    **{name: _of_cleaned(keys) for name, keys in _KEYS_OF_SHORT_TEXT.items()},
}
