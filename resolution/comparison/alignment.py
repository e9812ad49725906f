"""Two names aligned word by word, in any order, each word weighted by its rarity.

Numbers of names in, one row of measures for each pair out. Words are matched greedily, the most
alike first; ties go to the word that stands first in the smaller name, so that left and right never
matter. A pair's result does not depend on the others.

There are two ways to the same bits: compiled code for a table's worth of pairs, and plain numpy for
the handful that the service compares, which would wait longer for the compiler than for the answer.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from actors.names import PARTS, korean_keys, without_company_form
from resolution.alignment.names import ABSENT, INITIAL, MOST_WORDS
from resolution.blocking import initials
from resolution.comparison.values import Floats, Integers
from resolution.comparison.words import Words, alike, weight, words_of
from resolution.model import WordCounts

MEASURES = ("similarity", "exact", "evidence", "clash", "extra", "part", "acronym")
_ALIGNED = ("similarity", "evidence", "clash", "extra", "part")

# From here on the compiled code is faster, though it has to be loaded first.
_MANY = 20_000
_CHUNK_CELLS = 2_000_000
# Korean names differ by one syllable of three: who differs in it is somebody else.
_KOREAN_SAME, _KOREAN_DIFFERENT = 0.97, 0.55
_KOREAN_CLASH = 0.5
_FULL_EVIDENCE = 3.0
_SHORTEST_ACRONYM = 3


def align(names: list[str], smaller: Integers, larger: Integers, counts: WordCounts) -> Floats:
    """Measure pairs of names, given by number, `smaller` before `larger` in the alphabet."""
    measured = np.zeros((len(smaller), len(MEASURES)))
    is_worth_compiling = len(smaller) >= _MANY and all(name.isascii() for name in names)
    aligned = align_compiled if is_worth_compiling else align_plainly
    similarity, evidence, clash, extra, part = aligned(names, smaller, larger, counts).T
    measured[:, 0] = similarity
    measured[:, 2] = np.minimum(evidence / _FULL_EVIDENCE, 1.0)
    measured[:, 3:6] = np.column_stack([clash, extra, part])
    _mark_joined(measured, names, smaller, larger)
    _mark_korean(measured, names, smaller, larger)
    return measured


def align_compiled(names: list[str], left: Integers, right: Integers, counts: WordCounts) -> Floats:
    """Return similarity, evidence, clash, extra and part of each pair; names are plain Latin."""
    # The service starts without the compiler's library, and in most runs needs it never.
    from resolution.alignment.measures import MEASURES as ALL  # noqa: PLC0415
    from resolution.alignment.pairs import align_pairs  # noqa: PLC0415
    from resolution.alignment.spellings import (  # noqa: PLC0415
        WordFacts,
        spellings_of,
        split_names,
    )

    split = split_names(names)
    facts = WordFacts(
        weights=np.array([weight(word) for word in split.spelled]),
        rarities=np.array([counts.rarity(word) for word in split.spelled]),
        parts=np.array([float(word in PARTS) for word in split.spelled]),
        kinds=[INITIAL if len(word) == 1 else 0 for word in split.spelled],
    )
    found = align_pairs(spellings_of(split, facts), left, right, False)
    return found[:, [ALL.index(measure) for measure in _ALIGNED]]


def align_plainly(names: list[str], left: Integers, right: Integers, counts: WordCounts) -> Floats:
    """Return what `align_compiled` does; pairs of equal width are worked on together."""
    words = words_of(names, counts, MOST_WORDS)
    widths = np.maximum(words.lengths[left], words.lengths[right])
    widths[np.minimum(words.lengths[left], words.lengths[right]) == 0] = 0
    measured = np.zeros((len(left), len(_ALIGNED)))
    for width in range(1, int(widths.max(initial=0)) + 1):
        rows = np.flatnonzero(widths == width)
        step = max(1, _CHUNK_CELLS // (width * width))
        for start in range(0, len(rows), step):
            chunk = rows[start : start + step]
            measured[chunk] = _aligned(
                words, words.numbers[left[chunk], :width], words.numbers[right[chunk], :width]
            )
    return measured


def _aligned(words: Words, left: npt.NDArray[np.int32], right: npt.NDArray[np.int32]) -> Floats:
    count, width = left.shape
    grid = alike(
        words,
        np.repeat(left[:, :, None], width, axis=2),
        np.repeat(right[:, None, :], width, axis=1),
    )
    left_rarities = np.where(left == ABSENT, 0.0, words.rarities[left])
    right_rarities = np.where(right == ABSENT, 0.0, words.rarities[right])
    # What of each word is not matched yet.
    left_rest, right_rest = np.ones(left.shape), np.ones(right.shape)
    rows, shared = np.arange(count), np.zeros(count)
    for _ in range(width):
        best = grid.reshape(count, -1).argmax(axis=1)
        row, column = best // width, best % width
        likeness = grid[rows, row, column]
        is_matched = likeness > 0.0
        shared += likeness * np.minimum(left_rarities[rows, row], right_rarities[rows, column])
        left_rest[rows[is_matched], row[is_matched]] = 1.0 - likeness[is_matched]
        right_rest[rows[is_matched], column[is_matched]] = 1.0 - likeness[is_matched]
        grid[rows, row, :] = 0.0
        grid[rows, :, column] = 0.0
    one, other = _sides(words, left, left_rest), _sides(words, right, right_rest)
    return np.column_stack(
        [
            (one.matched + other.matched) / (one.total + other.total),
            shared,
            np.minimum(one.rest, other.rest) / np.minimum(one.total, other.total),
            np.maximum(one.rest, other.rest) / np.maximum(one.total, other.total),
            np.maximum(one.part, other.part),
        ]
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """Of each pair's name: its weight, what of that is matched and is not, the part left over."""

    total: Floats
    matched: Floats
    rest: Floats
    part: Floats


