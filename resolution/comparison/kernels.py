"""Names aligned word by word, compiled: for millions of pairs.

Names as arrays of word numbers and letters in, one row of measures for each pair out. All compiled
functions that call one another stand in this module: numba's files on disk know no others.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from resolution.comparison.words import ABSENT, MOST_LETTERS, MOST_WORDS
from resolution.compiled import compiled

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]

MEASURES = (
    "similarity",
    "weakest",
    "evidence",
    "clash",
    "extra",
    "other number",
    "extra number",
    "part",
)

INITIAL, NUMBER = 1, 2
"""What a word is, as bits."""

# Jaro-Winkler of unlike words is about 0.5; from here on they may be spellings of one another.
_UNLIKE = 0.72
# By how many of the first four letters agree: what of n letters shared by words of lengths p and q,
# n (p + q) / pq, must exceed for Jaro-Winkler to reach that; were all shared letters in order.
_LEAST = tuple(3 * (_UNLIKE - 0.1 * prefix) / (1 - 0.1 * prefix) - 1 - 1e-9 for prefix in range(5))
_SAME_SKELETON = 0.6
_SAME_INITIAL = 0.5
_SAME_PERSON = 0.8
_JOINED = 0.92
_SHORTEST_JOINED = 2
_HEAD_LETTERS = 4
_CODES = 256


LENGTH, MASK, HEAD, SKELETON, KIND, NICKNAMES = range(6)
"""Columns of a word's facts; nicknames take all from theirs on."""
WEIGHT, RARITY, PART = range(3)
"""Columns of what a word counts."""
CELL = np.dtype([("row", np.int64), ("column", np.int64), ("likeness", np.float64)])
Cells = npt.NDArray[np.void]
"""Pairs of words that are alike, by their places in the two names."""


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
    facts: Integers
    """For each word, in one line of memory: its length, a bit for each letter that it has, its
    first four letters, the number of its skeleton, what it is, and groups of given names that are
    called alike, ABSENT after the last."""
    counts: Floats
    """For each word its weight, its rarity, and whether it names a part."""


