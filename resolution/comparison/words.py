"""Pairs of words compared: spelling, consonants, initials. Each distinct pair once.

From 0 (unlike) to 1 (equal). Jaro-Winkler is computed by rapidfuzz on code points; DuckDB's
compares bytes and is wrong outside ASCII.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cpdist

from actors.names import COMPANY_FORMS, PARTICLES, PARTS, TITLES
from resolution.alignment.names import ABSENT, MOST_LETTERS
from resolution.blocking import skeleton
from resolution.comparison.values import Floats, Integers, distinct
from resolution.model import WordCounts

# Jaro-Winkler of unlike words is about 0.5; from here on they may be spellings of one another.
_UNLIKE = 0.72
_SAME_SKELETON = 0.6
_SAME_INITIAL = 0.5
_SHORTEST_SKELETON = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all names: one row a name, the numbers of its words, ABSENT after the last."""

    numbers: npt.NDArray[np.int32]
    lengths: Integers
    spelled: npt.NDArray[np.object_]
    weights: Floats
    """What a word counts in likeness: little for forms and particles, else 1, as a common word that
    is missing tells as much as a rare one: IRGC and IRGC Navy."""
    rarities: Floats
    """What agreeing on a word proves."""
    parts: Floats
    """1 where a word names a part of a whole, else 0."""
    skeletons: Integers
    is_initial: npt.NDArray[np.bool_]
    first_letters: Integers


def words_of(names: list[str], counts: WordCounts, most: int) -> Words:
    """Split names into words, at most `most` of each, and number the words."""
    split = [name.split()[:most] for name in names]
    spelled = sorted({word for words in split for word in words})
    number = {word: position for position, word in enumerate(spelled)}
    numbers = np.full((len(names), most), ABSENT, dtype=np.int32)
    for row, words in enumerate(split):
        numbers[row, : len(words)] = [number[word] for word in words]
    bones = [skeleton(word) for word in spelled]
    bone_numbers = {bone: position for position, bone in enumerate(dict.fromkeys(bones))}
    return Words(
        numbers=numbers,
        lengths=np.array([len(words) for words in split], dtype=np.int64),
        spelled=np.array([word[:MOST_LETTERS] for word in spelled], dtype=object),
        weights=np.array([weight(word) for word in spelled]),
        rarities=np.array([counts.rarity(word) for word in spelled]),
        parts=np.array([float(word in PARTS) for word in spelled]),
        skeletons=np.array(
            [
                bone_numbers[bone] if len(bone) >= _SHORTEST_SKELETON else -2 - position
                for position, bone in enumerate(bones)
            ],
            dtype=np.int64,
        ),
        is_initial=np.array([len(word) == 1 for word in spelled], dtype=bool),
        first_letters=np.array([ord(word[0]) for word in spelled], dtype=np.int64),
    )


def weight(word: str) -> float:
    """Return what a word counts in likeness."""
    if word in COMPANY_FORMS or word in PARTICLES:
        return 0.1
    if word in TITLES or len(word) == 1:
        return 0.3
    return 1.0


def alike(words: Words, left: npt.NDArray[np.int32], right: npt.NDArray[np.int32]) -> Floats:
    """Compare words pair by pair; where either is ABSENT the result is 0."""
    found = np.zeros(left.shape)
    present = (left != ABSENT) & (right != ABSENT)
    pairs = distinct(
        left[present].astype(np.int64), right[present].astype(np.int64), len(words.spelled)
    )
    found[present] = _similarities(words, pairs.smaller, pairs.larger)[pairs.inverse]
    return found


def _similarities(words: Words, left: Integers, right: Integers) -> Floats:
    spelling = cpdist(
        words.spelled[left], words.spelled[right], scorer=JaroWinkler.similarity, dtype=np.float64
    )
    found = np.clip((spelling - _UNLIKE) / (1 - _UNLIKE), 0.0, 1.0)
    same_bones = words.skeletons[left] == words.skeletons[right]
    found = np.where(same_bones, np.maximum(found, _SAME_SKELETON), found)
    abbreviated = words.is_initial[left] ^ words.is_initial[right]
    same_first = words.first_letters[left] == words.first_letters[right]
    found = np.where(abbreviated, np.where(same_first, _SAME_INITIAL, 0.0), found)
    return np.where(left == right, 1.0, found)
