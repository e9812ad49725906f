import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import JaroWinkler

from resolution.tables.records import column_of
from resolution.tables.variables.wording.likeness import likeness
from resolution.tables.variables.wording.texts import texts_of

WORDS = st.text(st.sampled_from("abcdж김"), min_size=2, max_size=70)


def alike(one: str, other: str) -> float:
    texts = texts_of(column_of([(one,), (other,)]))
    board = np.zeros(texts.alphabet, dtype=np.int64)

    found = likeness(texts, 0, len(texts.letter_starts) - 2, board)

    assert not board.any()
    return found


@given(WORDS, WORDS)
@settings(deadline=None)
def test_words_are_alike_as_jaro_and_winkler_say_or_not_at_all(one: str, other: str) -> None:
    found = JaroWinkler.similarity(other[:64], one[:64])

    is_other_word = found < 0.8 or min(len(one), len(other)) * 2 < max(len(one), len(other))
    assert alike(one, other) == (0.0 if one != other and is_other_word else found)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("fs105", "fs105na", 0.8),
        ("1984", "1985", 0.0),
        ("19845", "19854", JaroWinkler.similarity("19845", "19854")),
        ("19845", "1985", 0.0),
        ("j", "john", 0.75),
        ("j", "mary", 0.0),
        ("j", "k", 0.0),
    ],
)
def test_figures_and_single_letters_are_exceptions(one: str, other: str, expected: float) -> None:
    assert alike(one, other) == alike(other, one) == expected