@compiled
def jaro_winkler(  # noqa: PLR0913, PLR0917  # compiled code knows arrays, not records
    letters: npt.NDArray[np.uint8],
    left: int,
    left_length: int,
    right: int,
    right_length: int,
    board: Integers,
) -> float:
    """Return the likeness of two stretches of letters; each at most MOST_LETTERS long.

    `board` holds a 0 for each of 256 letters, and does so again afterwards. On it each letter's
    places in the left word are bits, so that no step depends on what the last one found.
    """
    for place in range(left_length):
        board[letters[left + place]] |= 1 << place
    window = max(0, max(left_length, right_length) // 2 - 1)
    left_flags, right_flags, common = 0, 0, 0
    for place in range(right_length):
        first = max(0, place - window)
        within = ((1 << (2 * window + 1 - max(0, window - place))) - 1) << first
        free = board[letters[right + place]] & within & ~left_flags
        lowest = free & -free
        left_flags |= lowest
        is_common = int(lowest != 0)
        right_flags |= is_common << place
        common += is_common
    moved, place = 0, 0
    while right_flags:
        lowest = left_flags & -left_flags
        if right_flags & 1:
            moved += int(board[letters[right + place]] & lowest == 0)
            left_flags ^= lowest
        right_flags >>= 1
        place += 1
    for place in range(left_length):
        board[letters[left + place]] = 0
    if common == 0:
        return 0.0
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
    """Count the letters in a mask, two, four, eight … bits at a time."""
    mask -= (mask >> 1) & 0x5555555555555555
    mask = (mask & 0x3333333333333333) + ((mask >> 2) & 0x3333333333333333)
    mask = (mask + (mask >> 4)) & 0x0F0F0F0F0F0F0F0F
    mask += mask >> 8
    mask += mask >> 16
    return (mask + (mask >> 32)) & 0x7F


@compiled
def _likeness(  # noqa: PLR0913, PLR0917
    letters: npt.NDArray[np.uint8],
    facts: Integers,
    left: int,
    one: int,
    right: int,
    other: int,
    board: Integers,
) -> float:
    """Compare two different words, `left` before `right` in the alphabet; their letters' places."""
    if (facts[left, KIND] ^ facts[right, KIND]) & INITIAL:
        return _SAME_INITIAL if letters[one] == letters[other] else 0.0
    if (facts[left, KIND] | facts[right, KIND]) & NUMBER:
        return 0.0
    found = 0.0
    left_length, right_length = facts[left, LENGTH], facts[right, LENGTH]
    common = min(
        left_length - _bits(facts[left, MASK] & ~facts[right, MASK]),
        right_length - _bits(facts[right, MASK] & ~facts[left, MASK]),
    )
    prefix = _prefix(facts[left, HEAD] ^ facts[right, HEAD])
    if common * (left_length + right_length) > _LEAST[prefix] * left_length * right_length:
        spelled = jaro_winkler(letters, one, left_length, other, right_length, board)
        found = min(max((spelled - _UNLIKE) / (1 - _UNLIKE), 0.0), 1.0)
    if facts[left, SKELETON] == facts[right, SKELETON]:
        found = max(found, _SAME_SKELETON)
    if found < _SAME_PERSON and _is_nickname(facts, left, right):
        found = _SAME_PERSON
    return found


@compiled
def _prefix(differing: int) -> int:
    """Return how many of four letters agree before the first that differs."""
    for place in range(_HEAD_LETTERS):
        if differing >> (8 * (_HEAD_LETTERS - 1 - place)):
            return place
    return _HEAD_LETTERS


@compiled
def _is_nickname(facts: Integers, left: int, right: int) -> bool:
    for mine in range(NICKNAMES, facts.shape[1]):
        if facts[left, mine] == ABSENT:
            break
        for theirs in range(NICKNAMES, facts.shape[1]):
            if facts[left, mine] == facts[right, theirs]:
                return True
    return False


@compiled
def _is_before(words: Numbers, first: int, rows: int, second: int, columns: int) -> bool:
    """Tell whether the name whose words begin at `first` stands first in the alphabet."""
    for place in range(min(rows, columns)):
        if words[first + place] != words[second + place]:
            return bool(words[first + place] < words[second + place])
    return rows <= columns


@compiled
def align_pairs(names: Spellings, left: Integers, right: Integers, joins: bool) -> Floats:
    """Measure pairs of names, given by number; `joins` matches words written apart."""
    found = np.zeros((len(left), len(MEASURES)))
    cells = np.empty(MOST_WORDS * MOST_WORDS, dtype=CELL)
    board = np.zeros(_CODES, dtype=np.int64)
    # What of each word is not matched yet.
    first_left, second_left = np.empty(MOST_WORDS), np.empty(MOST_WORDS)
    for row in range(len(left)):
        first, second = names.starts[left[row]], names.starts[right[row]]
        rows, columns = names.starts[left[row] + 1] - first, names.starts[right[row] + 1] - second
        if not _is_before(names.words, first, rows, second, columns):
            first, rows, second, columns = second, columns, first, rows
        rows, columns = min(rows, MOST_WORDS), min(columns, MOST_WORDS)
        if rows == 0 or columns == 0:
            continue
        first_left[:rows] = 1.0
        second_left[:columns] = 1.0
        shared, rest = _match_equal(
            names.words, names.counts, first, rows, second, columns, first_left, second_left
        )
        if rest > 0:
            count = _compare_rest(
                names.letters,
                names.places,
                names.words,
                names.facts,
                first,
                rows,
                second,
                columns,
                first_left,
                second_left,
                cells,
                board,
            )
            if joins and rest > 1:
                shared += _join(
                    names,
                    first,
                    rows,
                    second,
                    columns,
                    cells[:count],
                    False,
                    first_left,
                    second_left,
                    board,
                )
                shared += _join(
                    names,
                    second,
                    columns,
                    first,
                    rows,
                    cells[:count],
                    True,
                    second_left,
                    first_left,
                    board,
                )
            if count > 0:
                shared = _match_best(
                    names.words,
                    names.counts,
                    first,
                    second,
                    first_left,
                    second_left,
                    cells[:count],
                    shared,
                )
        _measure(
            names.words,
            names.counts,
            names.facts,
            first,
            rows,
            first_left,
            second,
            columns,
            second_left,
            shared,
            found[row],
        )
    return found


@compiled
def _match_equal(  # noqa: PLR0913, PLR0917
    words: Numbers,
    counts: Floats,
    first: int,
    rows: int,
    second: int,
    columns: int,
    first_left: Floats,
    second_left: Floats,
) -> tuple[float, int]:
    """Match equal words, which no other pairing beats; return what they prove, and what is left.

    The latter is how many words of the longer name may still be matched, 0 if either has none.
    """
    shared, matched = 0.0, 0
    for i in range(rows):
        for j in range(columns):
            if words[first + i] == words[second + j] and second_left[j] == 1.0:
                shared += counts[words[first + i], RARITY]
                first_left[i] = 0.0
                second_left[j] = 0.0
                matched += 1
                break
    return shared, max(rows, columns) - matched if min(rows, columns) > matched else 0


@compiled
def _compare_rest(  # noqa: PLR0913, PLR0917
    letters: npt.NDArray[np.uint8],
    places: Numbers,
    words: Numbers,
    facts: Integers,
    first: int,
    rows: int,
    second: int,
    columns: int,
    first_left: Floats,
    second_left: Floats,
    cells: Cells,
    board: Integers,
) -> int:
    """Note which words that are not matched yet are alike, row by row; return how many pairs."""
    count = 0
    for i in range(rows):
        for j in range(columns):
            if first_left[i] == 0.0 or second_left[j] == 0.0:
                continue
            one, other = words[first + i], words[second + j]
            place, other_place = places[first + i], places[second + j]
            if one < other:
                likeness = _likeness(letters, facts, one, place, other, other_place, board)
            else:
                likeness = _likeness(letters, facts, other, other_place, one, place, board)
            if likeness > 0.0:
                cells[count].row, cells[count].column = i, j
                cells[count].likeness = likeness
                count += 1
    return count


@compiled
def _join(  # noqa: PLR0913, PLR0917
    names: Spellings,
    single: int,
    singles: int,
    double: int,
    doubles: int,
    cells: Cells,
    is_turned: bool,
    single_left: Floats,
    double_left: Floats,
    board: Integers,
) -> float:
    """Match words with two that stand side by side, Yongchol with Yong Chol; return what it proves.

    The two together must be more alike than any word alone, as `cells` tell; in those the single
    words are the rows, or the columns where the names are turned.
    """
    shared = 0.0
    for one in range(singles):
        word, place = names.words[single + one], names.places[single + one]
        if single_left[one] < 1.0:
            continue
        for other in range(doubles - 1):
            first, second = names.words[double + other], names.words[double + other + 1]
            both = names.facts[first, LENGTH] + names.facts[second, LENGTH]
            pair = names.places[double + other]
            if (
                abs(both - names.facts[word, LENGTH]) > 1
                or names.letters[place] != names.letters[pair]
                or min(double_left[other], double_left[other + 1]) < 1.0
                or min(names.facts[first, LENGTH], names.facts[second, LENGTH]) < _SHORTEST_JOINED
                or both > MOST_LETTERS
                or (names.facts[word, KIND] | names.facts[first, KIND] | names.facts[second, KIND])
                & NUMBER
            ):
                continue
            spelled = jaro_winkler(
                names.letters, place, names.facts[word, LENGTH], pair, both, board
            )
            likeness = (spelled - _UNLIKE) / (1 - _UNLIKE)
            alone = 0.0
            for cell in cells:
                row, column = (cell.column, cell.row) if is_turned else (cell.row, cell.column)
                if row == one or column in {other, other + 1}:
                    alone = max(alone, cell.likeness)
            if spelled < _JOINED or likeness <= alone:
                continue
            shared += likeness * min(
                names.counts[word, RARITY],
                names.counts[first, RARITY] + names.counts[second, RARITY],
            )
            single_left[one] = 1.0 - likeness
            double_left[other : other + 2] = 1.0 - likeness
            break
    return shared


@compiled
def _match_best(  # noqa: PLR0913, PLR0917
    words: Numbers,
    counts: Floats,
    first: int,
    second: int,
    first_left: Floats,
    second_left: Floats,
    cells: Cells,
    shared: float,
) -> float:
    """Match words greedily, the most alike first; add what they prove to what is shared."""
    while True:
        best, row, column = 0.0, 0, 0
        for cell in cells:
            if (
                cell.likeness > best
                and first_left[cell.row] == 1.0
                and second_left[cell.column] == 1.0
            ):
                best, row, column = cell.likeness, cell.row, cell.column
        if best == 0.0:
            return shared
        shared += best * min(
            counts[words[first + row], RARITY], counts[words[second + column], RARITY]
        )
        first_left[row] = 1.0 - best
        second_left[column] = 1.0 - best


@compiled
def _measure(  # noqa: PLR0913, PLR0917
    words: Numbers,
    counts: Floats,
    facts: Integers,
    first: int,
    rows: int,
    first_left: Floats,
    second: int,
    columns: int,
    second_left: Floats,
    shared: float,
    found: Floats,
) -> None:
    """Turn what is left of each word into the measures of a pair."""
    first_total, first_matched, first_rest, first_worst, first_part, first_number = _side(
        words, counts, facts, first, rows, first_left
    )
    second_total, second_matched, second_rest, second_worst, second_part, second_number = _side(
        words, counts, facts, second, columns, second_left
    )
    found[0] = (first_matched + second_matched) / (first_total + second_total)
    found[1] = 1.0 - min(first_worst, second_worst)
    found[2] = shared
    found[3] = min(first_rest, second_rest) / min(first_total, second_total)
    found[4] = max(first_rest, second_rest) / max(first_total, second_total)
    found[5] = min(first_number, second_number)
    found[6] = max(first_number, second_number) - found[5]
    found[7] = max(first_part, second_part)


@compiled
def _side(  # noqa: PLR0913, PLR0917
    words: Numbers, counts: Floats, facts: Integers, start: int, count: int, left: Floats
) -> tuple[float, float, float, float, float, float]:
    """Return a name's weight, how much is matched and is not, its worst word, part and number."""
    total, matched, rest, worst, part, number = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    for place in range(count):
        word = words[start + place]
        total += counts[word, WEIGHT]
        matched += (1.0 - left[place]) * counts[word, WEIGHT]
        if left[place] > 0.0:
            share = left[place] * counts[word, WEIGHT]
            rest += share
            worst = max(worst, share)
            part = max(part, left[place] * counts[word, PART])
            if facts[word, KIND] & NUMBER:
                number = max(number, left[place])
    return total, matched, rest, worst, part, number