def _sides(words: Words, numbers: npt.NDArray[np.int32], rest: Floats) -> _Side:
    weights = np.where(numbers == ABSENT, 0.0, words.weights[numbers])
    parts = np.where(numbers == ABSENT, 0.0, words.parts[numbers])
    return _Side(
        _summed(weights),
        _summed((1.0 - rest) * weights),
        _summed(rest * weights),
        (rest * parts).max(axis=1),
    )


def _summed(columns: Floats) -> Floats:
    """Add up in order: numpy's sum does otherwise from the eighth column on."""
    total = np.zeros(len(columns))
    for column in columns.T:
        total += column
    return total


def _mark_joined(measured: Floats, names: list[str], left: Integers, right: Integers) -> None:
    """Names that are one when written together are equal; acronyms are told from their words."""
    joined = [without_company_form(name).replace(" ", "") for name in names]
    shorts = [initials(name) for name in names]
    number = {text: position for position, text in enumerate(dict.fromkeys(joined))}
    whole = np.array([number[text] for text in joined], dtype=np.int64)
    acronym = np.array(
        [number.get(text, ABSENT) if len(text) >= _SHORTEST_ACRONYM else ABSENT for text in shorts],
        dtype=np.int64,
    )
    is_equal = (whole[left] == whole[right]) | (measured[:, 0] >= 1.0)
    measured[is_equal, 0] = 1.0
    measured[is_equal, 1] = 1.0
    measured[is_equal, 3:6] = 0.0
    is_short = (whole[left] == acronym[right]) | (acronym[left] == whole[right])
    measured[:, 6] = np.where(is_short, 1.0, 0.0)


def _mark_korean(measured: Floats, names: list[str], left: Integers, right: Integers) -> None:
    """Romanisations of one Korean name are one; Korean names that differ by a syllable are two."""
    keys = [sorted(korean_keys(name)) for name in names]
    number = {key: position for position, key in enumerate({key for both in keys for key in both})}
    ends = np.full((len(names), 2), ABSENT, dtype=np.int64)
    for row, both in enumerate(keys):
        ends[row, : len(both)] = [number[key] for key in both]
    first, second = ends[left], ends[right]
    are_korean = (first[:, 0] != ABSENT) & (second[:, 0] != ABSENT)
    shares = np.zeros(len(left), dtype=bool)
    for one in range(2):
        for other in range(2):
            shares |= (first[:, one] == second[:, other]) & (first[:, one] != ABSENT)
    same = are_korean & shares
    measured[same, 0] = np.maximum(measured[same, 0], _KOREAN_SAME)
    measured[same, 3:6] = 0.0
    # Two words in another order are one name, whichever of them is the surname.
    differ = are_korean & ~shares & (measured[:, 0] < 1.0)
    measured[differ, 0] = np.minimum(measured[differ, 0], _KOREAN_DIFFERENT)
    measured[differ, 3] = np.maximum(measured[differ, 3], _KOREAN_CLASH)
