"""The compiled alignment against a plain one, and its laws."""

from collections.abc import Iterable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, JaroWinkler

from resolution.alignment.edits import edits, spell_pairs
from resolution.alignment.letters import Stretch, jaro_winkler
from resolution.alignment.measures import MEASURES
from resolution.alignment.names import MOST_LETTERS, MOST_WORDS, Spellings
from resolution.alignment.pairs import align_pairs
from resolution.alignment.spellings import WordFacts, kind, spellings_of, split_names
from resolution.blocking import skeleton

ALIKE = ["kim", "kin", "yong", "yongchol", "chol", "chul", "j", "k", "12", "13", "smith", "smyth"]
letters = st.text("abcde", min_size=1, max_size=9) | st.text(
    "ab", min_size=1, max_size=MOST_LETTERS
)
names = st.lists(
    st.sampled_from(ALIKE) | st.text("abcde", min_size=1, max_size=6), min_size=1, max_size=6
).map(" ".join)


def spelled(*folded: str) -> Spellings:
    split = split_names(folded)
    weights = np.array([0.3 if len(word) == 1 else 1.0 for word in split.spelled])
    rarities = np.array([len(word) / 10 for word in split.spelled])
    parts = np.array([float(word == "chol") for word in split.spelled])
    return spellings_of(split, WordFacts(weights, rarities, parts, list(map(kind, split.spelled))))


def measured(*folded: str, joins: bool = False) -> dict[str, float]:
    found = align_pairs(spelled(*folded), np.array([0]), np.array([1]), joins)
    return dict(zip(MEASURES, found[0].tolist(), strict=True))


def stretches(left: str, right: str) -> tuple[Stretch, Stretch]:
    return Stretch(0, len(left)), Stretch(len(left), len(right))


@given(letters, letters)
def test_jaro_winkler_is_rapidfuzz_to_the_bit_and_leaves_the_board_empty(
    left: str, right: str
) -> None:
    board = np.zeros(256, dtype=np.int64)
    both = np.frombuffer((left + right).encode(), np.uint8)

    found = jaro_winkler(both, *stretches(left, right), board)

    assert found == JaroWinkler.similarity(left, right)
    assert not board.any()


@given(st.text("abж김", min_size=1, max_size=64), st.text("abж김", min_size=1, max_size=64))
def test_jaro_winkler_takes_code_points_and_64_letters(left: str, right: str) -> None:
    both = np.frombuffer((left + right).encode("utf-32-le"), np.uint32)

    found = jaro_winkler(both, *stretches(left, right), np.zeros(both.max() + 1, dtype=np.int64))

    assert found == JaroWinkler.similarity(left, right)


@given(letters, letters)
def test_edits_are_those_of_optimal_string_alignment(left: str, right: str) -> None:
    board = np.zeros(256, dtype=np.int64)
    both = np.frombuffer((left + right).encode(), np.uint8)

    assert edits(both, *stretches(left, right), board) == OSA.distance(left, right)
    assert not board.any()


@given(letters, letters)
def test_the_share_of_letters_that_agree_has_no_sides(left: str, right: str) -> None:
    both = np.frombuffer((left + right).encode(), np.uint8)
    begins = np.array([0, len(left), len(left + right)])

    found = spell_pairs(both, begins, np.array([0, 1]), np.array([1, 0]))

    assert found.tolist() == [OSA.normalized_similarity(left, right)] * 2


@given(names, names)
def test_the_compiled_alignment_is_the_plain_one(left: str, right: str) -> None:
    found = measured(left, right)

    assert found == plain(left, right)


@given(names, names)
def test_sides_do_not_matter_even_where_words_are_joined(left: str, right: str) -> None:
    assert measured(left, right, joins=True) == measured(right, left, joins=True)


