"""Names aligned word by word, compiled: for millions of pairs.

Names as arrays of word numbers and letters in, one row of measures for each pair out. All compiled
functions that call one another stand in this module: numba's files on disk know no others.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from resolution.compiled import compiled

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]

MEASURES = ("similarity", "weakest", "evidence", "clash", "extra", "part", "other number",
            "extra number")  # fmt: skip
ABSENT = -1
MOST_WORDS = 12
"""Beyond this many words a name is a sentence; what follows adds time and no evidence."""
MOST_LETTERS = 62
"""Words are compared by their first so many letters: one bit each."""

INITIAL, NUMBER = 1, 2
"""What a word is, as bits."""

# Jaro-Winkler of unlike words is about 0.5; from here on they may be spellings of one another.
_UNLIKE = 0.72
_SAME_SKELETON = 0.6
_SAME_INITIAL = 0.5
_SAME_PERSON = 0.8
_JOINED = 0.92
_SHORTEST_JOINED = 2


class Spellings(NamedTuple):
    """Names as arrays. Words are numbered in alphabetic order."""

    letters: npt.NDArray[np.uint8]
    """Of all names, without spaces."""
    places: Numbers
    """For each word of each name, where its letters begin."""
    starts: Integers
    """For each name, where its words begin; one more than there are names."""
    words: Numbers
    """For each word of each name, its number."""
    lengths: Integers
    masks: Integers
    """For each word, one bit for each letter that it has."""
    skeletons: Integers
    nicknames: Integers
    """For each word, groups of given names that are called alike; ABSENT where there are fewer."""
    kinds: Integers
    weights: Floats
    rarities: Floats
    parts: Floats


@compiled
def jaro_winkler(  # noqa: C901  # one loop over two words, as the measure is defined
    letters: npt.NDArray[np.uint8], left: int, left_length: int, right: int, right_length: int
) -> float:
    """Return the likeness of two stretches of letters; each at most MOST_LETTERS long."""
    window = max(0, max(left_length, right_length) // 2 - 1)
    left_flags, right_flags, common = 0, 0, 0
    for place in range(right_length):
        letter = letters[right + place]
        for other in range(max(0, place - window), min(left_length, place + window + 1)):
            if letters[left + other] == letter and not (left_flags >> other) & 1:
                left_flags |= 1 << other
                right_flags |= 1 << place
                common += 1
                break
    if common == 0:
        return 0.0
    moved, other = 0, 0
    for place in range(right_length):
        if (right_flags >> place) & 1:
            while not (left_flags >> other) & 1:
                other += 1
            if letters[left + other] != letters[right + place]:
                moved += 1
            other += 1
    found = common / left_length
    found += common / right_length
    found += (common - moved // 2) / common
    found /= 3.0
    if found > 0.7:
        prefix = 0
        while (
            prefix < min(4, left_length, right_length)
            and letters[left + prefix] == letters[right + prefix]
        ):
            prefix += 1
        found += prefix * 0.1 * (1.0 - found)
    return min(found, 1.0)


@compiled
def _bits(mask: int) -> int:
    count = 0
    while mask:
        mask &= mask - 1
        count += 1
    return count


@compiled
def _likeness(names: Spellings, one: int, other: int) -> float:  # noqa: C901
    """Compare the words at two places in the names; from 0 (unlike) to 1 (equal)."""
    left, right = names.words[one], names.words[other]
    if left == right:
        return 1.0
    if left > right:
        left, right, one, other = right, left, other, one
    if (names.kinds[left] ^ names.kinds[right]) & INITIAL:
        same = names.letters[names.places[one]] == names.letters[names.places[other]]
        return _SAME_INITIAL if same else 0.0
    if (names.kinds[left] | names.kinds[right]) & NUMBER:
        return 0.0
    found = 0.0
    left_length, right_length = names.lengths[left], names.lengths[right]
    common = min(
        left_length - _bits(names.masks[left] & ~names.masks[right]),
        right_length - _bits(names.masks[right] & ~names.masks[left]),
    )
    # The most that Jaro-Winkler can be when so many letters are shared, and stand in order.
    jaro = (common / left_length + common / right_length + 1.0) / 3.0
    if common > 0 and jaro + 0.4 * (1.0 - jaro) > _UNLIKE:
        spelled = jaro_winkler(
            names.letters, names.places[one], left_length, names.places[other], right_length
        )
        found = min(max((spelled - _UNLIKE) / (1 - _UNLIKE), 0.0), 1.0)
    if names.skeletons[left] == names.skeletons[right]:
        found = max(found, _SAME_SKELETON)
    for mine in names.nicknames[left]:
        if mine == ABSENT:
            break
        for theirs in names.nicknames[right]:
            if mine == theirs:
                found = max(found, _SAME_PERSON)
    return found


@compiled
def _is_before(names: Spellings, left: int, right: int) -> bool:
    """Tell whether the left name stands first in the alphabet."""
    first, second = names.starts[left], names.starts[right]
    while first < names.starts[left + 1] and second < names.starts[right + 1]:
        if names.words[first] != names.words[second]:
            return bool(names.words[first] < names.words[second])
        first += 1
        second += 1
    return bool(first == names.starts[left + 1])


@compiled
def _join(  # noqa: PLR0913, PLR0917  # compiled code knows arrays, not records
    names: Spellings,
    single: int,
    singles: int,
    double: int,
    doubles: int,
    grid: Floats,
    single_left: Floats,
    double_left: Floats,
) -> float:
    """Match words with two that stand side by side, Yongchol with Yong Chol; return what it proves.

    The two together must be more alike than any word alone: `grid` holds those likenesses.
    """  # fmt: skip
    shared = 0.0
    for one in range(singles):
        word = names.words[single + one]
        length = names.lengths[word]
        for other in range(doubles - 1):
            first, second = names.words[double + other], names.words[double + other + 1]
            both = names.lengths[first] + names.lengths[second]
            if abs(both - length) > 1 or both > MOST_LETTERS:
                continue
            if min(names.lengths[first], names.lengths[second]) < _SHORTEST_JOINED:
                continue
            if (names.kinds[word] | names.kinds[first] | names.kinds[second]) & NUMBER:
                continue
            place, pair = names.places[single + one], names.places[double + other]
            if names.letters[place] != names.letters[pair]:
                continue
            spelled = jaro_winkler(names.letters, place, length, pair, both)
            likeness = (spelled - _UNLIKE) / (1 - _UNLIKE)
            alone = max(grid[one, :doubles].max(), grid[:singles, other : other + 2].max())
            if spelled < _JOINED or likeness <= alone:
                continue
            shared += likeness * min(
                names.rarities[word], names.rarities[first] + names.rarities[second]
            )
            single_left[one] = 1.0 - likeness
            double_left[other : other + 2] = 1.0 - likeness
            grid[one, :doubles] = 0.0
            grid[:singles, other : other + 2] = 0.0
            break
    return shared


@compiled
def align_pairs(names: Spellings, left: Integers, right: Integers, joins: bool) -> Floats:  # noqa: C901
    """Measure pairs of names, given by number; `joins` matches words written apart."""
    found = np.zeros((len(left), len(MEASURES)))
    grid = np.empty((MOST_WORDS, MOST_WORDS))
    # What of each word is not matched yet.
    first_left, second_left = np.empty(MOST_WORDS), np.empty(MOST_WORDS)
    for row in range(len(left)):
        one, other = left[row], right[row]
        if not _is_before(names, one, other):
            one, other = other, one
        first, second = names.starts[one], names.starts[other]
        rows = min(MOST_WORDS, names.starts[one + 1] - first)
        columns = min(MOST_WORDS, names.starts[other + 1] - second)
        if rows == 0 or columns == 0:
            continue
        for i in range(rows):
            for j in range(columns):
                grid[i, j] = _likeness(names, first + i, second + j)
        first_left[:rows] = 1.0
        second_left[:columns] = 1.0
        shared = 0.0
        if joins:
            shared += _join(names, first, rows, second, columns, grid, first_left, second_left)
            shared += _join(names, second, columns, first, rows, grid.T, second_left, first_left)
        for _ in range(min(rows, columns)):
            best, best_row, best_column = 0.0, 0, 0
            for i in range(rows):
                for j in range(columns):
                    if grid[i, j] > best:
                        best, best_row, best_column = grid[i, j], i, j
            if best == 0.0:
                break
            shared += best * min(
                names.rarities[names.words[first + best_row]],
                names.rarities[names.words[second + best_column]],
            )
            first_left[best_row] = 1.0 - best
            second_left[best_column] = 1.0 - best
            grid[best_row, :columns] = 0.0
            grid[:rows, best_column] = 0.0
        _measure(names, first, rows, first_left, second, columns, second_left, shared, found[row])
    return found


@compiled
def _measure(  # noqa: PLR0913, PLR0917
    names: Spellings,
    first: int,
    rows: int,
    first_left: Floats,
    second: int,
    columns: int,
    second_left: Floats,
    shared: float,
    found: Floats,
) -> None:
    """Turn what is left of each word into the measures of a pair."""  # fmt: skip
    first_total, first_rest, first_worst, first_part, first_number = _rest(
        names, first, rows, first_left
    )
    second_total, second_rest, second_worst, second_part, second_number = _rest(
        names, second, columns, second_left
    )
    total = first_total + second_total
    found[0] = (total - first_rest - second_rest) / total
    found[1] = 1.0 - min(first_worst, second_worst)
    found[2] = shared
    found[3] = min(first_rest, second_rest) / min(first_total, second_total)
    found[4] = max(first_rest, second_rest) / max(first_total, second_total)
    found[5] = max(first_part, second_part)
    found[6] = min(first_number, second_number)
    found[7] = max(first_number, second_number) - found[6]


@compiled
def _rest(
    names: Spellings, start: int, count: int, left: Floats
) -> tuple[float, float, float, float, float]:
    """Return a name's weight, what of it is not matched, and its worst word, part and number."""
    total, rest, worst, part, number = 0.0, 0.0, 0.0, 0.0, 0.0
    for place in range(count):
        word = names.words[start + place]
        share = left[place]
        total += names.weights[word]
        rest += share * names.weights[word]
        worst = max(worst, share * names.weights[word])
        part = max(part, share * names.parts[word])
        if names.kinds[word] & NUMBER:
            number = max(number, share)
    return total, rest, worst, part, number
