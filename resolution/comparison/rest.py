"""What the best pair of names leaves over, and how little what it shares may say.

Pairs of names in, one row of findings for each pair out. A brother shares all but one word, and a
namesake shares words that many bear: likeness tells neither.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from resolution.alignment.names import MOST_WORDS
from resolution.comparison.best import NamePairs
from resolution.comparison.consonants import consonants_apart
from resolution.comparison.marks import (
    are_brothers,
    are_exchanged,
    are_other_chinese,
    chinese,
    descents,
    given_names,
    told_apart,
)
from resolution.comparison.telling import (
    is_patronymic,
    names_of_ones_own,
    telling_words,
)
from resolution.comparison.values import Floats
from resolution.model import WordCounts

# What two rare words prove; `evidence` counts up to three.
_FULL_EVIDENCE = 3.0
_ENOUGH_EVIDENCE = 2.0
# Where lists tell by birth dates who is who, a person's name that holds another and shares no more
# with it than the former is nearly always a stranger's; from the latter on it seldom is.
_THIN, _SOLID = 1.0, 1.6
# What the longer name has more, in shares of what it says: a patronymic is the rule, a name is not.
_LITTLE_MORE, _MUCH_MORE = 0.1, 0.3
# From here on a clash is no matter of spelling: each side has a word of its own.
_WORD_OF_ITS_OWN = 0.6
_PATRONYMIC_COUNTS = 0.3
_MARKS_OF_PERSONS = (
    (descents, are_exchanged),
    (given_names, are_brothers),
    (chinese, are_other_chinese),
)


@dataclass(frozen=True, slots=True)
class Rest:
    """What the best pair of names leaves over, and how little what it shares may say."""

    clash: Floats
    """In words: how far each side has one that the other lacks, 1 for a whole word or more."""
    extra: Floats
    """In information: how much of what the longer name says the shorter does not."""
    common: Floats
    """1 where what they share is borne by everyone, 0 from two rare words on."""
    thin: Floats
    """1 where one holds the other and more, and what they share is borne by many."""
    other: Floats
    """1 where the clash is a whole word of each side, 0 where it may be a matter of spelling."""
    consonants: Floats
    """How far clashing words that may be one differ in consonants."""


def rest_of(
    found: NamePairs,
    words: WordCounts,
    is_person: npt.NDArray[np.bool_],
    are_other: npt.NDArray[np.bool_],
) -> Rest:
    """Measure what is left over; `are_other` are written as two names, however alike they sound."""
    spelled, ends = found.names.values, found.ends
    _, _, evidence, clash, extra, _, _ = found.measured[found.best].T
    telling = np.array([len(telling_words(name)) for name in spelled], dtype=np.float64)
    own_names = np.array([names_of_ones_own(name) for name in spelled], dtype=np.float64)
    information = _summed(spelled, words.rarity)
    patronymic = _summed(spelled, lambda word: words.rarity(word) * is_patronymic(word))
    shared = evidence * _FULL_EVIDENCE
    clashing = np.minimum(clash * np.minimum(telling[ends[0]], telling[ends[1]]), 1.0)
    for marks, tells in _MARKS_OF_PERSONS:
        clashing = np.maximum(clashing, told_apart(spelled, marks, ends, tells) * is_person)
    clashing = np.maximum(clashing, are_other)
    rests = []
    for mine, theirs in (ends, ends[::-1]):
        over = np.maximum(information[mine] - shared, 0.0)
        left_out = np.where(patronymic[theirs] > 0, 0.0, np.minimum(patronymic[mine], over))
        rests.append(over - (1 - _PATRONYMIC_COUNTS) * left_out)
    # Evidence is cut off; then the share of words must do.
    longest = np.maximum(information[ends[0]], information[ends[1]])
    rest = np.where(evidence >= 1.0, extra * longest, np.maximum(*rests))
    rest = np.where((extra == 0.0) & (clash == 0.0), 0.0, rest)
    over = rest / np.maximum(rest + shared, 1e-9)
    has_more = np.clip((over - _LITTLE_MORE) / (_MUCH_MORE - _LITTLE_MORE), 0.0, 1.0)
    has_more *= (own_names[ends[0]] != own_names[ends[1]]) * (1.0 - clashing)
    return Rest(
        clash=clashing,
        extra=over,
        other=np.maximum(clashing - _WORD_OF_ITS_OWN, 0.0) / (1.0 - _WORD_OF_ITS_OWN),
        consonants=_consonants(found, clashing, is_person),
        thin=np.clip((_SOLID - shared) / (_SOLID - _THIN), 0.0, 1.0) * has_more,
        common=np.clip(1.0 - shared / _ENOUGH_EVIDENCE, 0.0, 1.0) * (1.0 - clashing),
    )


def _consonants(found: NamePairs, clash: Floats, is_person: npt.NDArray[np.bool_]) -> Floats:
    """Return how far the best names of two persons, where they clash, differ in consonants."""
    telling = [telling_words(name) for name in found.names.values]
    left, right = found.ends
    apart = np.zeros(len(clash))
    for row in np.flatnonzero(is_person & (clash > 0.0)).tolist():
        one, other = sorted((telling[left[row]], telling[right[row]]))
        apart[row] = consonants_apart(one, other)
    return apart


def _summed(names: list[str], count: Callable[[str], float]) -> Floats:
    counted = {word: count(word) for word in {word for name in names for word in name.split()}}
    return np.array(
        [sum(counted[word] for word in name.split()[:MOST_WORDS]) for name in names],
        dtype=np.float64,
    )