@given(names, names, st.lists(names, max_size=3))
def test_a_pair_does_not_depend_on_the_names_beside_it(
    left: str, right: str, others: list[str]
) -> None:
    alone = spelled(left, right)
    beside = spelled(*others, left, right)
    here = len(others)

    found = align_pairs(beside, np.array([here]), np.array([here + 1]), True)

    np.testing.assert_array_equal(found, align_pairs(alone, np.array([0]), np.array([1]), True))


def test_words_written_apart_are_matched_with_one_written_together() -> None:
    apart = measured("kim yongchol", "kim yong chol")
    joined = measured("kim yongchol", "kim yong chol", joins=True)

    assert apart["similarity"] < 0.9
    assert joined["similarity"] == 1.0


def test_a_number_is_never_nearly_another() -> None:
    assert measured("star 12", "star 13", joins=True)["other number"] == 1.0
    assert measured("star 12", "star", joins=True)["extra number"] == 1.0


def test_no_name_is_like_no_other() -> None:
    assert set(measured("", "kim").values()) == {0.0}


def plain(left: str, right: str) -> dict[str, float]:
    """Align two names as the kernel does, word by word."""
    first, second = sorted([left.split()[:MOST_WORDS], right.split()[:MOST_WORDS]])
    weight = lambda word: 0.3 if len(word) == 1 else 1.0  # noqa: E731
    grid = {
        (row, column): likeness(*sorted([one, other]))
        for row, one in enumerate(first)
        for column, other in enumerate(second)
    }
    first_left, second_left, shared = [1.0] * len(first), [1.0] * len(second), 0.0
    while grid and max(grid.values()) > 0:
        row, column = max(grid, key=lambda cell: (grid[cell], -cell[0], -cell[1]))
        likely = grid[row, column]
        first_left[row] = second_left[column] = 1.0 - likely
        shared += likely * min(len(first[row]) / 10, len(second[column]) / 10)
        grid = {cell: one for cell, one in grid.items() if row != cell[0] and column != cell[1]}
    sides = [(first, first_left), (second, second_left)]
    totals = [total(map(weight, words)) for words, _ in sides]
    matched = [
        total((1.0 - rest) * weight(word) for word, rest in zip(words, left, strict=True))
        for words, left in sides
    ]
    rests = [
        total(rest * weight(word) for word, rest in zip(words, left, strict=True))
        for words, left in sides
    ]
    worst = [
        max(rest * weight(word) for word, rest in zip(words, left, strict=True))
        for words, left in sides
    ]
    parts, numbers = (
        [
            max([0.0, *(rest for word, rest in zip(words, left, strict=True) if holds(word))])
            for words, left in sides
        ]
        for holds in ((lambda word: word == "chol"), (lambda word: not word.isalpha()))
    )
    equal = [
        total(weight(word) for word, rest in zip(words, left, strict=True) if rest == 0.0)
        for words, left in sides
    ]
    return {
        "similarity": (matched[0] + matched[1]) / (totals[0] + totals[1]),
        "weakest": 1.0 - min(worst),
        "evidence": shared,
        "further": max(min(equal) - 1.0, 0.0),
        "clash": min(rests) / min(totals),
        "extra": max(rests) / max(totals),
        "other number": min(numbers),
        "extra number": max(numbers) - min(numbers),
        "part": max(parts),
    }


def total(numbers: Iterable[float]) -> float:
    """Add up in order: from Python 3.12 on, sum() does otherwise."""
    found = 0.0
    for number in numbers:
        found += number
    return found


def likeness(left: str, right: str) -> float:
    if left == right:
        return 1.0
    if (len(left) == 1 and left.isalpha()) != (len(right) == 1 and right.isalpha()):
        return 0.5 if left[0] == right[0] else 0.0
    if not (left + right).isalpha():
        return 0.0
    found = min(max((JaroWinkler.similarity(left, right) - 0.72) / (1 - 0.72), 0.0), 1.0)
    bones = skeleton(left)
    return max(found, 0.6) if bones == skeleton(right) and len(bones) >= 3 else found
