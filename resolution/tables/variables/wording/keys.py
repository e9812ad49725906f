"""Blocking keys of a text: what two spellings of one thing are likely to share.

Every key is taken from folded words, so that case, accents and punctuation never matter. None of
them is selective by itself: learning decides which, alone or combined, find pairs at what cost.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations, pairwise

from resolution.tables.variables.base import KeyFunction
from resolution.tables.variables.wording.codes import has_figure, is_code
from resolution.tables.variables.wording.folding import Words

_FEW_WORDS = 8
_SHORTEST_SKELETON = 3
_VOWELS = str.maketrans("", "", "aeiouyhw")


def whole(words: Words) -> Iterable[str]:
    """Give the text without its spaces."""
    return ("".join(words),)


def letters(words: Words) -> Iterable[str]:
    """Give the sorted letters: transposed letters and words are one."""
    return ("".join(sorted("".join(words))),)


def word(words: Words) -> Iterable[str]:
    """Give each word of two letters or more; a single letter or figure if there is nothing else."""
    return [one for one in words if len(one) > 1] or words


def two_words(words: Words) -> Iterable[str]:
    """Give pairs of words in any order; of long texts only pairs of neighbours."""
    distinct = tuple(dict.fromkeys(words))
    if len(distinct) <= _FEW_WORDS:
        pairs: Iterable[tuple[str, str]] = combinations(distinct, 2)
    else:
        pairs = pairwise(distinct)
    return (" ".join(sorted(pair)) for pair in pairs)


def skeleton(words: Words) -> Iterable[str]:
    """Give each word's first letter and consonants, doubled ones once: misheard vowels are one."""
    found = []
    for one in words:
        rest = one[1:].translate(_VOWELS)
        kept = one[0] + "".join(
            letter for place, letter in enumerate(rest) if place == 0 or letter != rest[place - 1]
        )
        if len(kept) >= _SHORTEST_SKELETON:
            found.append(kept)
    return found


def head(words: Words) -> Iterable[str]:
    """Give the first four characters."""
    joined = "".join(words)
    return (joined[:4],)


def long_head(words: Words) -> Iterable[str]:
    """Give the first seven characters of what is longer."""
    joined = "".join(words)
    return (joined[:7],) if len(joined) > 7 else ()


def tail(words: Words) -> Iterable[str]:
    """Give the last four characters of what is longer."""
    joined = "".join(words)
    return (joined[-4:],) if len(joined) > 4 else ()


def number(words: Words) -> Iterable[str]:
    """Give each word that holds figures, two characters or more."""
    return (one for one in words if len(one) > 1 and has_figure(one))


def code(words: Words) -> Iterable[str]:
    """Give long words with figures, and what such a word and its neighbour are as one."""
    found = [one for one in words if is_code(one)]
    joined = (one + following for one, following in pairwise(words))
    return [*found, *(one for one in joined if is_code(one))]


KEYS: Mapping[str, KeyFunction] = {
    "whole": whole,
    "letters": letters,
    "word": word,
    "two_words": two_words,
    "skeleton": skeleton,
    "head": head,
    "long_head": long_head,
    "tail": tail,
    "number": number,
    "code": code,
}
